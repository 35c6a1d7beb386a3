"""Whatever stands in the content, what is built runs nothing, fetches nothing and tells no secret.

Each format is searched by a reader of its own that knows what could run there, and each is asked
whether all the texts are still there, as text. See `tests.publishing.hostile` for what is tried.
"""

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pikepdf
import pymupdf
import pytest
from markdown_it import MarkdownIt
from tests.publishing.conftest import EXAMPLE, publish
from tests.publishing.hostile import ATTACHED, REACHING, SECRET, TEXTS, free_fields, hostile_council

from wp.errors import WpError
from wp.publishing.formats import FORMATS
from wp.reading.repository import read_templates

NAMES = ((), ("content/one-pagers/naturkortet.md",), ("content/minutes/2026-06-11.md",))
MARK = re.compile(r"Mærke\d+x")
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Signs that a reader's tool may break lines at or draw otherwise.
SPACE = re.compile(r"[\s\u00ad\u200b\ufffd]+")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile") / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
    marks = hostile_council(root)
    assert len(marks) > 500
    return root


def outputs(root: Path, form: str) -> Iterator[tuple[str, bytes, set[str]]]:
    """Yield what a format gives of each document, with the marks that its Markdown shows."""
    for names in NAMES if form != "json" else NAMES[:1]:
        publication = publish(root, *names)
        markdown = FORMATS["md"](publication, root)[f"{publication.name}.md"].decode("utf-8")
        shown = set(MARK.findall(markdown))
        assert len(shown) > 12
        files = FORMATS[form](publication, root)
        for data in files.values():
            assert SECRET.encode() not in data
            assert b"root:x:0" not in data
        yield publication.name, files[f"{publication.name}.{form}"], shown


def safe(address: str, schemes: Iterable[str] = ("http", "https", "mailto")) -> bool:
    """Say whether a link leads to a page, a mailbox, or a place in or below the output folder."""
    address = "".join(sign for sign in address if sign > " ")
    scheme = urlsplit(address).scheme.lower()
    if scheme:
        return scheme in schemes
    return not address.startswith(("/", "\\")) and "\\" not in address


def is_there(text: str, shown: set[str]) -> None:
    """Hold that every mark, and every hostile text, stands in what a reader sees."""
    assert set(MARK.findall(text)) >= shown
    assert not OVERRIDES.search(text)
    bare = SPACE.sub("", text)
    for hostile_text in TEXTS:
        if "\u202e" not in hostile_text:
            assert SPACE.sub("", hostile_text) in bare, hostile_text


# HTML


class Page(HTMLParser):
    """Collects what a page shows, and everything in it that could run or fetch."""

    FORBIDDEN = frozenset(
        {
            *("script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal"),
            *("form", "input", "button", "base", "link", "foreignobject", "animate", "set"),
            *("audio", "video", "source", "track"),
        }
    )
    ADDRESSES = frozenset(
        {
            *("href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcset"),
            *("background", "ping", "cite"),
        }
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.shown: list[str] = []
        self.style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"
        if tag == "link" and dict(attrs) == {"rel": "icon", "href": "data:,"}:
            return  # our own: no picture, so that no browser asks for one
        if tag in self.FORBIDDEN:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            found = value or ""
            picture = tag == "img" and re.match(r"data:image/(png|jpeg|gif|webp|svg\+xml);", found)
            address = name in self.ADDRESSES and not (safe(found) or picture)
            outside = tag in ("img", "image", "use") and name in ("src", "href", "xlink:href")
            if (
                name.startswith("on")
                or address
                or (outside and not (picture or found.startswith("#")))
                or (name == "style" and re.search(r"url|expression|import|position", found))
                or (tag == "meta" and name == "http-equiv" and found.lower() == "refresh")
            ):
                self.faults.append(f"<{tag} {name}={found[:60]!r}>")

    def handle_endtag(self, tag: str) -> None:
        self.style = False

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.shown.append(data)
        elif re.search(r"@import|url\(\s*['\"]?(?!#|data:)|expression\(", data):
            self.faults.append(f"style: {data[:60]!r}")


def test_html(hostile: Path) -> None:
    for name, data, shown in outputs(hostile, "html"):
        page = Page()
        page.feed(data.decode("utf-8"))
        page.close()
        assert page.faults == [], name
        is_there("".join(page.shown), shown)


def test_the_search_of_html_finds_what_runs() -> None:
    """The searcher itself: nothing here may pass."""
    for text in (
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=' java\nscript:x'>",
        "<a href='data:text/html,x'>",
        "<img src='https://example.org/x.png'>",
        "<style>@import 'x'</style>",
        "<p style='background:url(x)'>",
        "<svg><use href='x.svg#y'></svg>",
        "<meta http-equiv=refresh content=0>",
        "<link rel=stylesheet href=x.css>",
    ):
        page = Page()
        page.feed(text)
        page.close()
        assert page.faults, text


# Markdown


def test_markdown(hostile: Path) -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)  # this parser goes as deep as the text does
    try:
        judge_markdown(hostile)
    finally:
        sys.setrecursionlimit(limit)


