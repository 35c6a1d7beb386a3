r"""Links, pictures and file fields: each leads to something that the programme can bring along.

## What
A link in the text, a picture, or a field that names a file (`x-file`) leads to a file under
`content/`, by its path from the document itself, spelled as the file's name is; or, for a link, to
a web or mail address; or to a heading (`#maal`), here or in another document. Pictures and files
lie in `content/`; a picture on the web can't go into the programme. A picture is a whole SVG, PNG,
JPEG, GIF or WebP, as its name says. No link or picture is without
an address.

## Why
A link is checked now or by the reader. Names that differ only in case work on a Mac or on Windows
and nowhere else. A file that is cut off, or is no picture, stops the programme from being built. An
address such as `javascript:` does something instead of leading somewhere.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktører
Se [bilaget](../attachments/bilag.txt), [mappen](../attachments),
[målingen](../attachments/Maaling.txt) og
[skabelonen](../../templates/one-pager.md).
```
Gives: missing-file, wrong-case, link-to-folder, link-to-template

```markdown content/one-pagers/datakvalitet.md#Aktører
Se [emnet](/content/one-pagers/retsgrundlag.md), [planen](C:\plan.txt),
[målingen](..\attachments\maaling.txt) og [noter](../../noter.txt).
```
Gives: absolute-path, backslash, outside-content

```markdown content/one-pagers/datakvalitet.md#Aktører
Se [siden](www.example.org/side), [emnet](retsgrundlag.md#maal), [planen](),
[knappen](javascript:alert(1)) og ![kortet](https://example.org/kort.png).
```
Gives: address-without-scheme, missing-anchor, forbidden-scheme, empty-link, remote-file

```text content/attachments/kort.png
<p>Ikke noget billede</p>
```
```markdown content/one-pagers/datakvalitet.md#Aktører
![Kort over regionerne](../attachments/kort.png)
```
Gives: broken-picture

## Right
```markdown content/one-pagers/datakvalitet.md#Aktører
Se [målingen](../attachments/maaling.txt), [målene](retsgrundlag.md#mål)
og [Sundhedsplanens side](https://example.org/plan).
```
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from wp.checking.nearest import nearest
from wp.checking.suggest import suggest
from wp.findings import Edit, Finding, Nature, Related, Rule, Span, Term
from wp.reading.attached import PICTURES
from wp.reading.document import Document
from wp.reading.nodes import Node
from wp.reading.repository import CONTENT, TEMPLATES, Repository
from wp.reading.schema import Reference, values_at

MISSING_FILE = Rule("WP410", "missing-file", Nature.FALSE)
WRONG_CASE = Rule("WP411", "wrong-case", Nature.FALSE)
LINK_TO_FOLDER = Rule("WP412", "link-to-folder", Nature.FALSE)
LINK_TO_TEMPLATE = Rule("WP413", "link-to-template", Nature.FALSE)
OUTSIDE_CONTENT = Rule("WP414", "outside-content", Nature.FALSE)
ABSOLUTE_PATH = Rule("WP415", "absolute-path", Nature.FALSE)
BACKSLASH = Rule("WP416", "backslash", Nature.FALSE)
SCHEME = Rule("WP417", "forbidden-scheme", Nature.FALSE)
REMOTE_FILE = Rule("WP418", "remote-file", Nature.FALSE)
NO_SCHEME = Rule("WP419", "address-without-scheme", Nature.FALSE)
EMPTY_LINK = Rule("WP420", "empty-link", Nature.UNFINISHED)
MISSING_ANCHOR = Rule("WP421", "missing-anchor", Nature.FALSE)
BROKEN_PICTURE = Rule("WP422", "broken-picture", Nature.FALSE)

RULES = (
    MISSING_FILE, WRONG_CASE, LINK_TO_FOLDER, LINK_TO_TEMPLATE, OUTSIDE_CONTENT, ABSOLUTE_PATH,
    BACKSLASH, SCHEME, REMOTE_FILE, NO_SCHEME, EMPTY_LINK, MISSING_ANCHOR, BROKEN_PICTURE,
)  # fmt: skip

_ALLOWED = ("https", "http", "mailto")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]+):")
_DRIVE = re.compile(r"[a-zA-Z]:[\\/]")
# Browsers leave these out of an address before they read its scheme.
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0]")
_ADDRESS = re.compile(r"(www\.[\w.-]+|[\w-]+(\.[\w-]+)*\.(dk|eu|com|org|net|int))(/.*)?")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the links and pictures of one document, and its fields that name a file."""
    template = document.template
    for reference in template.references if template else ():
        if reference.file:
            for pointer, value in values_at(document.data, reference.pattern):
                if isinstance(value, str) and value.strip():
                    span = document.value_span(pointer)
                    use = _Use(repository, document, value, span, span, "file", reference)
                    yield from use.findings()
    if "](" in document.source.text or "]:" in document.source.text or "<" in document.source.text:
        for node in document.body.walk():
            if node.kind in ("link", "image"):
                whole, inside = _spans(document, node)
                dest = node.attrs["dest"]
                yield from _Use(repository, document, dest, whole, inside, node.kind).findings()


