"""A council whose every text was written by somebody who wishes the reader ill.

`hostile_council` turns a copy of Eksempelrådet into one: each field that its form lets be free text
holds hostile text, those that were left out too, and so does each section of each body. Every text
begins with a mark of its own, so that a test can ask whether it is still there.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from wp.reading.repository import read_repository
from wp.reading.schema import resolve

LONGEST_TITLE = 200
SECRET = "HEMMELIG-4711"

# What each line would do, if anything ran it.
TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</title></style></textarea><script>alert(2)</script>",
    '"><a href="javascript:alert(3)">x</a>',
    "' onmouseover='alert(4)",
    "[klik](javascript:alert(5))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(6)>",
    "![x](../../../../../../../etc/passwd)",
    '#import "@preview/cetz:0.3.0"',
    '#read("/etc/passwd") #eval("1") $ #panic() $',
    '"; #panic("x") //',
    "{{ 7 * 7 }} {% include '/etc/passwd' %} {# x #}",
    "{{ cover.__class__.__mro__ }}",
    "</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DDEAUTO c:\\cmd.exe",
    '{ DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" }',
    "=cmd|'/c calc'!A1",
    "<w:altChunk r:id='x'/>]]><!--",
    '<!-- wp: prose number="0" /--> ::: {.cover}',
    "`x`{=html} `x`{=typst} {onclick=alert(7)}",
    "abc\u202etxt.exe\u202c\u2066x\u2069",
    "<br><details open ontoggle=alert(8)>",
    "&lt;script&gt; &#x3c;script&#x3e; \\<script>",
    "javascript:alert(9)",
    "[klik]{lang=\"onload=alert(10)\"} {lang=en' onclick='alert(10)}",
    "| a | b |\\n|---|---| * _ ~ ` [^1] ^[x]",
)

BODY = """
<script>alert(1)</script>

<iframe src="https://example.org/x"></iframe>
<form action="https://example.org"><input autofocus onfocus=alert(1)></form>

Tekst <b onclick="alert(1)">fed</b> <img src=x onerror=alert(1)> <style>@import "https://example.org/x";</style>

