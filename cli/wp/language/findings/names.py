"""WP15x: what files are called."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "bad-file-name": {
        "da": Text(
            "Filnavnet “{name}” kan ikke bruges som id.",
            "Brug kun små bogstaver a–z, tal og bindestreger: ae for æ, oe for ø og aa for å.",
        ),
        "en": Text(
            "The file name “{name}” can't be used as an id.",
            "Use only lower case letters a–z, digits and hyphens: ae for æ, oe for ø, aa for å.",
        ),
    },
    "file-name-differs": {
        "da": Text(
            "Filen hedder “{name}”, men efter feltet “{key}” skal den hedde “{wanted}”.",
            "Ret feltet, hvis det er forkert; ellers giv filen det rigtige navn.",
        ),
        "en": Text(
            "The file is called “{name}”, but by the field “{key}” it should be “{wanted}”.",
            "Correct the field if it is wrong; otherwise give the file the right name.",
        ),
    },
    "same-file-name": {
        "da": Text(
            "Filnavnet “{name}” er kun forskelligt fra “{other}” i store og små bogstaver.",
            "Giv den ene fil et andet navn. På Windows og Mac er det ellers den samme fil.",
        ),
        "en": Text(
            "The file name “{name}” differs from “{other}” only in upper and lower case.",
            "Give one of the files another name. On Windows and Mac they are the same file.",
        ),
    },
}