def _spans(document: Document, node: Node) -> tuple[Span, Span | None]:
    """Return where a link or picture stands, and where its destination is written, if there."""
    raw = document.body_bytes(node.start, node.end)
    dest = node.attrs["dest"].removeprefix("mailto:") if raw[:1] == b"<" else node.attrs["dest"]
    at = raw.find(dest.encode(), raw.rfind(b"](") + 1) if dest else -1
    if at < 0:
        return document.node_span(node), None
    start = node.start + at
    return document.node_span(node), document.body_span(start, start + len(dest.encode()))


@dataclass(frozen=True)
class _Use:
    """One destination and where it is written. `kind` is "link", "image" or "file".

    `whole` is the span of the link, `inside` that of the destination as it stands, None where it
    stands elsewhere or in other characters; then nothing can be mended.
    """

    repository: Repository
    document: Document
    dest: str
    whole: Span
    inside: Span | None
    kind: str
    reference: Reference | None = None

    @cached_property
    def path(self) -> str:
        """The path from the root that a relative destination leads to, in Unicode form C."""
        way = self.dest
        if self.kind != "file":
            way = unquote(way.partition("#")[0].partition("?")[0])
        joined = posixpath.join(posixpath.dirname(self.document.path), way)
        return unicodedata.normalize("NFC", posixpath.normpath(joined))

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the destination, at most one finding."""
        dest = _IGNORED.sub("", self.dest)
        scheme = _SCHEME.match(dest)
        if dest in ("", "#"):
            yield self._finding(EMPTY_LINK)
        elif _DRIVE.match(dest) or (dest.startswith("/") and dest[:2] != "//"):
            yield self._finding(ABSOLUTE_PATH, self._below_root(dest))
        elif scheme:
            name = scheme[1].lower()
            if name not in _ALLOWED:
                yield self._finding(SCHEME, scheme=f"{name}:", allowed=[f"{s}:" for s in _ALLOWED])
            elif self.kind != "link":
                yield self._finding(REMOTE_FILE)
        elif dest.startswith("//"):
            yield self._finding(NO_SCHEME, f"https:{dest}")
        elif "\\" in dest:
            forward = self.dest.replace("\\", "/")
            fits = self._with(forward).path in self.repository.files
            yield self._finding(BACKSLASH, forward if fits else "")
        elif dest.startswith("#"):
            yield from self._anchor(self.document)
        else:
            yield from self._file(dest)

    def _file(self, dest: str) -> Iterator[Finding]:
        """Judge a relative path."""
        path, files = self.path, self.repository.files
        if path in files:
            target = self.repository.by_path.get(path)
            if "#" in self.dest and target is not None and self.kind == "link":
                yield from self._anchor(target)
            elif self.kind != "link":
                yield from self._picture(path)
        elif path in self.repository.folders or path == CONTENT:
            yield self._finding(LINK_TO_FOLDER)
        elif path == TEMPLATES or path.startswith(f"{TEMPLATES}/"):
            yield self._finding(LINK_TO_TEMPLATE)
        elif not path.startswith(f"{CONTENT}/"):
            yield self._finding(OUTSIDE_CONTENT)
        elif same := next((file for file in files if file.casefold() == path.casefold()), None):
            yield self._finding(WRONG_CASE, self._relative(same))
        elif _MAIL.fullmatch(dest):
            yield self._finding(NO_SCHEME, f"mailto:{dest}")
        elif _ADDRESS.fullmatch(dest) and self.kind == "link":
            yield self._finding(NO_SCHEME, f"https://{dest}")
        else:
            near, certain = self._near()
            yield self._finding(MISSING_FILE, near, certain=certain, path=path)

    def _anchor(self, target: Document) -> Iterator[Finding]:
        """Judge what stands after the `#`, in this document or another."""
        if target.path.endswith((".yml", ".yaml")):
            return
        way, _, fragment = self.dest.partition("#")
        anchor = unicodedata.normalize("NFC", unquote(fragment))
        anchors = target.anchors_for(self.document)
        if anchor and anchor not in anchors:
            meant = suggest(anchor, anchors)
            near = f"{way}#{meant.near}" if meant.near else ""
            related = () if target is self.document else (Related(target.path, 1, "no-anchor"),)
            params = {"anchor": anchor, "path": target.path}
            yield self._finding(
                MISSING_ANCHOR, near, certain=meant.certain, related=related, **params
            )

    def _picture(self, path: str) -> Iterator[Finding]:
        """Judge whether a picture, or another file that is named, can be shown."""
        ending = posixpath.splitext(path)[1].lower()
        if self.kind == "image" and ending not in PICTURES:
            yield self._finding(BROKEN_PICTURE, reason=Term("picture.kind"))
        for other, fault in self.repository.stray:
            if other == path and fault.name == "broken-picture":
                related = (Related(path, fault.params["line"], "broken"),)
                reason = Term(f"picture.{fault.params['reason']}")
                yield self._finding(BROKEN_PICTURE, related=related, reason=reason)

    def _near(self) -> tuple[str, bool]:
        """Return the file that was probably meant, and whether it is the only one."""
        folder, name = posixpath.split(self.path)
        files = self.repository.files
        if f"{self.path}.md" in files:
            return self._relative(f"{self.path}.md"), True
        same = [file for file in files if posixpath.basename(file).casefold() == name.casefold()]
        if same:
            return (self._relative(same[0]), True) if len(same) == 1 else ("", False)
        beside = {posixpath.basename(f): f for f in files if posixpath.dirname(f) == folder}
        near = nearest(name, beside)
        if near:
            return self._relative(beside[near]), False
        anywhere = {posixpath.basename(file): file for file in sorted(files)}
        near = nearest(name, anywhere)
        return (self._relative(anywhere[near]) if near else ""), False

    def _below_root(self, dest: str) -> str:
        """Return a path that begins with "/" as one from the document, "" if it leads nowhere."""
        path = unicodedata.normalize("NFC", unquote(dest.partition("#")[0]).lstrip("/"))
        for wanted in (path, f"{CONTENT}/{path}"):
            if wanted in self.repository.files:
                return self._relative(wanted)
        return ""

    def _relative(self, path: str) -> str:
        """Return a path from the root as one from the document, with what stood after the `#`."""
        way = posixpath.relpath(path, posixpath.dirname(self.document.path))
        if self.kind == "file":
            return way
        return quote(way, safe="/æøåÆØÅ") + "".join(self.dest.partition("#")[1:])

    def _with(self, dest: str) -> "_Use":
        return _Use(self.repository, self.document, dest, self.whole, self.inside, self.kind)

    def _finding(
        self,
        rule: Rule,
        near: str = "",
        *,
        certain: bool = True,
        related: tuple[Related, ...] = (),
        **params: object,
    ) -> Finding:
        span = self.whole if rule is EMPTY_LINK else self.inside or self.whole
        template = self.document.template
        if self.reference is not None and template is not None:
            line = template.schema_line(self.reference.schema_path)
            related = (*related, Related(template.path, line, "template"))
        fix = Edit(self.inside, near) if near and certain and self.inside else None
        shown = {"dest": self.dest, "near": near, **params}
        return Finding(rule, self.document.path, span, shown, related, fix)
