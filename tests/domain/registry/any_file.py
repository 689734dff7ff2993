"""Any small 43-file export, as hypothesis draws it: few people and houses, so that files meet in them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st

from tests.cast import HERE, address, export, home, number, person

OTHER = "99308"
Files = dict[str, list[dict[str, str]]]

PEOPLE = st.fixed_dictionaries(
    {
        "HOSPCODE": st.sampled_from([HERE, OTHER]),
        "PID": st.sampled_from("123"),
        "CID": st.sampled_from(["", "123", number(1), number(2), number(3)]),
        "HID": st.sampled_from(["", "1", "2"]),
        "NAME": st.sampled_from(["เอียด", "เอียค", "พิมพ์", ""]),
        "LNAME": st.sampled_from(["ทองนุ่น", "ขุนแก้ว", ""]),
        "SEX": st.sampled_from("12"),
        "BIRTH": st.sampled_from(["19420302", "19420101", ""]),
        "MOBILE": st.sampled_from(["", "0000011111", "0000022222"]),
        "TYPEAREA": st.sampled_from("12345"),
        "DISCHARGE": st.sampled_from(["9", "1", "2", ""]),
        "DDISCHARGE": st.sampled_from(["", "20260301"]),
        "D_UPDATE": st.sampled_from(["20260101000000", "20260601000000", "20260901000000"]),
    }
)
HOUSES = st.fixed_dictionaries(
    {
        "HOSPCODE": st.sampled_from([HERE, OTHER]),
        "HID": st.sampled_from("12"),
        "HOUSE_ID": st.sampled_from(["", "93050000011", "93050000022"]),
        "HOUSE": st.sampled_from(["47", "12/3"]),
        "VILLAGE": st.sampled_from(["05", "03"]),
        "VHVID": st.sampled_from(["", "อสม. ก"]),
        "D_UPDATE": st.sampled_from(["20260101000000", "20260601000000"]),
    }
)
ABOUT = {"HOSPCODE": st.sampled_from([HERE, OTHER]), "PID": st.sampled_from("123")}
FILES = st.fixed_dictionaries(
    {
        "PERSON": st.lists(PEOPLE.map(lambda row: person(**row)), max_size=5),
        "HOME": st.lists(HOUSES.map(lambda row: home(**row)), max_size=3),
        "ADDRESS": st.lists(
            st.fixed_dictionaries(ABOUT | {"ADDRESSTYPE": st.sampled_from("12")}).map(lambda row: address(**row)),
            max_size=2,
        ),
        "DISABILITY": st.lists(st.fixed_dictionaries(ABOUT | {"DISABTYPE": st.sampled_from("13")}), max_size=2),
        "DEATH": st.lists(st.fixed_dictionaries(ABOUT | {"DDEATH": st.just("20260401")}), max_size=1),
        "CARD": st.lists(
            st.fixed_dictionaries(
                ABOUT | {"INSTYPE_NEW": st.sampled_from(["0100", "4200"]), "MAIN": st.sampled_from(["", "9"])}
            ),
            max_size=2,
        ),
        "CHRONIC": st.lists(
            st.fixed_dictionaries(
                ABOUT | {"CHRONIC": st.sampled_from(["I10", "E119"]), "TYPEDISCH": st.sampled_from(["03", "01"])}
            ),
            max_size=2,
        ),
        "VILLAGE": st.lists(
            st.fixed_dictionaries(
                {"HOSPCODE": st.just(HERE), "VID": st.just("93051205"), "NTEMPLE": st.sampled_from(["", "1", "2"])}
            ),
            max_size=1,
        ),
        "SERVICE": st.lists(st.fixed_dictionaries(ABOUT | {"SEQ": st.sampled_from("12")}), max_size=2),
    }
)


def write(files: Files) -> Path:
    """The export as a zip in a folder of its own."""
    return export(Path(tempfile.mkdtemp()), **{name: rows for name, rows in files.items() if rows} or {"PERSON": []})
