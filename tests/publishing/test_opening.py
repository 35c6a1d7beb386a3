"""What a reader meets first: cover, colophon, the page that shows everything, the changes."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pymupdf
import pytest
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.programme.editions import Origin
from wp.programme.model import Edition, Tool
from wp.publishing.formats import FORMATS
from wp.publishing.publication import Publication
from wp.publishing.selection import publications
from wp.reading.repository import Repository, read_repository

EDITION = Edition(
    commit="0123456789abcdef0123456789abcdef01234567",
    committed="2027-03-02",
    date="2027-03-02",
    tools=(Tool("wp", "9.9"), Tool("pandoc", "3.9"), Tool("Typst", "0.15.2")),
)


def compose(repository: Repository, origin: Origin) -> Publication:
    [(publication, _)] = publications(repository, (), origin)
    return publication


def markdown(publication: Publication, root: Path = EXAMPLE) -> str:
    return FORMATS["md"](publication, root)["programme.md"].decode("utf-8")


def english(root: Path) -> Repository:
    repository = read_repository(root)
    documents = tuple(
        replace(d, data={**d.data, "language": "en"}) if d.id == "programme" else d
        for d in repository.documents
    )
    return replace(repository, documents=documents)


def chapter(text: str, title: str) -> str:
    """Return what stands under a heading of level 2, up to the next one or the contents."""
    below = text.split(f"\n## {title}\n", 1)[1]
    return re.split(r"^(?:## |\*\*Indhold|\*\*Contents)", below, flags=re.MULTILINE)[0]


# Cover


def test_the_cover_of_a_finished_programme(council: Path) -> None:
    text = markdown(publish(council))
    assert text.split("\n## ")[0].split("\n\n") == [
        "# Fælles kort til bedre naturpleje",
        "Strategisk arbejdsprogram for fælles kortdata i naturplejen 2027–2030",
        "Eksempelrådet",
        "Periode: 2027–2030",
        "Version 1.0",
        "Endelig",
        "3.\u00a0december 2026\n",
    ]


def test_the_cover_of_a_draft_says_so_once() -> None:
    text = markdown(publish(REAL), REAL).split("\n## ")[0]
    assert text.count("Udkast") == 1
    assert "Endelig" not in text


# Colophon


def test_the_colophon_says_what_is_known() -> None:
    text = markdown(compose(read_repository(EXAMPLE), Origin(EDITION)))
    assert chapter(text, "Kolofon").replace("\u00a0", " ").splitlines()[1:11] == [
        "- **Udgiver:** Eksempelstyrelsen",
        "- **Udarbejdet af:** Eksempelrådet",
        "- **Vedtages af:** Eksempelstyrelsens bestyrelse",
        "- **Status:** Endelig",
        "- **Version:** 1.0",
        "- **Dato:** 3. december 2026",
        "- **Citeres som:** Eksempelrådet (2026). *Fælles kort til bedre naturpleje*. Strategisk "
        "arbejdsprogram for fælles kortdata i naturplejen 2027–2030. Version 1.0. "
        "Eksempelstyrelsen. <https://eksempelstyrelsen.example/faelles-kort>",
        "- **Kan hentes på:** <https://eksempelstyrelsen.example/faelles-kort>",
        "- **Kilde:** git-commit 0123456789 fra 2. marts 2027",
        "- **Bygget med:** wp 9.9, pandoc 3.9, Typst 0.15.2",
    ]


def test_the_colophon_in_english_with_changed_files() -> None:
    edition = replace(EDITION, changed=True)
    text = markdown(compose(english(EXAMPLE), Origin(edition))).replace("\u00a0", " ")
    found = chapter(text, "Colophon")
    assert "- **Cite as:** Eksempelrådet (2026). *Fælles kort" in found
    assert (
        "- **Source:** git commit 0123456789 of 2 March 2027; the files also have changes that "
        "aren't committed yet\n"
    ) in found
    assert "| 1.0 | 8 October 2026 | [8 October 2026, item 2](#decision-2026-10-08-2) |" in (
        re.sub(r" +", " ", found)
    )


def test_a_draft_without_a_day_is_of_the_commits() -> None:
    text = markdown(compose(read_repository(REAL), Origin(EDITION)), REAL).replace("\u00a0", " ")
    found = chapter(text, "Kolofon")
    assert "- **Dato:** 2. marts 2027\n" in found
    assert "Fagligt råd for genomisk medicin (2027). *Flerårigt strategisk" in found
    assert found.split("- **Citeres som:**")[1].split("\n")[0].endswith("analyser*. Udkast.")
    assert "- **Udgiver:** ikke besluttet endnu\n" in found


@pytest.mark.parametrize("root", [EXAMPLE, REAL])
def test_what_isnt_known_is_left_out(root: Path) -> None:
    found = chapter(markdown(publish(root), root), "Kolofon")
    assert not re.search("git|commit|Bygget", found)
    assert ("(u.å.)" in found) == (root is REAL)


def test_the_colophon_ends_the_web_page_and_opens_the_others() -> None:
    publication = publish(EXAMPLE)
    page = FORMATS["html"](publication, EXAMPLE)["programme.html"].decode("utf-8")
    order = [
        re.sub("<[^>]+>", "", title).strip()
        for title in re.findall(r"<h2[^>]*>(.*?)</h2>", page, re.DOTALL)
    ]
    assert order[:2] == ["Overblik", "Forord"]
    assert order[-2:] == ["Kolofon", "Noter"]
    with pymupdf.open(stream=FORMATS["pdf"](publication, EXAMPLE)["programme.pdf"]) as pdf:
        assert pdf[1].get_text().split("\n")[1] == "Kolofon"
        assert "Indhold" in pdf[2].get_text()
        assert [title for level, title, _ in pdf.get_toc() if level == 1][:2] == [
            "Kolofon",
            "Overblik",
        ]


# At a glance


def pages_of(data: bytes) -> list[str]:
    with pymupdf.open(stream=data) as pdf:
        return [page.get_text() for page in pdf]


def test_a_long_title_stands_whole_on_the_cover(council: Path) -> None:
    path = council / "content" / "programme.md"
    text = path.read_text(encoding="utf-8")
    words = " ".join(["Et langt navn på et arbejdsprogram, som nogen har skrevet"] * 16)[:900]
    title = words.strip()
    path.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", text, count=1), encoding="utf-8")
    data = FORMATS["pdf"](publish(council), council)["programme.pdf"]
    with pymupdf.open(stream=data) as pdf:
        cover, inside = pdf[0], pdf[3]
        lines = [
            (span["bbox"], span["text"])
            for block in cover.get_text("dict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            if span["color"] == 0xFFFFFF
        ]
        band = 132 / 25.4 * 72
        assert all(top > 0 and bottom < band for (_, top, _, bottom), _ in lines)
        said = " ".join(text for _, text in lines).replace("- ", "-")
        assert re.sub(r"\s", "", said) == re.sub(r"\s", "", title)
        head = inside.get_text().split("\n")[0]
        assert head.endswith("…")
        assert title.startswith(head[:-1])


def with_more(council: Path, number: int) -> Path:
    """Let Eksempelrådet have so many more goals, focus areas and milestones."""
    path = council / "content" / "programme.md"
    text = path.read_text(encoding="utf-8").replace("status: approved", "status: draft")
    areas = "".join(
        f"  - {{id: omraade-{n}, title: Et indsatsområde med nummer {n}, order: {n + 10}}}\n"
        for n in range(number)
    )
    goals = "".join(
        f"  - {{id: maal-{n}, title: Et mål med nummer {n}, focus_areas: [omraade-{n}]}}\n"
        for n in range(number)
    )
    milestones = "".join(
        f"  - {{id: m-{n}, title: En milepæl med nummer {n}, date: 2028-{n % 12 + 1:02}-10}}\n"
        for n in range(1, number + 1)
    )
    text = text.replace("\ncross_cutting:\n", f"\n{areas}cross_cutting:\n", 1)
    text = text.replace("focus_areas:\n  - id: faelles", f"{goals}focus_areas:\n  - id: faelles", 1)
    text = text.replace("economy:\n  currency", f"{milestones}economy:\n  currency", 1)
    path.write_text(text, encoding="utf-8")
    return council


@pytest.mark.parametrize(
    "make",
    [lambda root: EXAMPLE, lambda root: REAL, lambda root: with_more(root, 5)],
    ids=["eksempelraadet", "real", "large"],
)
def test_it_is_one_page(make: Callable[[Path], Path], council: Path) -> None:
    root = make(council)
    publication = publish(root)
    programme = publication.programme
    assert programme is not None
    pages = pages_of(FORMATS["pdf"](publication, root)["programme.pdf"])
    opening = [text.split("\n")[1:3] for text in pages]
    [number] = [n for n, lines in enumerate(opening) if "Overblik" in lines]
    text = " ".join(pages[number].split())
    for milestone in programme.milestones:
        assert milestone.title in text
    for goal in programme.goals:
        assert goal.title in text
    for row in programme.glance.rows:
        assert row.focus_area is not None
        # a word that is parted at the end of a line has another sign there
        assert row.focus_area.title.split()[0] in text
    assert "Forord" in opening[number + 1]


def test_what_would_be_too_small_to_read_takes_more_pages(council: Path) -> None:
    publication = publish(with_more(council, 20))
    pages = pages_of(FORMATS["pdf"](publication, council)["programme.pdf"])
    opening = [text.split("\n")[1:3] for text in pages]
    [first] = [n for n, lines in enumerate(opening) if "Overblik" in lines]
    [after] = [n for n, lines in enumerate(opening) if "Forord" in lines]
    assert after > first + 1
    text = " ".join(" ".join(pages[first:after]).split())
    for number in range(1, 21):
        assert f"En milepæl med nummer {number} " in f"{text} "


def test_it_says_what_is_not_known_yet() -> None:
    found = chapter(markdown(publish(REAL), REAL), "Overblik")
    assert "Dette er et udkast." in found
    assert "De strategiske mål er ikke besluttet endnu." in found
    assert "- **Periode:** ikke besluttet endnu\n" in found
    assert "- **Anslåede udgifter:** Der er ingen anslåede udgifter endnu.\n" in found
    assert "- **Ramme:** ikke besluttet endnu\n" in found
    assert "Ingen aktiviteter er besluttet endnu." in found
    assert "overview" not in found


def test_its_numbers_are_those_of_the_programme() -> None:
    found = chapter(markdown(publish(EXAMPLE)), "Overblik").replace("\u00a0", " ")
    assert "| I alt | 12 | 14 | 21 | 11 | 46 | 19,70 | 2 |" in found
    assert "- **Ikke anslået:** [2](#unestimated) af 46 aktiviteter\n" in found
    assert "- **Anslåede udgifter:** 19,7 mio. kr.\n" in found
    assert "- **Ramme minus udgifter:** 1,3 mio. kr.\n" in found


def test_its_picture_has_the_areas_and_the_milestones_numbers() -> None:
    publication = publish(EXAMPLE)
    picture = publication.assets["overview.svg"].decode("utf-8")
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    assert publication.programme is not None
    for area in publication.programme.focus_areas:
        assert area.title in texts
    # of ten milestones, the first five lie before the programme's first year
    numbers = re.findall(r'font-size="12"[^>]*>(\d+)</text>', picture)
    assert numbers == ["6", "7", "8", "9", "10"]
    bars = len(re.findall(r'<rect[^>]*rx="2"', picture))
    assert bars == len(publication.programme.activities)


# Changes


@pytest.fixture
def revised(council: Path) -> Publication:
    """Eksempelrådet's next version, compared with the one that there is."""
    before = read_repository(EXAMPLE)
    programme = council / "content" / "programme.md"
    text = programme.read_text(encoding="utf-8")
    text = text.replace('version: "1.0"\ndate', 'version: "1.1"\ndate', 1)
    programme.write_text(text.replace("status: approved", "status: draft"), encoding="utf-8")
    page = council / "content" / "one-pagers" / "naturkortet.md"
    text = page.read_text(encoding="utf-8").replace("end: 2028-08-31", "end: 2028-08-15")
    text = text.replace("title: Naturkortet – den fælles database", "title: Naturkortet *2*")
    page.write_text(text, encoding="utf-8")
    shutil.copytree(
        EXAMPLE / "content" / "minutes", council / "content" / "minutes", dirs_exist_ok=True
    )
    return compose(read_repository(council), Origin(EDITION, before))