OWN_MARKUP = r'<br ?/?>|<a id="[a-z0-9-]+">|</a>'


def judge_markdown(hostile: Path) -> None:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 1000}).enable(
        ["table", "strikethrough"]
    )
    # what we judge is what the text says, and not what this parser would refuse
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for name, data, shown in outputs(hostile, "md"):
        text = data.decode("utf-8")
        faults, seen = [], []
        for token in walk(parser.parse(text)):
            markup = token.type in ("html_block", "html_inline")
            # a line break in a cell, and the name of a heading, which are ours
            if markup and not re.fullmatch(OWN_MARKUP, token.content.strip()):
                faults.append(token.content)
            for attribute in ("href", "src"):
                address = str(token.attrGet(attribute) or "")
                if not safe(address) or (attribute == "src" and urlsplit(address).scheme):
                    faults.append(address)
            seen.append(token.content if not token.children else "")
        assert faults == [], name
        is_there(" ".join(seen), shown)


def walk(tokens: Iterable[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from walk(token.children or ())


# Word


FIELDS = re.compile(
    r"^(TOC|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|NOTEREF|REF|SEQ|HYPERLINK \\l|STYLEREF)\b"
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_word(hostile: Path) -> None:
    for name, data, shown in outputs(hostile, "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        active = re.compile(r"vba|activeX|embeddings|oleObject|attachedToolbars|\.(bin|exe|htm)")
        assert [part for part in parts if active.search(part)] == []
        assert not re.search(rb"macroEnabled|vbaProject|oleObject", parts["[Content_Types].xml"])
        texts = []
        for part, content in parts.items():
            if part.endswith(".rels"):
                for relation in ElementTree.fromstring(content):
                    if relation.get("TargetMode") == "External":
                        assert relation.get("Type", "").endswith("/hyperlink"), (name, part)
                        assert safe(relation.get("Target", "")), (name, relation.get("Target"))
            if part.startswith("word/") and part.endswith(".xml"):
                root = ElementTree.fromstring(content)
                for tag in ("altChunk", "object", "control", "attachedTemplate", "mailMerge"):
                    assert root.find(f".//{WORD}{tag}") is None, (name, part, tag)
                for field in root.iter(f"{WORD}instrText"):
                    said = (field.text or "").strip()
                    assert FIELDS.match(said) or not said, (name, part, said)
                for simple in root.iter(f"{WORD}fldSimple"):
                    assert FIELDS.match(simple.get(f"{WORD}instr", "").strip()), (name, part)
                texts += ["".join(t.text or "" for t in root.iter(f"{WORD}t"))]
            if part.startswith("word/media/") and part.endswith(".svg"):
                assert not re.search(rb"<script|\son\w+=|javascript:|https?://(?!www\.w3)", content)
        is_there(" ".join(texts), shown)


# PDF


FORBIDDEN = {
    *("/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/AA", "/RichMedia"),
    *("/XFA", "/AcroForm", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Movie", "/Sound"),
}


def test_pdf(hostile: Path) -> None:
    for name, data, shown in outputs(hostile, "pdf"):
        with pikepdf.open(io.BytesIO(data)) as document:
            assert "/OpenAction" not in document.Root
            for thing in document.objects:
                for inner in dictionaries(thing):
                    assert not FORBIDDEN & set(inner.keys()), name
                    kinds = {str(inner.get(key)) for key in ("/S", "/Type", "/Subtype")}
                    assert not FORBIDDEN & kinds, (name, kinds)
                    if "/URI" in inner:
                        assert safe(str(inner["/URI"])), (name, str(inner["/URI"]))
        with pymupdf.open(stream=data, filetype="pdf") as pages:
            text = "".join(page.get_text() for page in pages)
        # a word parted at the end of a line is one word
        assert set(MARK.findall(SPACE.sub("", text.replace("-\n", "")))) >= shown
        assert not OVERRIDES.search(text)
        bare = SPACE.sub("", text)
        for said in ("<script>alert(1)</script>", "{{7*7}}", '#read("/etc/passwd")', "DDEAUTO"):
            assert said in bare, said


def dictionaries(thing: Any) -> Iterator[Any]:
    """Yield an object's dictionary and those written inside it."""
    if isinstance(thing, pikepdf.Array):
        for item in thing:
            yield from () if getattr(item, "is_indirect", True) else dictionaries(item)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        for key in thing.keys():  # noqa: SIM118
            inner = thing[key]
            if isinstance(inner, pikepdf.Dictionary | pikepdf.Array) and not inner.is_indirect:
                yield from dictionaries(inner)


# Data, and the whole


def test_data(hostile: Path) -> None:
    [(_, data, shown)] = outputs(hostile, "json")
    whole = json.loads(data)
    texts: list[str] = []

    def gather(node: Any) -> None:
        for inner in node.values() if isinstance(node, dict) else node:
            if isinstance(inner, str):
                texts.append(inner)
            elif isinstance(inner, dict | list):
                gather(inner)

    gather(whole)
    is_there(" ".join(texts), shown)


def test_every_free_field_of_every_form_is_tried(hostile: Path) -> None:
    """The content holds hostile text wherever a form lets any text stand."""
    tried = "".join(path.read_text("utf-8") for path in (hostile / "content").rglob("*.*ml"))
    tried += "".join(path.read_text("utf-8") for path in (hostile / "content").rglob("*.md"))
    missed = [
        field
        for form in read_templates(hostile).values()
        for field in free_fields(form.schema, form.schema)
        if (name := field.rpartition("/")[2]) != "*"
        and not re.search(rf"\b{name}: ['\"]?(Mærke|M\\xE6rke)", tried)
    ]
    assert missed == []


def test_check_says_what_is_wrong_and_never_breaks(hostile: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wp.app", "check", "--format", "json", "--root", str(hostile)],
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (1, "")
    names = {item["name"] for item in json.loads(done.stdout)["diagnostics"]}
    assert {"forbidden-scheme", "raw-html", "bidi-override", "outside-content"} <= names
    assert {"absolute-path", "remote-file", "link-outside"} <= names
    assert {"bidi-escape", "bidi-name", "language-tag", "language-mark"} <= names
    found = json.loads(done.stdout)["diagnostics"]
    runs = {item["path"] for item in found if item["name"] in ("attachment-runs", "drawing-runs")}
    named = {name for name in ATTACHED if "\u202e" not in name} | {"ond.svg"}
    assert runs == {f"content/attachments/{name}" for name in named}


def test_what_could_run_never_gets_into_the_output_folder(hostile: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wp.app", "build", "--format", "md", "--root", str(hostile)],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    build = hostile / "build"
    assert not build.exists() or [path.name for path in build.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_drawing_that_reaches_out_is_refused(council: Path, form: str) -> None:
    page = council / "content" / "one-pagers" / "naturkortet.md"
    (council / "content" / "attachments" / "ond.svg").write_text(REACHING, encoding="utf-8")
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n![ond](../attachments/ond.svg)\n", encoding="utf-8")
    with pytest.raises(WpError) as stopped:
        FORMATS[form](publish(council, "content/one-pagers/naturkortet.md"), council)
    assert stopped.value.name == "tool-failed"
    assert "attachments/ond.svg" in str(stopped.value.params["reason"])


@pytest.fixture
def offline() -> Callable[[list[str]], list[str]]:
    """Put a command where there is no network; skip where that isn't allowed."""
    for how in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and not subprocess.run([*how, "true"], capture_output=True).returncode
        ):
            return lambda command: [*how, *command]
    pytest.skip("a network of its own needs Linux and a permission")


def test_a_build_needs_no_network(council: Path, offline: Callable[[list[str]], list[str]]) -> None:
    command = [sys.executable, "-m", "wp.app", "build", "--root", str(council)]
    found = []
    for words in (command, offline(command)):
        done = subprocess.run(words, capture_output=True, encoding="utf-8")
        assert (done.returncode, done.stderr) == (0, "")
        found.append(
            {path: path.read_bytes() for path in (council / "build").rglob("*") if path.is_file()}
        )
        shutil.rmtree(council / "build")
    assert found[0] == found[1]
