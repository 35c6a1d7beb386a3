"""Rules as JSON, for editors and other tools."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from wp.explaining.page import Example
from wp.explaining.rules import Explained
from wp.language.messages import Language
from wp.language.words import words_of

_VERSION = 1


def as_json(rules: Sequence[Explained], language: Language) -> str:
    """Return rules with their texts in a language, sorted as they are given."""
    document = {
        "version": _VERSION,
        "language": language,
        "rules": [_rule(item, language) for item in rules],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(item: Explained, language: Language) -> Mapping[str, Any]:
    words = words_of(language)
    return {
        "code": item.rule.code,
        "name": item.rule.name,
        "family": words[f"family-{item.family}"],
        "nature": item.rule.nature.value,
        "severity": words[f"nature-{item.rule.nature.value}"],
        "asked_by": list(item.asked),
        "forms": list(item.forms),
        "message": item.words.message,
        "help": item.words.help,
        "title": item.page.title,
        "what": _unfolded(item.page.what),
        "why": _unfolded(item.page.why),
        "wrong": [{**_example(e), "gives": list(e.gives)} for e in item.page.wrong],
        "right": [_example(e) for e in item.page.right],
    }


def _unfolded(text: str) -> str:
    """Return Markdown with each paragraph, and each entry of a list, on a line of its own."""
    return re.sub(r"(?<!\n)\n(?!\n|- ) *", " ", text)


def _example(example: Example) -> dict[str, Any]:
    return {
        "excerpts": [
            {
                "language": excerpt.language,
                "path": excerpt.path,
                "section": excerpt.section,
                "text": excerpt.text,
            }
            for excerpt in example.excerpts
        ]
    }
