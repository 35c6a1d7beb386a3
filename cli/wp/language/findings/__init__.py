"""The sentences of every finding, in Danish and English, one file a family of rules."""

from wp.language.findings import (
    accessibility,
    activities,
    audience,
    coverage,
    dates,
    front_matter,
    lifecycle,
    links,
    minutes,
    names,
    outcomes,
    pages,
    privacy,
    references,
    sections,
    source,
    suppressions,
    wording,
    yaml,
)
from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    **source.MESSAGES,
    **yaml.MESSAGES,
    **names.MESSAGES,
    **front_matter.MESSAGES,
    **sections.MESSAGES,
    **references.MESSAGES,
    **links.MESSAGES,
    **activities.MESSAGES,
    **lifecycle.MESSAGES,
    **coverage.MESSAGES,
    **dates.MESSAGES,
    **minutes.MESSAGES,
    **outcomes.MESSAGES,
    **wording.MESSAGES,
    **privacy.MESSAGES,
    **accessibility.MESSAGES,
    **pages.MESSAGES,
    **audience.MESSAGES,
    **suppressions.MESSAGES,
}

# Added to a finding that has one likely correction.
SUGGESTION = {"da": "Mente du “{near}”?", "en": "Did you mean “{near}”?"}

RELATED = {
    "template": {"da": "skabelonen siger det her", "en": "the template says so here"},
    "headings": {
        "da": "skabelonens overskrifter begynder her",
        "en": "the template's headings begin here",
    },
    "first": {"da": "står første gang her", "en": "first found here"},
    "block-ends": {"da": "kodeblokken slutter her", "en": "the code block ends here"},
    "entry": {"da": "punktet står her", "en": "the entry is here"},
    "list": {"da": "listen begynder her", "en": "the list begins here"},
    "follows": {"da": "afsnittet skal stå efter dette", "en": "the section should follow this one"},
    "precedes": {"da": "feltet skal stå før dette", "en": "the field should be before this one"},
    "stands": {"da": "“{id}” står her", "en": "“{id}” is here"},
    "leads": {"da": "“{id}” henviser til “{to}” her", "en": "“{id}” refers to “{to}” here"},
    "broken": {"da": "filen er i stykker her", "en": "the file is broken here"},
    "no-anchor": {"da": "dokumentet begynder her", "en": "the document begins here"},
    **activities.RELATED,
    **lifecycle.RELATED,
    **coverage.RELATED,
    **dates.RELATED,
    **minutes.RELATED,
    **outcomes.RELATED,
    **wording.RELATED,
    **pages.RELATED,
    **accessibility.RELATED,
    **audience.RELATED,
}

TERMS = {
    "type.string": {"da": "tekst", "en": "text"},
    "type.integer": {"da": "et helt tal", "en": "a whole number"},
    "type.number": {"da": "et tal", "en": "a number"},
    "type.boolean": {"da": "true eller false", "en": "true or false"},
    "type.array": {"da": "en liste", "en": "a list"},
    "type.object": {"da": "felter med navn og værdi", "en": "fields with names and values"},
    "type.null": {"da": "ingenting", "en": "nothing"},
    "actual.string": {"da": "tekst", "en": "text"},
    "actual.integer": {"da": "et tal", "en": "a number"},
    "actual.number": {"da": "et tal med punktum", "en": "a number with a point"},
    "actual.boolean": {"da": "et ja eller nej", "en": "a yes or no"},
    "actual.array": {"da": "en liste", "en": "a list"},
    "actual.object": {"da": "felter med navn og værdi", "en": "fields with names and values"},
    "value.it": {"da": "det", "en": "it"},
    "value.array": {"da": "listen", "en": "the list"},
    "value.object": {"da": "felterne", "en": "the fields"},
    "how.string": {
        "da": "Sæt værdien i anførselstegn, så den læses som tekst.",
        "en": "Put the value in quotation marks, so that it is read as text.",
    },
    "how.integer": {
        "da": "Skriv kun cifre, uden punktum, komma og enhed, fx 250000.",
        "en": "Write digits only, without point, comma and unit, such as 250000.",
    },
    "how.number": {
        "da": "Skriv kun cifre, med punktum foran decimaler, fx 1.5.",
        "en": "Write digits only, with a point before decimals, such as 1.5.",
    },
    "how.boolean": {"da": "Skriv true for ja, false for nej.", "en": "Write true or false."},
    "how.array": {
        "da": "Skriv værdierne mellem [ og ] med komma imellem, eller hver på sin egen linje efter "
        "en bindestreg og et mellemrum.",
        "en": "Write the values between [ and ] with commas, or each on its own line after a "
        "hyphen and a space.",
    },
    "how.object": {
        "da": "Skriv navn, kolon, mellemrum og værdi for hver ting, rykket ind under feltet.",
        "en": "Write name, colon, space and value for each thing, indented below the field.",
    },
    "how.single": {
        "da": "Skriv én værdi efter kolonet og ikke flere.",
        "en": "Write one value after the colon and no more.",
    },
    "how.bare": {"da": "Fjern anførselstegnene.", "en": "Remove the quotation marks."},
    "how.id": {
        "da": "Et id skrives med små bogstaver a–z, tal og bindestreger.",
        "en": "An id is written in lower case letters a–z, digits and hyphens.",
    },
    "how.form": {
        "da": "Skabelonen viser, hvordan værdien skal se ud.",
        "en": "The template shows what the value should look like.",
    },
    "how.null": {"da": "Slet værdien.", "en": "Delete the value."},
    "picture.signature": {
        "da": "filen er ikke af den slags, som navnet siger",
        "en": "the file is not of the kind that its name says",
    },
    "picture.cut": {
        "da": "filen er beskadiget eller ikke hel",
        "en": "the file is damaged or not whole",
    },
    "picture.xml": {"da": "filen er ikke en hel SVG", "en": "the file is not a whole SVG"},
    "picture.kind": {
        "da": "den slags fil er ikke et billede",
        "en": "that kind of file is not a picture",
    },
    "bound.minimum": {"da": "mindst", "en": "at least"},
    "bound.maximum": {"da": "højst", "en": "at most"},
    "bound.exclusiveMinimum": {"da": "over", "en": "more than"},
    "bound.exclusiveMaximum": {"da": "under", "en": "less than"},
    "bound.multipleOf": {"da": "deleligt med", "en": "a multiple of"},
    "sign.tab": {"da": "tabulatorer", "en": "tabs"},
    "empty.required": {
        "da": "Skriv teksten under overskriften.",
        "en": "Write the text below the heading.",
    },
    "empty.optional": {
        "da": "Skriv teksten under overskriften, eller slet overskriften: Afsnittet må udelades.",
        "en": "Write the text below the heading, or delete the heading: it may be left out.",
    },
    **front_matter.TERMS,
    **references.TERMS,
    **source.TERMS,
    **activities.TERMS,
    **dates.TERMS,
    **minutes.TERMS,
    **outcomes.TERMS,
    **pages.TERMS,
    **suppressions.TERMS,
}

__all__ = ["MESSAGES", "RELATED", "SUGGESTION", "TERMS", "Text", "Texts"]
