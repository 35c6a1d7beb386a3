"""Every link within a document, followed in every format as a reader's program follows it."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
import yaml
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.publishing.formats import FORMATS
from wp.publishing.publication import Publication
from wp.reading.nodes import Node

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROOTS = {"eksempelraadet": EXAMPLE, "real": REAL}


@pytest.fixture(scope="module", params=ROOTS)
def made(request: pytest.FixtureRequest) -> tuple[Publication, Path]:
    root = ROOTS[request.param]
    return publish(root), root


def written(made: tuple[Publication, Path], form: str) -> bytes:
    publication, root = made
    return FORMATS[form](publication, root)[f"programme.{form}"]


def inner(publication: Publication) -> list[str]:
    """Return what the links of the text itself, without the contents, lead to."""
    links = (node for node in publication.body.walk() if node.kind == "link")
    captions = (
        link
        for node in publication.body.walk()
        for caption in node.attrs.get("caption", ())
        for link in caption.walk()
        if link.kind == "link"
    )
    found = [node.attrs["dest"] for node in (*links, *captions)]
    return [dest.removeprefix("#") for dest in found if dest.startswith("#")]


def places(publication: Publication) -> list[str]:
    """Return the ids of the rows that links lead to."""
    return [node.attrs["id"] for node in publication.body.walk() if node.kind == "anchor"]


def test_there_are_links_to_follow(made: tuple[Publication, Path]) -> None:
    publication, _ = made
    ids = {node.attrs["id"] for node in publication.headings()}
    assert len(inner(publication)) > 60
    assert set(inner(publication)) <= ids | set(places(publication))


def test_every_decision_has_a_row_of_its_own(made: tuple[Publication, Path]) -> None:
    publication, root = made
    decisions = [
        f"decision-{decision['id']}"
        for path in sorted((root / "content" / "minutes").glob("*.md"))
        for decision in yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]).get(
            "decisions", ()
        )
    ]
    assert len(decisions) > 3
    assert sorted(places(publication)) == sorted(decisions)
    rows = {
        node.attrs["id"]: row
        for row in publication.body.walk()
        if row.kind == "table_row"
        for node in row.walk()
        if node.kind == "anchor"
    }
    assert sorted(rows) == sorted(decisions)


def test_markdown(made: tuple[Publication, Path]) -> None:
    text = written(made, "md").decode("utf-8")
    # GitHub's own: letters, digits, hyphens and underscores stay, a space is a hyphen
    anchors = set(re.findall(r'<a id="([a-z0-9-]+)"></a>', text))
    own = len(anchors)
    seen: Counter[str] = Counter()
    for line in re.findall(r"(?m)^#{1,6} (.+)$", text):
        words = re.sub(r"<[^>]+>|\[\^[^\]]+\]|[*`\\]", "", line).lower()
        kept = (sign for sign in words if sign in "-_ " or unicodedata.category(sign)[0] in "LMN")
        slug = "".join(kept).replace(" ", "-")
        anchors.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    numbered = sum("number" in node.attrs for node in made[0].headings())
    assert own == numbered + len(places(made[0])) > 30
    followed = re.findall(r"\]\(#([^)]+)\)", text)
    assert len(followed) > len(inner(made[0]))
    assert {link for link in followed if link not in anchors} == set()


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            elif name == "href" and value and value.startswith("#") and tag == "a":
                self.links.append(value[1:])


def test_html(made: tuple[Publication, Path]) -> None:
    page = _Page(written(made, "html").decode("utf-8"))
    assert max(page.ids.values()) == 1
    assert {link for link in page.links if link not in page.ids} == set()
    assert Counter(inner(made[0])) - Counter(page.links) == Counter()
    assert {node.attrs["id"] for node in made[0].headings()} <= set(page.ids)
    assert set(places(made[0])) <= set(page.ids)


def test_word(made: tuple[Publication, Path]) -> None:
    with zipfile.ZipFile(io.BytesIO(written(made, "docx"))) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
        notes = ElementTree.fromstring(archive.read("word/footnotes.xml"))
    marks = [node.get(f"{WORD}name") for node in root.iter(f"{WORD}bookmarkStart")]
    assert len(marks) == len(set(marks))
    followed = [
        node.get(f"{WORD}anchor")
        for part in (root, notes)
        for node in part.iter(f"{WORD}hyperlink")
        if node.get(f"{WORD}anchor")
    ]
    pages = [
        match[1]
        for node in root.iter(f"{WORD}instrText")
        if (match := re.search(r"PAGEREF (\S+)", node.text or ""))
    ]
    assert {link for link in (*followed, *pages) if link not in marks} == set()
    assert len(followed) >= len(inner(made[0])) + len(pages)


def test_pdf(made: tuple[Publication, Path]) -> None:
    with pikepdf.open(io.BytesIO(written(made, "pdf"))) as document:
        pages = {page.objgen for page in document.pages}
        named = pikepdf.NameTree(document.Root.Names.Dests)
        followed: list[Any] = []
        for page in document.pages:
            for note in page.get("/Annots", ()):
                action = note.get("/A")
                if note.get("/Subtype") == "/Link" and (action is None or action.S == "/GoTo"):
                    followed.append(note.get("/Dest") if action is None else action.D)
        for target in followed:
            if isinstance(target, pikepdf.String):
                place = named[str(target)]
                target = place.D if isinstance(place, pikepdf.Dictionary) else place
            assert target[0].objgen in pages
        # a link over two lines is two places to click
        assert len(followed) >= len(inner(made[0]))


def _within(publication: Publication, heading: str) -> list[Node]:
    """Return the blocks under a heading, down to the next one of its level or above."""
    found: list[Node] = []
    level = 0
    for node in publication.body.walk():
        if node.kind == "heading":
            if level and node.attrs["level"] <= level:
                break
            if node.attrs["id"] == heading:
                level = node.attrs["level"]
        elif level:
            found.append(node)
    return found


def _links(nodes: list[Node]) -> set[str]:
    return {node.attrs["dest"] for node in nodes if node.kind == "link"}


def test_decisions_and_topics_lead_to_each_other() -> None:
    publication = publish(EXAMPLE)
    content = EXAMPLE / "content"
    topics = {path.stem for path in (content / "one-pagers").glob("*.md")}
    pairs = 0
    for path in sorted((content / "minutes").glob("*.md")):
        data = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        log = _links(_within(publication, f"meeting-{path.stem}"))
        for decision in data["decisions"]:
            for topic in topics.intersection(decision.get("concerns", [])):
                assert f"#{topic}" in log
                [facts] = [
                    node
                    for node in _within(publication, topic)
                    if node.kind == "container" and node.attrs["name"] == "facts"
                ]
                assert f"#decision-{decision['id']}" in _links(list(facts.walk()))
                assert f", pkt.\u00a0{decision['item']}: " in facts.plain_text()
                pairs += 1
    assert pairs == 28


def test_what_supersedes_a_decision_leads_to_it_and_back() -> None:
    publication = publish(EXAMPLE)
    rows = [node for node in publication.body.walk() if node.kind == "table_row"]
    [old] = [row for row in rows if "Erstattet af: 11. juni 2026, pkt. 2: " in _plain(row)]
    [new] = [row for row in rows if "Erstatter: 12. marts 2026, pkt. 2: " in _plain(row)]
    assert "#decision-2026-06-11-2" in _links(list(old.walk()))
    assert "#decision-2026-03-12-3" in _links(list(new.walk()))
    assert [node.attrs["id"] for node in old.walk() if node.kind == "anchor"] == [
        "decision-2026-03-12-3"
    ]


def _plain(node: Node) -> str:
    return node.plain_text().replace("\N{NO-BREAK SPACE}", " ")


def test_goals_and_topics_lead_to_each_other() -> None:
    publication = publish(EXAMPLE)
    for path in (EXAMPLE / "content" / "one-pagers").glob("*.md"):
        data = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        for goal in data["goals"] if data["status"] == "approved" else ():
            assert f"#{path.stem}" in _links(_within(publication, f"goal-{goal}"))
            assert f"#goal-{goal}" in _links(_within(publication, path.stem))


def test_an_attachment_of_a_meeting_can_be_opened() -> None:
    assert "attachments/optaelling-af-kortlag.csv" in _links(
        _within(publish(EXAMPLE), "annex-attachments")
    )
