"""WP95x: exceptions from rules."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "ignore-malformed": {
        "da": Text(
            "Undtagelsen er ikke skrevet rigtigt: {how}",
            "Skriv den sådan: {example}",
        ),
        "en": Text(
            "The exception isn't written right: {how}",
            "Write it like this: {example}",
        ),
    },
    "ignore-without-reason": {
        "da": Text(
            "Undtagelsen fra {names:and} mangler en begrundelse.",
            "{how} Den næste, der læser det, skal kunne se, om den stadig gælder.",
        ),
        "en": Text(
            "The exception from {names:and} lacks a reason.",
            "{how} The next reader should be able to tell whether it still holds.",
        ),
    },
    "ignore-unknown-rule": {
        "da": Text(
            "Der er ingen regel, der hedder “{name}”.",
            "Brug den kode eller det navn, som wp check viser, fx WP931 eller long-sentence.",
        ),
        "en": Text(
            "There is no rule called “{name}”.",
            "Use the code or the name that wp check shows, such as WP931 or long-sentence.",
        ),
    },
    "ignore-not-allowed": {
        "da": Text(
            "Reglen “{name}” gælder uden undtagelse.",
            "{why} Slet undtagelsen, og ret det, reglen finder.",
        ),
        "en": Text(
            "The rule “{name}” holds without exception.",
            "{why} Delete the exception and correct what the rule finds.",
        ),
    },
    "ignore-unused": {
        "da": Text(
            "Der er intet fund, som undtagelsen fra “{name}” gælder. "
            "Den dækker {scope}{lines:after}.",
            "{how}",
        ),
        "en": Text(
            "There is no finding that the exception from “{name}” counts for. "
            "It covers {scope}{lines:after}.",
            "{how}",
        ),
    },
    "ignore-misplaced": {
        "da": Text(
            "Undtagelsen ødelægger teksten, hvor den står: {how}",
            "Skriv den sidst på den linje, den gælder, i en tabel sidst i rækken. Eller skriv den "
            "på en linje for sig selv foran det hele.",
        ),
        "en": Text(
            "The exception spoils the text where it stands: {how}",
            "Write it at the end of the line that it counts for, in a table at the end of the row. "
            "Or write it on a line of its own before all of it.",
        ),
    },
    "pattern-without-files": {
        "da": Text(
            "“{pattern}” passer ikke på nogen fil.",
            "Skriv stien fra roden, fx content/minutes/*.md. En stjerne står for et navn, to "
            "stjerner for mapper i flere led.",
        ),
        "en": Text(
            "“{pattern}” matches no file.",
            "Write the path from the root, such as content/minutes/*.md. One asterisk stands for a "
            "name, two for folders of any depth.",
        ),
    },
}

TERMS = {
    "example.body": {
        "da": "<!-- wp: ignore long-sentence Citat fra loven -->",
        "en": "<!-- wp: ignore long-sentence Quoted from the act -->",
    },
    "example.fields": {
        "da": "# wp: ignore long-sentence Citat fra loven",
        "en": "# wp: ignore long-sentence Quoted from the act",
    },
    "example.field": {
        "da": "- {{rule: long-sentence, reason: Citat fra loven}}",
        "en": "- {{rule: long-sentence, reason: Quoted from the act}}",
    },
    "malformed.spelling": {
        "da": "Den skal begynde med “wp: ignore” med små bogstaver og ét mellemrum efter kolon.",
        "en": "It begins with “wp: ignore” in lower case, with a space after the colon.",
    },
    "malformed.no-rule": {
        "da": "Der står ingen regel.",
        "en": "It names no rule.",
    },
    "malformed.comma": {
        "da": "Der skal komma mellem to regler.",
        "en": "Two rules are parted by a comma.",
    },
    "malformed.unclosed": {
        "da": "Kommentaren slutter ikke med “-->”, så resten af filen er en del af den.",
        "en": "The comment doesn't end with “-->”, so the rest of the file is a part of it.",
    },
    "malformed.too-many": {
        "da": "En fil kan højst have 500, og denne og de følgende bliver ikke læst.",
        "en": "A file may have at most 500, and this one and those after it aren't read.",
    },
    "malformed.field": {
        "da": "Feltet “ignore” skal være en liste.",
        "en": "The field “ignore” takes a list.",
    },
    "malformed.entry": {
        "da": "Hvert punkt har felterne “rule” og “reason” og ikke andre.",
        "en": "Each entry has the fields “rule” and “reason” and no others.",
    },
    "reason.comment": {
        "da": "Skriv hvorfor efter reglens navn.",
        "en": "Write why after the rule's name.",
    },
    "reason.field": {
        "da": "Skriv hvorfor i feltet “reason”.",
        "en": "Write why in the field “reason”.",
    },
    "firm.false": {
        "da": "Ellers ville det færdige arbejdsprogram være forkert.",
        "en": "Else the finished programme would be wrong.",
    },
    "firm.person": {
        "da": "Et CPR-nummer må ikke stå i filerne.",
        "en": "A CPR number must not stand in the files.",
    },
    "firm.self": {
        "da": "Ellers kunne undtagelser skjule hinanden.",
        "en": "Else exceptions could hide one another.",
    },
    "unused.file": {
        "da": "Slet den.",
        "en": "Delete it.",
    },
    "unused.lines": {
        "da": "Slet den, eller flyt den hen til den linje, som wp check viser.",
        "en": "Delete it, or move it to the line that wp check shows.",
    },
    "scope.line": {"da": "linje", "en": "line"},
    "scope.lines": {"da": "linje", "en": "lines"},
    "scope.file": {"da": "hele filen", "en": "the whole file"},
    "scope.none": {
        "da": "ingen linjer, for der står ikke noget efter den",
        "en": "no lines, as nothing comes after it",
    },
    "harm.list": {"da": "Den deler listen i to.", "en": "It cuts the list in two."},
    "harm.table": {"da": "Den deler tabellen i to.", "en": "It cuts the table in two."},
    "harm.paragraph": {"da": "Den deler afsnittet i to.", "en": "It cuts the paragraph in two."},
    "harm.text": {
        "da": "Teksten efter den på samme linje kommer ikke med i det færdige dokument.",
        "en": "The text behind it on the same line is left out of the finished document.",
    },
}
