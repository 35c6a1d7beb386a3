"""WP92x: what everybody must be able to read."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "image-without-text": {
        "da": Text(
            "Billedet {file} har ingen tekst for dem, der ikke kan se det.",
            "Skriv mellem [ og ], hvad billedet viser, som du ville sige det i telefonen.",
        ),
        "en": Text(
            "The picture {file} has no text for those who can't see it.",
            "Write between [ and ] what the picture shows, as you would say it on the telephone.",
        ),
    },
    "vague-link-text": {
        "da": Text(
            "Linkets tekst, “{words}”, siger ikke, hvor det fører hen.",
            "Brug navnet på det, der linkes til, som linkets tekst.",
        ),
        "en": Text(
            "The link's text, “{words}”, does not say where it leads.",
            "Use the name of what it leads to as the link's text.",
        ),
    },
    "bare-address": {
        "da": Text(
            "Linkets tekst er selve adressen.",
            "Skriv et navn foran adressen, som [navn](adresse).",
        ),
        "en": Text(
            "The link's text is the address itself.",
            "Write a name before the address, like [name](address).",
        ),
    },
    "link-without-text": {
        "da": Text(
            "Linket til {address} har ingen tekst, så ingen ser det.",
            "Skriv mellem [ og ], hvor linket fører hen, eller slet det.",
        ),
        "en": Text(
            "The link to {address} has no text, so nobody sees it.",
            "Write between [ and ] where the link leads, or delete it.",
        ),
    },
    "heading-level-skips": {
        "da": Text(
            "Overskriften “{title}” springer et niveau over: {written} og ikke {wanted}.",
            "Antallet af # siger, hvad en overskrift hører under; gå ét niveau ned ad gangen.",
        ),
        "en": Text(
            "The heading “{title}” leaves out a level: {written} instead of {wanted}.",
            "The number of # says what a heading belongs under; go down one level at a time.",
        ),
    },
    "table-without-header": {
        "da": Text(
            "Tabellens første række er tom, så kolonnerne har ingen navne.",
            "Skriv øverst i hver kolonne, hvad der står i den.",
        ),
        "en": Text(
            "The table's first row is empty, so its columns have no names.",
            "Write at the top of each column what stands in it.",
        ),
    },
    "empty-header-cell": {
        "da": Text(
            "Tabellens kolonne {column} har ingen overskrift.",
            "Skriv øverst i hver kolonne, hvad der står i den.",
        ),
        "en": Text(
            "The table's column {column} has no heading.",
            "Write at the top of each column what stands in it.",
        ),
    },
    "low-contrast": {
        "da": Text(
            "Farven {colour} er for lys til tekst: Kontrasten mod hvidt er {found} til 1 og skal "
            "være mindst {least} til 1.",
            "Vælg en mørkere udgave af farven. Designmanualen har ofte en til tekst.",
        ),
        "en": Text(
            "The colour {colour} is too light for text: its contrast with white is {found} to 1 "
            "and must be at least {least} to 1.",
            "Choose a darker shade of the colour. A design manual often has one for text.",
        ),
    },
}

RELATED = {
    "heading-above": {"da": "overskriften før", "en": "the heading before"},
}
