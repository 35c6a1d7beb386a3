"""A form's JSON Schema as an editor can use it: ids and names filled in, our own words taken out.

It stays JSON Schema 2020-12. What an editor reads beside it are keywords of VS Code's JSON and YAML
services: `enumDescriptions` (the name of each value), `defaultSnippets` (what is offered, with a
label of its own) and `errorMessage`. Another reader ignores them, as the standard asks.
"""

from collections.abc import Mapping
from typing import Any

from wp.editing.choices import Choices, choices_of, collections_of, is_empty
from wp.language.messages import Language
from wp.language.words import words_of
from wp.reading.repository import Repository
from wp.reading.schema import node_at, resolve
from wp.reading.standard import STANDARD_FIELDS
from wp.reading.template import Template
from wp.reading.yaml_core import written

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAMED = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
_ONE = (
    "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains",
    "propertyNames", "then", "else", "not",
)  # fmt: skip
_LABEL = 60  # characters of a label that `yaml-language-server` shows
_SEVERAL = ("allOf", "anyOf", "oneOf", "prefixItems")


def editor_schema(template: Template, repository: Repository, language: Language) -> dict[str, Any]:
    """Return the schema of one form's documents for an editor.

    An editor knows one degree of wrong, so it asks for what a document lacks only when its status
    says that it is finished; until then `wp check` warns. Of an entry in a list all is asked for
    at once: that is how an editor knows what to put in when the entry is begun.
    """
    writer = _Writer(template, repository, language)
    schema: dict[str, Any] = {"$schema": DIALECT, "title": template.title}
    schema.update(writer.node(template.schema))
    fields = schema.setdefault("properties", {})
    for name, field in STANDARD_FIELDS.items():
        fields.setdefault(name, writer.node(field))
    required, lifecycle = schema.pop("required", ()), template.lifecycle
    if lifecycle and required:
        final = lifecycle.order[lifecycle.order.index(lifecycle.complete_from) :]
        finished = {
            "if": {
                "properties": {lifecycle.field: {"enum": list(final)}},
                "required": [lifecycle.field],
            },
            "then": {"required": required},
        }
        schema["allOf"] = [*schema.get("allOf", ()), finished]
    return schema


class _Writer:
    """Turns the parts of one form's schema into parts of an editor's."""

    def __init__(self, template: Template, repository: Repository, language: Language) -> None:
        self._root = template.schema
        self._repository = repository
        self._language = language
        self._words = words_of(language)

    def node(self, node: Any) -> Any:
        """Return a part of a schema, and all below it, for an editor."""
        if not isinstance(node, Mapping):
            return node
        made = {key: self._keyword(key, value) for key, value in node.items() if key[:2] != "x-"}
        made.pop("minItems", None)  # an empty list is unfinished too
        if "required" in made:
            made["required"] = [name for name in made["required"] if not self._idle(node, name)]
        if made.get("format") == "date":
            made["errorMessage"] = self._words["start-date"]
        if choices := choices_of(node, self._repository, self._language):
            self._offer(made, choices)
        self._keys(made, node)
        return made

    def _keyword(self, key: str, value: Any) -> Any:
        if key in _NAMED and isinstance(value, Mapping):
            return {name: self.node(inner) for name, inner in value.items()}
        if key in _SEVERAL and isinstance(value, list):
            return [self.node(inner) for inner in value]
        return self.node(value) if key in _ONE else value

    def _idle(self, node: Mapping[str, Any], name: str) -> bool:
        """Say whether a field that is asked for has nothing that could stand in it yet."""
        field = resolve(self._root, node_at(node, ("properties", name)))
        items = resolve(self._root, node_at(field, ("items",)) if field else None)
        wanted = [*collections_of(field), *collections_of(items)]
        return is_empty(wanted, self._repository)

    def _offer(self, made: dict[str, Any], choices: Choices) -> None:
        """Let an editor offer the choices by name and refuse everything else.

        What is offered and what is allowed stand apart, the latter in a condition that always
        holds: together, an editor would list each value twice, once without its name.
        """
        made.pop("enum", None)
        made.pop("default", None)
        allowed = {
            "enum": list(choices.names),
            "enumDescriptions": [name or str(value) for value, name in choices.names.items()],
            "errorMessage": self._refusal(choices),
        }
        made["defaultSnippets"] = [
            {"label": label, "body": _typed(value), **_whole(label, choices.names[value])}
            for value, label in choices.labels()
        ]
        if {"if", "then", "else"}.isdisjoint(made):
            made.update({"if": {}, "then": allowed})
        else:
            made.update(allowed)

    def _keys(self, made: dict[str, Any], node: Mapping[str, Any]) -> None:
        """Let the keys of a mapping that must be ids be offered, each with its name."""
        names = node.get("propertyNames")
        if not isinstance(names, Mapping) or not collections_of(names):
            return
        choices = choices_of(names, self._repository, self._language)
        if choices is None:
            made.pop("propertyNames", None)
            return
        made["propertyNames"] = {
            "enum": list(choices.names), "errorMessage": self._refusal(choices),
        }  # fmt: skip
        value = made.get("additionalProperties")
        value = value if isinstance(value, Mapping) else {}
        known = {key: {**value, "title": name} for key, name in choices.names.items()}
        made["properties"] = {**known, **made.get("properties", {})}

    def _refusal(self, choices: Choices) -> str:
        if choices.files:
            files = self._words.listing(list(choices.files))
            return self._words["schema-reference"].format(files=files)
        named = choices.names.items()
        values = ", ".join(f"{value} ({name})" if name else str(value) for value, name in named)
        return self._words["start-choose"].format(values=f"{values}.")


def _whole(label: str, name: str) -> dict[str, str]:
    """Return the name as a description, where the list of choices cuts the label."""
    return {"description": name} if len(label) > _LABEL else {}


def _typed(value: Any) -> Any:
    """Return a value as a snippet's body: text that YAML would read otherwise in quotation marks.

    `\\`, `$` and `}` mean something in a snippet, and a `^` before all else would be dropped.
    """
    if not isinstance(value, str):
        return value
    text = written(value)
    for sign in "\\$}":
        text = text.replace(sign, f"\\{sign}")
    return f"^{text}" if text[:1] == "^" else text
