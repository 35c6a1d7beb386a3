"""The sentences of every finding, in Danish and English, one file a family of rules."""

from wp.language.findings import front_matter
from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    **front_matter.MESSAGES,
}

# Added to a finding that has one likely correction.
SUGGESTION = {"da": "Mente du “{near}”?", "en": "Did you mean “{near}”?"}

RELATED = {
    "template": {"da": "skabelonen siger det her", "en": "the template says so here"},
    "first": {"da": "står første gang her", "en": "first stands here"},
}

TERMS = {
    "type.string": {"da": "tekst", "en": "text"},
    "type.integer": {"da": "et helt tal", "en": "a whole number"},
    "type.number": {"da": "et tal", "en": "a number"},
    "type.boolean": {"da": "true eller false", "en": "true or false"},
    "type.array": {"da": "en liste", "en": "a list"},
    "type.object": {"da": "felter med navn og værdi", "en": "fields with names and values"},
    "type.null": {"da": "ingenting", "en": "nothing"},
    "unit.characters": {"da": "tegn", "en": "characters"},
    "unit.items": {"da": "punkter", "en": "entries"},
    "bound.minimum": {"da": "mindst", "en": "at least"},
    "bound.maximum": {"da": "højst", "en": "at most"},
    "bound.exclusiveMinimum": {"da": "mere end", "en": "more than"},
    "bound.exclusiveMaximum": {"da": "mindre end", "en": "less than"},
    "bound.multipleOf": {"da": "et multiplum af", "en": "a multiple of"},
}

__all__ = ["MESSAGES", "RELATED", "SUGGESTION", "TERMS", "Text", "Texts"]
