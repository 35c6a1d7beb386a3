"""WP92x, WP433 and WP434: what everybody must be able to read."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "language-tag": {
        "da": Text(
            "“{tag}” er ikke navnet på et sprog, så ingen skærmlæser ved, hvordan ordene udtales.",
            "Skriv sprogets kode på to eller tre bogstaver, evt. med land, fx en, en-GB eller de.",
        ),
        "en": Text(
            "“{tag}” does not name a language, so no screen reader knows how to say the words.",
            "Write the language's code of two or three letters, perhaps with a country, such as "
            "en, en-GB or de.",
        ),
    },
    "language-mark": {
        "da": Text(
            "“{mark}” står ikke lige efter ord i kantede parenteser og bliver vist, som det står.",
            "I brødteksten skrives [Genome UK]{{lang=en}} uden mellemrum imellem. Felterne øverst "
            "kan ikke have mærker.",
        ),
        "en": Text(
            "“{mark}” does not stand right behind words in square brackets and is shown as it is.",
            "Write [Genome UK]{{lang=en}} in running text, with no space between. The fields at "
            "the top can't have marks.",
        ),
    },
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
