"""WP2xx: front matter against the schema."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "missing-field": {
        "da": Text(
            "Feltet “{key}” mangler{inside}.",
            "Skriv feltet mellem de to linjer med --- øverst i filen, som “{key}: …”.",
        ),
        "en": Text(
            "The field “{key}” is missing{inside}.",
            "Write the field between the two lines with --- at the top, as “{key}: …”.",
        ),
    },
}
