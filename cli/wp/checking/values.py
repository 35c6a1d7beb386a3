"""What is wrong with one value of the front matter, and what it was probably meant to be.

The rules are those of `wp.checking.rules.front_matter`, whose page tells of them.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from wp.checking.repairs import clock_time, decimal_number, iso_date, whole_number, yes_or_no
from wp.checking.several import all_known, collections_in, entry_of, listed, parts_of
from wp.checking.suggest import name_of, suggest
from wp.findings import Edit, Finding, Nature, Related, Rule, Term
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository
from wp.reading.schema import schema_at
from wp.reading.slugs import make_id
from wp.reading.template import Template
from wp.reading.yaml_core import resolve, rewritten

WRONG_TYPE = Rule("WP205", "wrong-type", Nature.FALSE)
UNKNOWN_VALUE = Rule("WP206", "unknown-value", Nature.FALSE)
WRONG_FORM = Rule("WP207", "wrong-form", Nature.FALSE)
NO_DATE = Rule("WP208", "no-date", Nature.FALSE)
NO_TIME = Rule("WP209", "no-time", Nature.FALSE)
TOO_SHORT = Rule("WP210", "too-short", Nature.FALSE)
TOO_LONG = Rule("WP211", "too-long", Nature.FALSE)
TOO_FEW = Rule("WP212", "too-few", Nature.FALSE)
TOO_MANY = Rule("WP213", "too-many", Nature.FALSE)
OUT_OF_RANGE = Rule("WP214", "out-of-range", Nature.FALSE)
REPEATED_VALUE = Rule("WP215", "repeated-value", Nature.FALSE)
OTHERWISE_WRONG = Rule("WP216", "otherwise-wrong", Nature.FALSE)

RULES = (
    WRONG_TYPE, UNKNOWN_VALUE, WRONG_FORM, NO_DATE, NO_TIME, TOO_SHORT, TOO_LONG, TOO_FEW, TOO_MANY,
    OUT_OF_RANGE, REPEATED_VALUE, OTHERWISE_WRONG,
)  # fmt: skip

_LENGTHS = {
    "minLength": TOO_SHORT,
    "maxLength": TOO_LONG,
    "minItems": TOO_FEW,
    "maxItems": TOO_MANY,
    "minProperties": TOO_FEW,
    "maxProperties": TOO_MANY,
}
_LIMITS = {
    "minimum": "limit",
    "maximum": "limit",
    "exclusiveMinimum": "limit",
    "exclusiveMaximum": "limit",
    "multipleOf": "multiple_of",
}
# How a text is read that should have been of a type, in the order in which they are tried.
_READINGS: Mapping[str, Callable[[str], tuple[str, bool]]] = {
    "integer": whole_number,
    "number": decimal_number,
    "boolean": yes_or_no,
}
_TELLING = 3  # letters that a name is known by
_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)


def judge(
    document: Document,
    repository: Repository,
    error: Any,
    pointer: Pointer,
    related: tuple[Related, ...],
) -> Iterator[Finding]:
    """Yield the findings that one error of the schema's validator stands for."""
    kind, template = error.kind, document.template
    assert template is not None
    node = schema_at(template.schema, pointer)
    value = Value(document, template, pointer, error.instance, node, related)
    if kind.name == "uniqueItems":
        yield from value.repeated()
    elif value.is_time and kind.name in ("type", "pattern", "format"):
        yield value.finding(NO_TIME, *clock_time(value.text))
    elif node.get("format") == "date" and kind.name in ("type", "format"):
        yield value.finding(NO_DATE, *iso_date(value.text))
    elif kind.name == "type":
        yield value.wrong_type(kind.types, repository)
    elif kind.name in ("enum", "const"):
        known = kind.options if kind.name == "enum" else [kind.expected_value]
        yield value.unknown([str(option) for option in known])
    elif kind.name in ("pattern", "format"):
        name = make_id(value.text)
        how = Term("how.id" if name and value.fits(name) else "how.form")
        yield value.finding(WRONG_FORM, name, hint=node.get("description", ""), how=how)
    elif kind.name in _LENGTHS:
        length = len(error.instance)
        yield value.finding(_LENGTHS[kind.name], length=length, limit=kind.limit)
    elif kind.name in _LIMITS:
        limit, bound = getattr(kind, _LIMITS[kind.name]), Term(f"bound.{kind.name}")
        yield value.finding(OUT_OF_RANGE, limit=str(limit), bound=bound)
    else:
        yield value.finding(OTHERWISE_WRONG, hint=node.get("description", ""))


