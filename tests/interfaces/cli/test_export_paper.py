"""`sanam export paper`: a gathering in the form its page was read in."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.gatherings.models import Gathering
from sanam.domain.journal.models import Details, Entry
from sanam.interfaces.files.paper import intake
from sanam.interfaces.files.paper.reader import read_paper
from tests.cast import Cast
from tests.interfaces.cli.typing_it import Terminal

FOUNDING = Path(__file__).parents[1] / "files/paper/founding.txt"


def test_the_page_says_the_same_when_it_is_read_again(terminal: Terminal, cast: Cast, tmp_path: Path) -> None:
    intake.read_in(by=INSTALLATION, path=FOUNDING)
    gathering, path = Gathering.objects.get(), tmp_path / "page.txt"
    typed = terminal.type("export", "paper", str(gathering.id), "--as", "nurse", "--out", str(path))
    assert (typed.code, typed.out) == (0, f"{path}\n")
    assert read_paper(path.read_bytes()).as_json() == read_paper(FOUNDING.read_bytes()).as_json()
    assert Entry.objects.filter(did="gathering.exported", to=gathering.ref).count() == 1


def test_a_gathering_that_is_not_there_is_refused(terminal: Terminal, cast: Cast) -> None:
    for unknown in (str(uuid4()), "not-an-id"):
        typed = terminal.type("export", "paper", unknown, "--as", "nurse", "--json")
        assert (typed.code, typed.document["refused"]["code"]) == (1, "gatherings.not_here")
    assert terminal.type("export", "paper", str(uuid4())).code == 1


def test_on_a4_it_is_a_tagged_pdf(terminal: Terminal, cast: Cast, tmp_path: Path) -> None:
    intake.read_in(by=INSTALLATION, path=FOUNDING)
    gathering, path = Gathering.objects.get(), tmp_path / "page.pdf"
    typed = terminal.type("export", "paper", str(gathering.id), "--pdf", "--as", "nurse", "--out", str(path))
    assert (typed.code, typed.out) == (0, f"{path}\n")
    assert b"pdfuaid:part" in path.read_bytes()
    assert Details.objects.get(entry=Entry.objects.get(did="gathering.exported").id).values == {"format": "pdf"}
