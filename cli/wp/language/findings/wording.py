"""WP90x and WP93x: names, terms and sentences in running text."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "name-variant": {
        "da": Text(
            "“{written}” er ikke det navn, personen er registreret med.",
            "Skriv navnet, som det står i people.yml, alle steder.",
        ),
        "en": Text(
            "“{written}” is not the name that the person is registered with.",
            "Write the name everywhere as it stands in people.yml.",
        ),
    },
    "first-name-alone": {
        "da": Text(
            "“{written}” er et fornavn alene.",
            "Skriv hele navnet; læserne kender ikke personen.",
        ),
        "en": Text(
            "“{written}” is a first name alone.",
            "Write the whole name; readers don't know the person.",
        ),
    },
    "same-title": {
        "da": Text(
            "Titlen “{title}” er allerede brugt.",
            "Giv hver sin titel. Er det ene en kopi af det andet, så ret også resten.",
        ),
        "en": Text(
            "The title “{title}” is already used.",
            "Give each a title of its own. If one is a copy of the other, mend the rest as well.",
        ),
    },
    "title-variant": {
        "da": Text(
            "“{written}” er en anden skrivemåde end titlen.",
            "Skriv emnets titel ens alle steder, eller ret selve titlen.",
        ),
        "en": Text(
            "“{written}” is written otherwise than the title.",
            "Write the topic's title alike everywhere, or correct the title itself.",
        ),
    },
    "term-variant": {
        "da": Text(
            "“{written}” er en anden skrivemåde end rådets.{note:after}",
            "Ordene og deres skrivemåde står under terms i programme.md.",
        ),
        "en": Text(
            "“{written}” is spelled otherwise than the council does it.{note:after}",
            "The words and their spelling stand under terms in programme.md.",
        ),
    },
    "avoided-word": {
        "da": Text(
            "“{written}” er et ord, som rådet ikke bruger.{note:after}",
            "Ordene står under terms i programme.md.",
        ),
        "en": Text(
            "“{written}” is a word that the council doesn't use.{note:after}",
            "The words stand under terms in programme.md.",
        ),
    },
    "shared-short-name": {
        "da": Text(
            "Det korte navn “{short}” er allerede brugt.",
            "Giv hver person og organisation sit eget korte navn.",
        ),
        "en": Text(
            "The short name “{short}” is taken already.",
            "Give each person and organisation a short name of its own.",
        ),
    },
    "ambiguous-initials": {
        "da": Text(
            "“{initials}” kan være {names:or}.",
            "Skriv navnet helt ud.",
        ),
        "en": Text(
            "“{initials}” can be {names:or}.",
            "Write the name in full.",
        ),
    },
    "hard-to-read": {
        "da": Text(
            "Teksten har lixtal {lix}, og grænsen er {limit}. Afsnittet her er sværest med "
            "{section}.",
            "Del de lange sætninger, og skriv med korte ord, hvor det kan lade sig gøre.",
        ),
        "en": Text(
            "The text has a LIX of {lix}, and the limit is {limit}. This section is the hardest "
            "with {section}.",
            "Split the long sentences, and use short words where you can.",
        ),
    },
    "long-sentence": {
        "da": Text(
            "Sætningen har {count} ord, og grænsen er {limit}.",
            "Del sætningen i to, eller sæt en opremsning op som liste.",
        ),
        "en": Text(
            "The sentence has {count} words, and the limit is {limit}.",
            "Split the sentence in two, or turn an enumeration into a list.",
        ),
    },
}

RELATED = {
    "registered": {"da": "registreret her", "en": "registered here"},
    "named": {"da": "{name} står her", "en": "{name} stands here"},
}
