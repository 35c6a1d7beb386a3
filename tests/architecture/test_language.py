"""Every sentence stands in Danish and English, and both are filled from the same details."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest
import yaml

from wp.checking.engine import all_rules, rule_modules
from wp.language.errors import ERRORS
from wp.language.findings import MESSAGES, RELATED, SUGGESTION, TERMS
from wp.language.messages import Language
from wp.language.words import _WORDS, words_of
from wp.reading.repository import packaged_templates

BOTH = {"da", "en"}
# Words that only one of the two languages has.
DANISH = re.compile(r"\b(og|ikke|eller|mangler|findes|skal|kan|er|af)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|and|not|or|is|are|must|of|can't|doesn't)\b", re.IGNORECASE)


def placeholders(text: str) -> set[str]:
    """Return the names of the details that a sentence is filled with."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def pairs() -> Iterator[tuple[str, str, str]]:
    """Yield every text that the program can say: a name, the Danish, the English."""
    for name, texts in ERRORS.items():
        yield f"error {name}", texts["da"], texts["en"]
    for name, message in MESSAGES.items():
        yield f"message {name}", message["da"].message, message["en"].message
        yield f"help {name}", message["da"].help, message["en"].help
    for name, texts in {**RELATED, **TERMS, "suggestion": SUGGESTION}.items():
        yield f"term {name}", texts["da"], texts["en"]
    for name, (danish, english) in _WORDS.items():
        yield f"word {name}", danish, english


PAIRS = list(pairs())
IDS = [name for name, _, _ in PAIRS]


@pytest.mark.parametrize("table", [ERRORS, MESSAGES, RELATED, TERMS, {"suggestion": SUGGESTION}])
def test_both_languages_are_there(table: dict[str, dict[str, object]]) -> None:
    assert {name: set(texts) for name, texts in table.items() if set(texts) != BOTH} == {}


@pytest.mark.parametrize(("name", "danish", "english"), PAIRS, ids=IDS)
def test_the_same_details_in_both(name: str, danish: str, english: str) -> None:
    assert placeholders(danish) == placeholders(english)
    assert bool(danish) == bool(english)
    assert danish.count("|") == english.count("|")


@pytest.mark.parametrize(("name", "danish", "english"), PAIRS, ids=IDS)
def test_no_text_stands_in_the_wrong_language(name: str, danish: str, english: str) -> None:
    if name.startswith("message"):
        assert danish != english
        assert not ENGLISH.search(re.sub(r"“[^”]*”|{[^}]*}", "", danish)), danish
        assert not DANISH.search(re.sub(r"“[^”]*”|{[^}]*}", "", english)), english


@pytest.mark.parametrize(("name", "danish", "english"), PAIRS, ids=IDS)
def test_a_sentence_ends_as_one(name: str, danish: str, english: str) -> None:
    if name.startswith(("message", "help", "error")) and danish:
        for text in (danish, english):
            assert text == " ".join(text.split()), "one space between words, none around"
            assert text[-1] in ".?!:”…}" or text.endswith(")"), text


def test_every_rule_has_its_sentences_and_no_sentence_lacks_its_rule() -> None:
    assert {rule.name for rule in all_rules()} == set(MESSAGES)


def test_codes_and_names_are_each_one_rule() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert re.fullmatch(r"WP[1-9][0-9]{2}", rule.code), rule
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name), rule


def test_every_kind_of_rule_documents_itself() -> None:
    for module in rule_modules():
        assert module.__doc__, module.__name__
        assert module.RULES, module.__name__
        kinds = ("check", "check_all", "check_layout")
        assert any(hasattr(module, kind) for kind in kinds), module.__name__


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("noun", [key[1:] for key in _WORDS if key.startswith("#")])
def test_a_noun_has_one_and_many(noun: str, language: Language) -> None:
    words = words_of(language)
    assert words.count(noun, 1).startswith("1 ")
    assert words.count(noun, 2).startswith("2 ")
    assert words[f"#{noun}"].count("|") == 1


def test_no_shipped_form_has_a_comma_that_cuts_a_description_in_two() -> None:
    """In `{title: A, description: first, second}` YAML takes `second` for a key of its own."""
    found: list[str] = []

    def walk(value: object, where: str) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                if item is None:
                    found.append(f"{where}.{key}")
                walk(item, f"{where}.{key}")
        elif isinstance(value, list):
            for number, item in enumerate(value):
                walk(item, f"{where}[{number}]")

    for path in sorted(packaged_templates().glob("*.*")):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            front = text.split("---\n")[1] if path.suffix == ".md" else text
            walk(yaml.safe_load(front), path.name)
    assert found == []


def test_every_choice_that_a_reader_sees_has_a_name_in_both_languages() -> None:
    """The names of `x-labels` are what stands in the programme."""
    lacking: list[str] = []

    def walk(value: object, where: str) -> None:
        if isinstance(value, dict):
            if "x-labels" in value:
                labels = value["x-labels"]
                if set(labels) != {str(item) for item in value.get("enum", ())}:
                    lacking.append(f"{where}: {sorted(labels)}")
                lacking.extend(
                    f"{where}.{key}" for key, names in labels.items() if set(names) != BOTH
                )
            for key, item in value.items():
                walk(item, f"{where}.{key}")

    for path in sorted(packaged_templates().glob("*.*")):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            front = text.split("---\n")[1] if path.suffix == ".md" else text
            walk(yaml.safe_load(front), path.name)
    assert lacking == []
