"""From documents through an output template to a tree: what stands where, what can't break out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.errors import WpError
from wp.publishing.environment import escape_markdown
from wp.publishing.publication import Publication
from wp.reading.markup import parse
from wp.reading.nodes import Node

Edit = Callable[[str, str, str], None]
JURA = "content/one-pagers/rettigheder-og-aftaler.md"


def texts(node: Node, kind: str) -> list[str]:
    return [part.plain_text() for part in node.walk() if part.kind == kind]


def below(publication: Publication, heading: str) -> list[Node]:
    """Return the blocks between a heading, by its id, and the next one."""
    found: list[Node] = []
    collecting = False
    for node in publication.body.walk():
        if node.kind == "heading":
            collecting = node.attrs["id"] == heading
        elif collecting:
            found.append(node)
    return found


@given(st.text())
def test_any_text_comes_out_of_a_template_as_that_text(text: str) -> None:
    shown = " ".join(text.replace("\t", " ").replace("\n", " ").split(" ")).strip(" ")
    if not shown.strip() or any(char in shown for char in "\r\x00\x0b\x0c"):
        return
    tree = parse(str(escape_markdown(text)))
    assert [node.kind for node in tree.walk()][:3] == ["document", "paragraph", "text"]
    assert tree.plain_text().split() == shown.split()


@pytest.mark.parametrize("root", [EXAMPLE, REAL], ids=["eksempelraadet", "real"])
def test_what_every_publication_keeps(root: Path) -> None:
    names = [path.relative_to(root).as_posix() for path in (root / "content").glob("*/*.md")]
    for publication in [publish(root), *(publish(root, name) for name in sorted(names))]:
        ids = [heading.attrs["id"] for heading in publication.headings()]
        ids += [node.attrs["id"] for node in publication.body.walk() if node.kind == "anchor"]
        assert len(ids) == len(set(ids)), publication.name
        assert all(name and name.isascii() for name in ids)
        level = 0
        for heading in publication.headings():
            assert heading.attrs["level"] <= level + 1, (publication.name, heading.plain_text())
            level = heading.attrs["level"]
        for node in publication.body.walk():
            assert node.kind not in ("html_block", "html_inline", "prose", "span")
            if node.kind == "link" and node.attrs["dest"].startswith("#"):
                assert node.attrs["dest"][1:] in ids, publication.name
            if node.kind == "image":
                assert node.attrs["dest"].removeprefix("asset:") in publication.assets
                assert node.plain_text().strip()
        labels = [n.attrs["label"] for n in publication.body.children if n.kind == "footnote"]
        assert len(labels) == len(set(labels))
        used = {n.attrs["label"] for n in publication.body.walk() if n.kind == "footnote_reference"}
        assert used == set(labels)


def test_raw_html_is_text_and_comments_are_nothing(council: Path, edit: Edit) -> None:
    edit(
        JURA,
        "## Mål\n\n",
        "## Mål\n\nEt <b>fedt</b> ord<!-- skjult -->.\n\n<script>alert(1)</script>\n\n"
        "<!-- skjult -->\n\n",
    )
    publication = publish(council, JURA)
    shown = publication.body.plain_text()
    assert "Et <b>fedt</b> ord." in shown
    assert "<script>alert(1)</script>" in shown
    assert "skjult" not in shown


def test_a_document_can_forge_no_directive(council: Path, edit: Edit) -> None:
    edit(JURA, "## Mål\n\n", "## Mål\n\n<!-- wp: cover -->\n\n```\naldrig lukket\n\n")
    publication = publish(council)
    names = [n.attrs["name"] for n in publication.body.walk() if n.kind == "container"]
    assert names.count("cover") == 1
    # the fence that was never closed ends with its section; what follows is untouched
    assert any(h.plain_text() == "3 Aktivitetsplan" for h in publication.headings())


def test_a_title_may_hold_any_sign(council: Path, edit: Edit) -> None:
    title = "# Kort | <b>*og*</b> {#id} [x](y) `z` {{ 7*7 }} & mere"
    edit(JURA, "title: Rettigheder og aftaler om deling af data", f"title: '{title}'")
    publication = publish(council)
    assert f"2.1.2 {title}" in texts(publication.body, "heading")
    assert [cell for cell in texts(publication.body, "table_cell") if cell == title]


def test_links_lead_into_the_publication_or_nowhere(council: Path, edit: Edit) -> None:
    edit(
        JURA,
        "## Mål\n\n",
        "## Mål\n\n[a](naturkortet.md#tid) [b](../../hemmeligt.md) [c](javascript:alert(1)) "
        "[d](../attachments/optaelling-af-kortlag.csv) [e](https://example.org/x)\n\n",
    )
    publication = publish(council)
    links = {n.plain_text(): n.attrs["dest"] for n in publication.body.walk() if n.kind == "link"}
    assert links["a"] == "#naturkortet-time"
    assert links["d"] == "attachments/optaelling-af-kortlag.csv"
    assert links["e"] == "https://example.org/x"
    assert "b" not in links
    assert "c" not in links
    alone = publish(council, JURA)
    links = {n.plain_text(): n.attrs["dest"] for n in alone.body.walk() if n.kind == "link"}
    assert "a" not in links  # that document isn't here
    assert links["d"] == "../attachments/optaelling-af-kortlag.csv"


def test_headings_of_a_section_go_below_its_own(council: Path, edit: Edit) -> None:
    edit(JURA, "## Mål\n\n", "## Mål\n\n##### Dybt\n\nTekst.\n\n")
    headings = {h.plain_text(): h.attrs["level"] for h in publish(council).headings()}
    assert headings["Dybt"] == 5
    headings = {h.plain_text(): h.attrs["level"] for h in publish(council, JURA).headings()}
    assert headings["Dybt"] == 2


def test_a_picture_outside_the_content_is_its_text(council: Path, edit: Edit) -> None:
    (council / "hemmelig.png").write_bytes(b"x")
    edit(
        JURA,
        "## Mål\n\n",
        "## Mål\n\n![En plan](../../hemmelig.png) ![To](//evil.example/x.png)\n\n",
    )
    publication = publish(council, JURA)
    assert publication.assets == {}
    assert "En plan To" in publication.body.plain_text()


def test_what_is_missing_is_shown_where_it_belongs(council: Path) -> None:
    publication = publish(REAL, "content/one-pagers/jura.md")
    below_goals = below(publication, "jura-goals")
    shown = [node.plain_text() for node in below_goals if node.kind == "paragraph"]
    assert shown == ["Endnu ikke skrevet."]


def test_an_output_template_of_the_council_is_used(council: Path) -> None:
    own = council / "templates" / "output"
    own.mkdir(parents=True)
    (own / "one-pager.md.j2").write_text("# Kun {{ topic.title }}\n", encoding="utf-8")
    (own / "labels.yml").write_text("state_draft: {da: Kladde, en: Sketch}\n", encoding="utf-8")
    publication = publish(council, JURA)
    assert texts(publication.body, "heading") == ["Kun Rettigheder og aftaler om deling af data"]


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("ok\n\n{{ topic.titel }}\n", 3, "titel"),
        ("ok\n{% if topic %}\n", 2, "endif"),
        ("{{ topic.__class__.__mro__ }}\n", 1, "__class__"),
    ],
)
def test_a_broken_output_template_is_named_with_its_line(
    council: Path, template: str, line: int, reason: str
) -> None:
    own = council / "templates" / "output"
    own.mkdir(parents=True)
    (own / "one-pager.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(WpError) as caught:
        publish(council, JURA)
    assert caught.value.name == "output-template"
    assert caught.value.params["path"] == "templates/output/one-pager.md.j2"
    assert caught.value.params["line"] == line
    assert reason in caught.value.params["reason"]


def test_a_field_that_a_form_adds_reaches_the_output(council: Path, edit: Edit) -> None:
    form = council / "templates" / "one-pager.md"
    form.parent.mkdir()
    packaged = (REAL / "templates" / "one-pager.md").read_text(encoding="utf-8")
    added = "    awaiting:\n      type: string\n"
    assert packaged.count(added) == 1
    field = "    slogan: {type: string, title: Slogan}\n"
    form.write_text(packaged.replace(added, field + added), encoding="utf-8")
    output = council / "templates" / "output" / "one-pager.md.j2"
    output.parent.mkdir()
    output.write_text("{{ topic.data.slogan }}\n", encoding="utf-8")
    edit(JURA, "\nstatus: approved\n", "\nstatus: approved\nslogan: Del & hersk\n")
    assert publish(council, JURA).body.plain_text() == "Del & hersk"


def test_a_programme_has_more_headings_than_a_document_may(council: Path) -> None:
    """The limit is there for one text that somebody wrote; a programme is many."""
    path = council / "templates" / "output" / "programme.md.j2"
    path.parent.mkdir(parents=True)
    parts = "".join(
        f"<!-- wp: topic -->\n\n# Del {n}\n\n<!-- /wp: topic -->\n\n" for n in range(1100)
    )
    path.write_text(parts, encoding="utf-8")
    assert len(list(publish(council).headings())) == 1100


def test_more_initiatives_than_there_are_letters(council: Path, edit: Edit) -> None:
    more = [f"initiativ-{number:02}" for number in range(30)]
    path = council / "content" / "initiatives.yml"
    entries = "".join(
        f"  - id: {one}\n    title: Initiativ {number}\n    owner: Ejer\n    launched: 2026-01-01\n"
        for number, one in enumerate(more)
    )
    path.write_text(path.read_text(encoding="utf-8") + entries, encoding="utf-8")
    edit(
        "content/one-pagers/drift-support-og-ejerskab.md",
        "interfaces: [en-indgang-til-naturdata]",
        f"interfaces: [en-indgang-til-naturdata, {', '.join(more)}]",
    )
    [matrix] = [
        node
        for node in publish(council).body.walk()
        if node.kind == "table" and "matrix" in node.attrs.get("classes", ())
    ]
    marks = [cell.plain_text() for cell in matrix.children[0].children[1:]]
    assert len(marks) == len(set(marks)) > 30
    assert marks[24:29] == ["Y", "Z", "AA", "AB", "AC"]
