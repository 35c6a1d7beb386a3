"""WP40x: references between documents."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "dangling-reference": {
        "da": Text(
            "“{id}” findes ikke under {collections:or}.{several:and-several}",
            "Skriv et id fra {files:or}, eller tilføj det dér.",
        ),
        "en": Text(
            "“{id}” does not exist under {collections:or}.{several:and-several}",
            "Write an id from {files:or}, or add it there.",
        ),
    },
    "misdirected-reference": {
        "da": Text(
            "“{id}” hører til {elsewhere:and}, men her skal stå et id fra {collections:or}.",
            "Skriv et id fra {files:or}.",
        ),
        "en": Text(
            "“{id}” belongs to {elsewhere:and}, but this must be an id from {collections:or}.",
            "Write an id from {files:or}.",
        ),
    },
    "ambiguous-reference": {
        "da": Text(
            "“{id}” findes både under {collections:and}, så det er uklart, hvad der menes.",
            "Giv den ene et andet id.",
        ),
        "en": Text(
            "“{id}” exists under {collections:and}, so it is unclear which is meant.",
            "Give one of them another id.",
        ),
    },
    "doubled-id": {
        "da": Text(
            "Id'et “{id}” er brugt {count} {count:gang|gange} under “{collection}”: her og "
            "i {places:and}.",
            "Behold det ét sted, som regel hvor det stod først. Giv det andet sit eget id, og ret "
            "det, hvor der henvises til det.",
        ),
        "en": Text(
            "The id “{id}” is used {count} {count:time|times} under “{collection}”: here "
            "and in {places:and}.",
            "Keep it in one place, as a rule where it stood first. Give the other an id of its "
            "own, and change it where that one is referred to.",
        ),
    },
    "missing-register": {
        "da": Text(
            "Filen {path} findes ikke, men dokumenterne henviser til den.",
            "Opret filen, eller hent den tilbage, hvis den er slettet ved en fejl.",
        ),
        "en": Text(
            "The file {path} does not exist, but documents refer to it.",
            "Create the file, or bring it back if it was deleted by mistake.",
        ),
    },
    "circular-reference": {
        "da": Text(
            "Henvisningerne i “{key}” går i ring: {chain}.",
            "Slet en af dem, så der er noget, der kommer først.",
        ),
        "en": Text(
            "The references in “{key}” go round in a ring: {chain}.",
            "Delete one of them, so that something comes first.",
        ),
    },
}

TERMS = {
    "sentence.several": {
        "da": "Her kan kun stå ét id. Skriv {ids:and} hver for sig.",
        "en": "There can be only one id here. Write {ids:and} apart from each other.",
    },
}
