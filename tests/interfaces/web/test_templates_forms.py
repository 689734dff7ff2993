"""Forms as they are shown: dates in three parts, errors that lead to their field, nothing typed lost."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.web.people.forms import AddForm, CorrectForm


def form_of(**sent: str) -> AddForm:
    data = QueryDict(mutable=True)
    data.update(sent)
    return AddForm(data, areas=[("93051205", "หมู่ 5")])


@pytest.mark.parametrize(
    ("day", "month", "year", "iso"),
    [
        ("", "", "2485", "1942"),
        ("", "3", "2485", "1942-03"),
        ("๒", "3", "๒๔๘๕", "1942-03-02"),
        ("2", "3", "1942", "1942-03-02"),
    ],
)
def test_a_date_is_read_from_its_three_parts(day: str, month: str, year: str, iso: str) -> None:
    form = form_of(birth_day=day, birth_month=month, birth_year=year)
    form.is_valid()
    assert form.cleaned_data["birth"].iso() == iso


def test_a_date_is_also_read_from_one_text_and_nothing_is_nothing() -> None:
    written, nothing = form_of(birth="2 มี.ค. 2485"), form_of()
    written.is_valid()
    nothing.is_valid()
    assert written.cleaned_data["birth"] == PartialDate(1942, 3, 2)
    assert nothing.cleaned_data["birth"] is None


@pytest.mark.parametrize(
    ("day", "month", "year", "kind"),
    [
        ("2", "3", "", "ขอปีด้วย"),
        ("2", "", "2485", "ขอเดือนด้วย"),
        ("31", "2", "2485", "ไม่มีวันที่ 31"),
        ("ก", "2", "ข", "อ่านวันที่นี้ไม่ออก"),
    ],
)
def test_a_date_that_cannot_be_says_what_would_help_and_keeps_what_was_typed(
    day: str, month: str, year: str, kind: str
) -> None:
    form = form_of(birth_day=day, birth_month=month, birth_year=year)
    assert kind in form.errors["birth"][0]
    row = str(form["birth"])
    assert f'name="birth_day" value="{day}"' in row
    assert f'name="birth_year" value="{year}"' in row
    assert not month or f'value="{month}" selected' in row


def test_a_known_date_stands_in_its_parts_in_the_readers_era() -> None:
    with translation.override("th"):
        row = str(CorrectForm(initial={"birth": PartialDate(1942)})["birth"])
    assert 'name="birth_year" value="2485"' in row
    with translation.override("en"):
        assert 'value="1942"' in str(CorrectForm(initial={"birth": PartialDate(1942)})["birth"])


def test_the_summary_leads_to_each_field_and_each_field_is_described_by_its_error() -> None:
    form = form_of(birth_day="31", birth_month="2", birth_year="2485")
    page = render_to_string("shell/fields.html", {"form": form})
    for target in ("id_given", "id_birth_day", "id_area_code"):
        assert f'href="#{target}"' in page
        assert f'id="{target}"' in page
    assert 'aria-describedby="id_birth_helptext id_birth_error"' in page
    assert 'aria-describedby="id_given_error"' in page
    assert "autofocus" in page


def test_choices_have_their_hint_and_the_summary_reaches_the_first_of_them() -> None:
    form = form_of(sex="ไม่มีในรายการ")
    assert 'href="#id_sex_0"' in render_to_string("shell/fields.html", {"form": form})