def misread_number(
    document: Document, template: Template, pointer: Pointer, number: float
) -> Finding | None:
    """Return what is wrong with "250.000" as a whole number: YAML reads it as 250."""
    from wp.reading.schema import path_at

    node = schema_at(template.schema, pointer)
    if node.get("type") != "integer":
        return None
    line = template.schema_line(path_at(template.schema, pointer))
    related = (Related(template.path, line, "template"),)
    return Value(document, template, pointer, number, node, related).wrong_type(["integer"])


class Value:
    """One value of a document, with the part of the schema that describes it."""

    def __init__(
        self,
        document: Document,
        template: Template,
        pointer: Pointer,
        instance: Any,
        node: Mapping[str, Any],
        related: tuple[Related, ...],
    ) -> None:
        self.document, self.template = document, template
        self.pointer, self.instance, self.node, self.related = pointer, instance, node, related
        self.is_scalar = not isinstance(instance, dict | list)
        self.raw = document.raw(pointer) if self.is_scalar else ""
        self.text = instance if isinstance(instance, str) else self.raw

    @property
    def is_time(self) -> bool:
        """Whether the form asks for a time of day here, whichever pattern it says so by."""
        if "pattern" not in self.node and "format" not in self.node:
            return False
        return self.fits("00:00") and self.fits("23:59") and not self.fits("24:00")

    def finding(
        self,
        rule: Rule,
        near: str = "",
        certain: bool = False,
        retyped: str = "",
        listed: str = "",
        **params: Any,
    ) -> Finding:
        """Return a finding at the value.

        `near` is what was probably meant, and is left out if the form wouldn't take it; `retyped`
        is the value itself, written so that the form takes it, and `listed` so as a list.
        """
        span = self.document.value_span(self.pointer)
        if not self.is_scalar and self.pointer:
            span = self.document.key_span(self.pointer)
        if near and near != self.text and self.fits(resolve(near)):
            # the quotation marks stay around what is a text without them too
            repair = rewritten(self.raw, near) if resolve(near) == near else near
        elif near and near != self.text and self.fits(near):
            repair = rewritten(self.raw, near)
        else:
            near, repair = "", ""
        repair = repair if certain else retyped
        whole = self.is_scalar and "\n" not in self.raw
        fix = Edit(span, repair) if repair and whole else None
        shown = self.text if self.is_scalar else Term(f"value.{type_name(self.instance)}")
        params = {"at": self.pointer, "value": shown, "near": near or listed, **params}
        return Finding(rule, self.document.path, span, params, self.related, fix)

    def wrong_type(self, types: Sequence[str], repository: Repository | None = None) -> Finding:
        """Return what is wrong with a value that is a number, a list … where another is wanted.

        With a repository, the ids that a text lists are looked up.
        """
        meant = ("", False)
        for name, reading in _READINGS.items():
            if name in types and self.is_scalar and not meant[0]:
                meant = reading(self.text)
        how = f"how.{min(types)}"
        if not self.is_scalar and not {"array", "object"}.intersection(types):
            how = "how.single"
        elif self._needs_no_quotes():
            how = "how.bare"
        as_list, certain = self._listed(repository) if "array" in types else ("", False)
        entry = entry_of(self._item) if "array" in types else ""
        params = {"value": self.text} if self.is_scalar else {"value": Term("value.it")}
        return self.finding(
            WRONG_TYPE,
            *meant,
            self._retyped(types) or (as_list if certain else ""),
            as_list,
            wanted=[Term(f"type.{name}") for name in sorted(types)],
            actual=Term(f"actual.{type_name(self.instance)}"),
            how="" if entry else Term(how),
            entry={"entry": entry} if entry else {},
            **params,
        )

    def unknown(self, known: Sequence[str]) -> Finding:
        """Return what is wrong with a value that is none of those to choose from."""
        if self.is_scalar and not isinstance(self.instance, str) and self.raw in known:
            return self.wrong_type(["string"])
        called: dict[str, str] = {}
        for name, labels in self.node.get("x-labels", {}).items():
            for label in labels.values() if isinstance(labels, dict) else ():
                name_of(called, label, name)
        meant = suggest(self.text, known, called)
        near = meant.near or _begun(self.text, called)
        names = self.node.get("x-labels", {})
        choices = [(name, names.get(name, {})) for name in known]
        return self.finding(UNKNOWN_VALUE, near, meant.certain, known=choices)

    def repeated(self) -> Iterator[Finding]:
        """Yield a finding for each item of a list that stands there already."""
        first: dict[str, int] = {}
        for number, item in enumerate(self.instance):
            here = first.setdefault(json.dumps(item, sort_keys=True), number)
            if here != number and item is not None:
                one = (*self.pointer, number)
                value = Value(self.document, self.template, one, item, {}, ())
                line = self.document.value_span((*self.pointer, here)).line
                value.related = (Related(self.document.path, line, "first"), *self.related)
                yield value.finding(REPEATED_VALUE)

    def _retyped(self, types: Sequence[str]) -> str:
        """Return the value as it would stand as text or as a list, "" where that isn't certain."""
        if not self.is_scalar or "\n" in self.raw:
            return ""
        if self._needs_no_quotes():
            return self.text
        # a yes or no in place of a text says something that only its writer can put in words
        if "string" in types and type(self.instance) is not bool and self.fits(self.raw):
            return json.dumps(self.raw, ensure_ascii=False)
        return ""

    def _listed(self, repository: Repository | None) -> tuple[str, bool]:
        """Return the value as a list that the form takes, "" for none, and whether it is certain.

        Several ids in one text are certainly meant as a list when each of them is known.
        """
        if not self.is_scalar or "\n" in self.raw or re.search(r"[\[\]{}]", self.raw):
            return "", False
        parts = parts_of(self.text)
        alone = len(parts) == 1 and parts[0] == self.text
        if alone and "," not in self.raw and self.fits([self.instance]):
            return f"[{self.raw}]", True
        for key in ("", *list(self._item.get("required", ()))[:1]):
            values = [resolve(part) for part in parts]
            if self.fits([{key: value} for value in values] if key else values):
                field = schema_at(self.template.schema, (*self.pointer, 0, *filter(None, [key])))
                names = collections_in(field)
                known = bool(names and repository and all_known(repository, names, parts))
                return listed(parts, key), known or "enum" in field
        return "", False

    @property
    def _item(self) -> Mapping[str, Any]:
        """The part of the schema that describes an entry of the list that is wanted."""
        return schema_at(self.template.schema, (*self.pointer, 0))

    def _needs_no_quotes(self) -> bool:
        """Whether the value is a number or a yes that quotation marks make a text of."""
        return isinstance(self.instance, str) and self.fits(resolve(self.text))

    def fits(self, instance: Any) -> bool:
        """Say whether the form would take another value in this one's place."""
        # heavy, and only needed once something is wrong
        import jsonschema_rs

        node = {key: item for key, item in self.node.items() if key != "$ref"}
        node["$defs"] = self.template.schema.get("$defs", {})
        try:
            return jsonschema_rs.is_valid(node, instance, validate_formats=True)
        except ValueError:  # a part of the schema that can't stand alone
            return False


def _begun(text: str, called: Mapping[str, str]) -> str:
    """Return the word whose other name a text begins, as "kort" does "kort sigt"; "" for none."""
    begins = " ".join(text.casefold().split())
    found = {word for name, word in called.items() if name.startswith(begins)}
    return found.pop() if len(begins) >= _TELLING and len(found) == 1 else ""


def type_name(value: Any) -> str:
    """Return the JSON Schema's name of a value's type."""
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "null")
