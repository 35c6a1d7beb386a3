"""WP96x: what is internal."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "unclear-audience": {
        "da": Text(
            "“{written}” gør ikke noget internt eller offentligt.",
            "Skriv {{audience=internal}} som det sidste på afsnittets egen overskriftslinje. I "
            "felterne øverst hedder det audience: internal.",
        ),
        "en": Text(
            "“{written}” makes nothing internal or public.",
            "Write {{audience=internal}} as the last thing on the line of the section's own "
            "heading. In the fields at the top it is audience: internal.",
        ),
    },
    "internal-reference": {
        "da": Text(
            "“{id}” fører til noget internt, men det, der henviser, er offentligt.",
            "Slet henvisningen, gør også det internt, der henviser, eller gør det, der henvises "
            "til, offentligt.",
        ),
        "en": Text(
            "“{id}” leads to something internal, but what refers to it is public.",
            "Delete the reference, make what refers internal too, or make what it refers to "
            "public.",
        ),
    },
    "internal-mention": {
        "da": Text(
            "“{id}” er navnet på noget internt, men teksten her er offentlig.",
            "Skriv det om, eller gør også teksten her intern.",
        ),
        "en": Text(
            "“{id}” is the name of something internal, but the text here is public.",
            "Write it in another way, or make the text here internal too.",
        ),
    },
}

RELATED = {
    "internal": {"da": "her står, at det er internt", "en": "here it is said to be internal"},
}
