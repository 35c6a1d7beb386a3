"""`wp build --agenda`: what is sent out before a meeting, from what becomes its minutes."""

from pathlib import Path

import docx
import pymupdf
import pytest
from tests.cli.process import Wp, write

HELD = "content/minutes/2026-10-08.md"
COMING = "content/minutes/2027-01-14.md"
AGENDA = """---
body: eksempelraadet
number: 4
date: 2027-01-14
start: 10:00
end: 12:00
place: Prøveby Rådhus
status: draft
present: []
absent:
  - {who: bo-proeve}
  - {who: oejvind-udkast}
secretariat:
  - {who: ulla-kladde}
agenda:
  - {number: 1, title: Status på emnerne, start: 10:00, end: 11:50, kind: discussion}
  - {number: 2, title: Eventuelt, start: 11:50, end: 12:00, kind: other}
---

## Pkt. 1 Status på emnerne

### Indstilling

Det indstilles, at rådet drøfter status.

### Referat

## Pkt. 2 Eventuelt

### Referat
"""


def test_before_the_meeting_in_every_format(wp: Wp, council: Path) -> None:
    write(council / COMING, AGENDA)
    run = wp("build", "--agenda", COMING, cwd=council)
    assert (run.code, run.err) == (0, "")
    made = council / "build" / "agendas"
    assert sorted(path.name for path in made.iterdir()) == [
        f"2027-01-14.{ending}" for ending in ("docx", "html", "md", "pdf")
    ]
    text = (made / "2027-01-14.md").read_text(encoding="utf-8")
    assert text.startswith("# Dagsorden for møde i Eksempelrådet\n")
    for line in (
        "- **Møde nr.:** 4",
        "- **Tidspunkt:** Torsdag 14. januar 2027 kl. 10.00–12.00",
        "- **Sted:** Prøveby Rådhus",
        "- **Afbud:** Bo Prøve, Prøveby Kommune; Øjvind Udkast, Mønsterø Kommune",
        "Det indstilles, at rådet drøfter status.",
    ):
        assert line in text.replace("\u00a0", " ")
    assert "Udkast til" not in text and "Referat" not in text
    with pymupdf.open(made / "2027-01-14.pdf") as document:
        page = document[0].get_text()
    word = "\n".join(one.text for one in docx.Document(str(made / "2027-01-14.docx")).paragraphs)
    html = (made / "2027-01-14.html").read_text(encoding="utf-8")
    for written in (page, word, html):
        assert "Dagsorden for møde i Eksempelrådet" in written
        assert "Det indstilles, at rådet drøfter status." in written


def test_the_members_in_office_are_invited_or_who_comes_instead(wp: Wp, council: Path) -> None:
    instead = "present:\n  - {who: rasmus-taenkeboks, substitute_for: oejvind-udkast}\n"
    write(council / COMING, AGENDA.replace("present: []\n", instead))
    assert wp("build", "--agenda", COMING, "--format", "md", cwd=council).code == 0
    text = (council / "build/agendas/2027-01-14.md").read_text(encoding="utf-8")
    invited = text[text.index("Indkaldt") : text.index("**Afbud")]
    assert "Rasmus Tænkeboks (suppleant for Øjvind Udkast)" in invited
    assert "Anna Eksempel (formand)" in invited
    assert "Bo Prøve" not in invited, "he has sent his apologies"
    assert "Per Opdigt" not in invited, "his term is over"
    assert "Lærke Formular" not in invited, "whom she stands in for comes"


def test_after_the_meeting_it_tells_nothing_of_what_was_said(wp: Wp, council: Path) -> None:
    assert wp("build", "--agenda", HELD, "--format", "md", "--lang", "en", cwd=council).code == 0
    text = (council / "build/agendas/2026-10-08.md").read_text(encoding="utf-8")
    assert "2. indstiller til bestyrelsen at vedtage det." in text
    assert "Thora Formodet fortalte" not in text
    assert "Rådet godkendte" not in text
    assert "Retter de sidste" not in text


def test_minutes_and_their_agenda_stand_side_by_side(wp: Wp, council: Path) -> None:
    assert wp("build", HELD, "--format", "md", cwd=council).code == 0
    assert wp("build", "--agenda", HELD, "--format", "md", cwd=council).code == 0
    text = (council / "build/minutes/2026-10-08.md").read_text(encoding="utf-8")
    assert text.startswith("# Udkast til referat af møde i Eksempelrådet\n")
    assert wp("build", "--verify", cwd=council).code == 0


@pytest.mark.parametrize(
    ("arguments", "danish", "english"),
    [
        (["content/one-pagers/naturkortet.md"], "er ikke et referat", "is no minutes"),
        ([], "hvilket møde", "which meeting"),
        ([HELD, "--final"], "ingen endelig udgave", "no final edition"),
    ],
)
def test_what_has_no_agenda_is_2(
    wp: Wp, council: Path, arguments: list[str], danish: str, english: str
) -> None:
    for language, sentence in (("da", danish), ("en", english)):
        run = wp("build", "--agenda", *arguments, "--lang", language, cwd=council)
        assert run.code == 2
        assert sentence in run.err
