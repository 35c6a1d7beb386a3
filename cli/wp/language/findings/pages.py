"""WP94x: pages in the layout of the PDF."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "too-many-pages": {
        "da": Text(
            "Dokumentet fylder {pages} {pages:side|sider}, men må fylde {limit}. "
            "Det er {lines} {lines:linje|linjer} for langt.{longest:and-longest}",
            "Kort først det afsnit, der er længst. Billeder, tabeller og aktiviteter fylder også. "
            "wp build --format html viser dokumentet, også mens det er for langt.",
        ),
        "en": Text(
            "The document fills {pages} {pages:page|pages} but may fill {limit}. "
            "It is {lines} {lines:line|lines} too long.{longest:and-longest}",
            "Shorten the longest section first. Pictures, tables and activities take room too. "
            "wp build --format html shows the document, also while it is too long.",
        ),
    },
    "not-laid-out": {
        "da": Text(
            "Dokumentet kan ikke sættes op på en side: {reason}",
            "Som regel er det et billede, der ikke kan læses. Gem det igen som PNG eller JPEG.",
        ),
        "en": Text(
            "The document can't be laid out on a page: {reason}",
            "Mostly it is a picture that can't be read. Save it again as PNG or JPEG.",
        ),
    },
}

RELATED = {
    "word-limit": {
        "da": "afsnittets egen grænse står her",
        "en": "the section's own limit stands here",
    },
}

TERMS = {
    "sentence.longest": {
        "da": "“{section}” er længst i forhold til sin egen grænse: {words} {words:ord|ord} af "
        "højst {most}.",
        "en": "“{section}” is longest against its own limit: {words} {words:word|words} of at "
        "most {most}.",
    },
}
