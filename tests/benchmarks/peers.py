"""The peers: other checkers of Markdown, each set up to judge what it can of the same documents.

    python -m venv FOLDER/venv && FOLDER/venv/bin/pip install mdsmith==0.57.0 cartulary==0.4.0
    npm install --prefix FOLDER eipw-lint-js@0.9.0

- mdsmith: the headings and the fields of both kinds of documents, and the links between files. It
  has no registers, so what refers to a person, a goal or a decision is only text to it. Its other
  rules are off.
- cartulary: the headings, the fields, and the references between documents. A register is no
  document to it, so people and goals are only text. A date that isn't one ends it with a traceback,
  so it can't be timed on a corpus with faults.
- eipw: the headings of the one-pagers and the space in all headings. Its fields are those of
  Ethereum's proposals.

Each works on a copy of the corpus with what it needs: mdsmith takes no number for a key, cartulary
wants a document's id and kind among its fields.
"""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TEMPLATES = Path(__file__).parents[2] / "templates"
_YEAR = re.compile(r"(?<=[{ ])(20\d\d)(?=: \d)")
_HEADING = re.compile(r"(?m)^## (.+?) \{#")


@dataclass(frozen=True)
class Peer:
    """A checker that is installed: its name with its version, and how it is made to run.

    `prepare` takes the folder of a copy of the corpus and returns the command, to be run there.
    """

    name: str
    prepare: Callable[[Path], list[str]]


def installed(folder: Path | None) -> tuple[list[Peer], list[str]]:
    """Return the peers in a folder, and a sentence about each that is not there."""
    found: list[Peer] = []
    missing: list[str] = []
    for name, program, version, prepare in _KNOWN:
        path = folder / program if folder else None
        if path is None or not path.exists():
            missing.append(f"{name} is left out: {'no folder given' if path is None else path}.")
            continue
        shown = f"{name} {version(path)}"
        found.append(Peer(shown, lambda corpus, path=path, make=prepare: make(path, corpus)))
    return found, missing


def _form(name: str) -> tuple[dict[str, Any], list[str]]:
    """Return the schema and the headings of a template."""
    _, front, body = (TEMPLATES / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front)["schema"], _HEADING.findall(body)


def _rewrite(corpus: Path, change: Callable[[Path, str], str]) -> None:
    for path in sorted((corpus / "content").rglob("*.md")):
        path.write_text(change(path, path.read_text(encoding="utf-8")), encoding="utf-8")