[klik](javascript:alert(1)) [klik](JaVaScRiPt:alert(1)) [klik](\tjavascript:alert(1))
[klik](&#106;avascript:alert(1)) [klik](java%73cript:alert(1)) [klik](<java
script:alert(1)>) [klik](vbscript:x) [klik](data:text/html,<script>alert(1)</script>)
[klik](file:///etc/passwd) [klik](../../../secret.txt) [klik](../attachments/udenfor.txt)
[klik](//example.org/x) [klik](\\\\\\\\server\\\\share) [klik][ref] <javascript:alert(1)> <data:x,y>

[ref]: javascript:alert(1) "x"

![billede](javascript:alert(1)) ![billede](data:image/svg+xml,<svg/onload=alert(1)>)
![billede](https://example.org/sporing.png) ![billede](../../../secret.txt)
![billede](/etc/passwd) ![billede](../attachments/udenfor.txt) ![ond](../attachments/ond.svg)

### Underoverskrift <script>alert(1)</script> {#x onclick="alert(1)" .y}

```{=html}
<script>alert(1)</script>
```

```{=typst}
#panic("typst")
```

```{=openxml}
<w:p><w:r><w:instrText>DDEAUTO x</w:instrText></w:r></w:p>
```

`<b onclick=alert(1)>`{=html} `#panic()`{=typst} #panic("x") $ #read("/etc/passwd") $ \\#import

{{ 7 * 7 }} {% raw %} {{ cover.__init__.__globals__ }} {% include "/etc/passwd" %}

<!-- wp: cover --> x <!-- /wp: cover -->

<!-- wp: prose number="0" /-->

[sprog]{lang=en"onclick="alert(1)} [sprog]{lang="><script>alert(1)</script>"} [sprog]{lang=en-x)}
[sprog]{lang=en", [#panic()], "} [sprog](javascript:alert(1)){lang=en} [sprog]{lang=en-GB}

### Sprog {lang=en"onclick="alert(1)}

Retning &#x202e;txt.exe&#8238; &#x2067;x

[side](../attachments/side.html) [side](../attachments/side.xhtml) [side](../attachments/side)
[kode](../attachments/kode.js) [makro](../attachments/makro.docm) [data](../attachments/data.xml)

Fodnote[^ond] og abc\u202etxt.exe\u202c slut.

[^ond]: <script>alert(1)</script> [klik](javascript:alert(1))
"""

SVG = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="40" height="40" onload="alert(1)"><script>alert(1)</script>
<a xlink:href="javascript:alert(1)"><rect width="40" height="40" onclick="alert(1)"/></a>
<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>
<style>@import url(https://example.org/x.css); rect { fill: url(https://example.org/x) }</style>
</svg>
"""


REACHING = SVG.replace(
    "<style>", '<image href="https://example.org/x.png" width="9" height="9"/><style>'
)


# Attachments that a browser, or what it hands them to, would run; each is linked to.
ATTACHED = {
    "side.html": "<script>alert(1)</script>",
    "side.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    "side": "<!doctype html><script>alert(1)</script>",
    "kode.js": "alert(1)",
    "makro.docm": "PK",
    "data.xml": '<?xml-stylesheet href="https://example.org/x.xsl"?><a/>',
    "bombe.svg": '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    '<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    "plan\u202exslc.exe.csv": "a;b",
}


def large() -> str:
    """Return what is merely too much: a table, a list, quotations and emphasis beyond reason."""
    row = "| " + " | ".join(f"celle {n}" for n in range(12)) + " |\n"
    table = row + "|---" * 12 + "|\n" + row * 400
    wide = "|x" * 120 + "|\n" + "|-" * 120 + "|\n" + "|y" * 120 + "|\n"
    deep = "".join(f"{'  ' * n}- niveau {n}\n" for n in range(80))
    quotes = ">" * 90 + " citat\n"
    return (
        f"{table}\n{wide}\n{deep}\n{quotes}\n{'*' * 300}x{'*' * 300}\n\n{'[' * 500}x{']' * 500}\n"
    )


def hostile_council(root: Path) -> list[str]:
    """Make the copy of Eksempelrådet at `root` hostile; return the marks of all its texts."""
    (root.parent / "secret.txt").write_text(SECRET, encoding="utf-8")
    attachments = root / "content" / "attachments"
    (attachments / "udenfor.txt").symlink_to(root.parent / "secret.txt")
    (attachments / "ond.svg").write_text(SVG, encoding="utf-8")
    for name, text in ATTACHED.items():
        (attachments / name).write_text(text, encoding="utf-8")
    marks = (f"Mærke{number}x" for number in itertools.count(1))
    used: list[str] = []
    texts = itertools.cycle(TEXTS)

    def text(node: Mapping[str, Any]) -> str:
        mark = next(marks)
        used.append(mark)
        longest = node.get("maxLength")
        if longest is None:
            return f"{mark} " + " ".join(TEXTS)
        return f"{mark} {next(texts)}"[:longest]

    def poison(schema: Any, node: Any, value: Any) -> Any:
        """Return a value with all its free text replaced, along its part of the schema."""
        node = resolve(schema, node) or {}
        if isinstance(value, dict):
            known = {**node.get("properties", {})}
            if is_free(schema, known.get("title")):
                # all of it would be a title of thirty lines, which no cover has room for
                known["title"] = {"maxLength": LONGEST_TITLE, **resolve(schema, known["title"])}
            for name, inner in known.items():
                if is_free(schema, inner):
                    value.setdefault(name, "")
                elif is_free_list(schema, inner):
                    value.setdefault(name, [{}])
            other = node.get("additionalProperties")
            return {
                name: poison(
                    schema, known.get(name, other if isinstance(other, dict) else {}), item
                )
                for name, item in value.items()
            }
        if isinstance(value, list):
            return [poison(schema, node.get("items", {}), item) for item in value]
        return text(node) if isinstance(value, str) and is_free(schema, node) else value

    for document in read_repository(root).documents:
        assert document.template is not None
        schema = document.template.schema
        data = dict(document.data)
        if document.template.name == "programme":
            data["checks"] = [{"rule": "long-sentence", "severity": "info"}]
        data = poison(schema, schema, data)
        # without allow_unicode PyYAML writes escapes, which reading sees only when it is decoded
        escaped = document.id == "naturkortet"
        front = yaml.safe_dump(data, allow_unicode=not escaped, sort_keys=False, width=10_000)
        path = root / document.path
        if path.suffix != ".md":
            path.write_text(front, encoding="utf-8")
            continue
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        parts = re.split(r"(?m)^(?=#{2,3} )", body)
        poisoned = []
        for part in parts:
            mark = next(marks)
            used.append(mark)
            poisoned.append(f"{part.rstrip()}\n\n{mark} tekst\n{BODY}\n" if part.strip() else part)
            if not part.strip():
                used.pop()
        if path.stem == "naturkortet":
            poisoned.append(large())
        path.write_text(f"---\n{front}---\n{''.join(poisoned)}", encoding="utf-8")
    return used


def is_free(schema: Any, node: Any) -> bool:
    """Say whether a form lets a field be any text."""
    node = resolve(schema, node) or {}
    bound = ("enum", "const", "pattern", "format", "x-reference")
    return node.get("type") == "string" and not any(name in node for name in bound)


def is_free_list(schema: Any, node: Any) -> bool:
    """Say whether a field is a list of mappings that need nothing but free text."""
    items = resolve(schema, (resolve(schema, node) or {}).get("items")) or {}
    known = items.get("properties", {})
    return bool(known) and all(is_free(schema, known[name]) for name in items.get("required", ()))


def free_fields(schema: Any, node: Any, where: str = "") -> Iterator[str]:
    """Yield the places of a form that may hold any text."""
    node = resolve(schema, node) or {}
    if is_free(schema, node):
        yield where
    for name, inner in node.get("properties", {}).items():
        yield from free_fields(schema, inner, f"{where}/{name}")
    for name in ("items", "additionalProperties"):
        if isinstance(node.get(name), dict):
            yield from free_fields(schema, node[name], f"{where}/*")