def test_changes_in_words(revised: Publication) -> None:
    found = chapter(markdown(revised), "Ændringer siden version 1.0").replace("\u00a0", " ")
    assert (
        "Programmet er sammenlignet med version 1.0, som blev godkendt den 8. oktober 2026."
        in found
    )
    assert "Titel: fra “Naturkortet – den fælles database” til “Naturkortet \\*2\\*”" in found
    assert (
        "| flyttet | 3. april 2028 – 31. august 2028 | 3. april 2028 – 15. august 2028 |"
        in re.sub(r" +", " ", found)
    )


def test_changes_are_in_every_format(revised: Publication, tmp_path: Path) -> None:
    made = {form: FORMATS[form](revised, EXAMPLE) for form in ("html", "docx", "pdf")}
    page = made["html"]["programme.html"].decode("utf-8")
    assert '<h2 id="changes">Ændringer siden version\u00a01.0</h2>' in page
    assert any(
        text.split("\n")[2] == "Ændringer siden version\u00a01.0"
        for text in pages_of(made["pdf"]["programme.pdf"])
    )
    path = tmp_path / "programme.docx"
    path.write_bytes(made["docx"]["programme.docx"])
    headings = [p.text for p in docx.Document(str(path)).paragraphs if p.style.name == "Heading 1"]
    assert headings[:4] == ["Kolofon", "Overblik", "Ændringer siden version\u00a01.0", "Forord"]


def test_nothing_changed_is_said(council: Path) -> None:
    programme = council / "content" / "programme.md"
    text = programme.read_text(encoding="utf-8").replace("status: approved", "status: draft")
    programme.write_text(text, encoding="utf-8")
    origin = Origin(before=read_repository(EXAMPLE))
    found = chapter(
        markdown(compose(read_repository(council), origin)), "Ændringer siden version 1.0"
    )
    assert "Emner, aktiviteter og beslutninger er uændrede." in found
    assert "|" not in found