def _mdsmith(program: Path, corpus: Path) -> list[str]:
    _rewrite(corpus, lambda _, text: _YEAR.sub(r'"\1"', text))
    listed = subprocess.run(
        [program, "help", "rule"], capture_output=True, text=True, check=True
    ).stdout
    rules = {line.split()[1]: False for line in listed.splitlines() if line.startswith("MDS")}
    rules |= {"required-structure": True, "cross-file-reference-integrity": True}
    pages, headings = _form("one-pager")
    minutes, _ = _form("minutes")
    parts = [
        {"heading": {"regex": name, "repeat": {"min": 0, "max": 1}}}
        for name in ("Indstilling", "Referat", "Sagsfremstilling", "Videre proces", "Bilag")
    ]
    item = {"heading": {"regex": "Pkt\\. .+", "repeat": {"min": 1}}, "sections": parts}
    config = {
        "files": ["content/one-pagers/*.md", "content/minutes/*.md"],
        "kinds": {
            "one-pager": _mdsmith_kind(pages, [{"heading": name} for name in headings]),
            "minutes": _mdsmith_kind(minutes, [item]),
        },
        "kind-assignment": [
            {"glob": ["content/one-pagers/*.md"], "kinds": ["one-pager"]},
            {"glob": ["content/minutes/*.md"], "kinds": ["minutes"]},
        ],
        "rules": rules,
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (corpus / ".mdsmith.yml").write_text(text, encoding="utf-8")
    return [str(program), "check"]


def _mdsmith_kind(schema: Mapping[str, Any], sections: list[Any]) -> dict[str, Any]:
    fields = {
        name if name in schema["required"] else f"{name}?": _cue(field)
        for name, field in schema["properties"].items()
    }
    return {
        "schema": {
            "frontmatter": fields, "frontmatter-closed": True, "closed": True,
            "sections": sections,
        }
    }  # fmt: skip


def _cue(schema: Mapping[str, Any]) -> str:
    """Return a JSON Schema as the expression in CUE that mdsmith takes for a field."""
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    match schema.get("type"):
        case "array":
            # CUE has no names for the fields of objects in lists here: their kinds are enough
            return f"[...{_cue(schema['items'])}]"
        case "object" if "properties" in schema:
            required = schema.get("required", ())
            fields = (
                f'"{name}"{"" if name in required else "?"}: {_cue(field)}'
                for name, field in schema["properties"].items()
            )
            return "{" + ", ".join(fields) + "}"
        case "object":
            return "{...}"
        case "integer":
            return "int"
        case "boolean":
            return "bool"
    if schema.get("format") == "date":
        return '=~"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"'
    return f'=~"{schema["pattern"]}"' if "pattern" in schema else "string"


def _cartulary(program: Path, corpus: Path) -> list[str]:
    def named(path: Path, text: str) -> str:
        kind = {"one-pagers": "one-pager", "minutes": "minutes"}.get(path.parent.name)
        head = f"---\nid: {path.stem}\ndocument_type: {kind}\n"
        return text.replace("---\n", head, 1) if kind else text

    _rewrite(corpus, named)
    pages, headings = _form("one-pager")
    minutes, _ = _form("minutes")
    schema = {
        "schemas": {
            "one-pager": {
                **_cartulary_fields("one-pager", pages, {"depends_on": "one-pager"}),
                "sections": [{"heading": name, "required": True} for name in headings],
            },
            "minutes": {
                **_cartulary_fields("minutes", minutes, {"approved_in": "minutes"}),
                "additional_sections": True,
            },
        }
    }
    text = yaml.safe_dump(schema, allow_unicode=True, sort_keys=False)
    (corpus / "cartulary.yml").write_text(text, encoding="utf-8")
    return [str(program), "cartulary.yml", "content/one-pagers", "content/minutes"]


def _cartulary_fields(
    kind: str, schema: Mapping[str, Any], references: Mapping[str, str]
) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "document_type": {"value": kind, "required": True},
        "id": {"required": True, "primary_key": True},
    }
    for name, form in schema["properties"].items():
        field: dict[str, Any] = {"required": name in schema["required"]}
        target = {"ref": references[name]} if name in references else {}
        if "enum" in form:
            field["enum"] = form["enum"]
        elif form.get("type") == "array":
            inner = form["items"].get("properties", {})
            needed = form["items"].get("required", ())
            parts = {key: {"required": key in needed} for key in inner}
            field["items"] = {"fields": parts} if parts else dict(target)
            if not field["items"]:
                del field["items"]
        else:
            field |= target
        fields[name] = field
    return {"frontmatter": {"fields": fields}}


_EIPW = """
const { lint } = require(PACKAGE);
const { readdirSync } = require("fs");
const paths = (name) => readdirSync(`content/${name}`).map((file) => `content/${name}/${file}`);
const space = { "markdown-headings-space": { kind: "markdown-headings-space" } };
const headings = {
  ...space,
  order: { kind: "markdown-section-order", sections: HEADINGS },
  required: { kind: "markdown-section-required", sections: HEADINGS },
};
(async () => {
  const found = [
    ...(await lint(paths("one-pagers"), { default_lints: headings })),
    ...(await lint(paths("minutes"), { default_lints: space })),
  ];
  for (const finding of found) console.log(finding.formatted);
  process.exitCode = found.length ? 1 : 0;
})();
"""


def _eipw(package: Path, corpus: Path) -> list[str]:
    _, headings = _form("one-pager")
    script = _EIPW.replace("PACKAGE", json.dumps(str(package.resolve())))
    script = script.replace("HEADINGS", json.dumps(headings, ensure_ascii=False))
    (corpus / "eipw.js").write_text(script, encoding="utf-8")
    return ["node", "eipw.js"]


def _pip_version(program: Path) -> str:
    python = [program.with_name("python"), "-c"]
    code = f"from importlib.metadata import version; print(version({program.name!r}))"
    return subprocess.run([*python, code], capture_output=True, text=True, check=True).stdout[:-1]


def _npm_version(package: Path) -> str:
    data = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return str(data["version"])


_KNOWN = (
    ("mdsmith", "venv/bin/mdsmith", _pip_version, _mdsmith),
    ("cartulary", "venv/bin/cartulary", _pip_version, _cartulary),
    ("eipw-lint-js", "node_modules/eipw-lint-js", _npm_version, _eipw),
)
