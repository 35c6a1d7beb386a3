"""WP91x: what identifies private people."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "cpr-number": {
        "da": Text(
            "Her står et CPR-nummer.",
            "Slet det. Er filen allerede sendt ind, ligger nummeret også i de tidligere udgaver; "
            "kontakt sekretariatet med det samme.",
        ),
        "en": Text(
            "Here stands a CPR number.",
            "Delete it. If the file was sent in already, earlier versions hold the number too; "
            "contact the secretariat at once.",
        ),
    },
    "email-address": {
        "da": Text(
            "Her står en e-mailadresse, {address}.",
            "Skriv en rolle eller et sted, fx sekretariatet, i stedet for en adresse. Den "
            "offentlige udgave udelader adressen.",
        ),
        "en": Text(
            "Here stands an e-mail address, {address}.",
            "Write a role or a place, such as the secretariat, instead of an address. The public "
            "edition leaves the address out.",
        ),
    },
    "phone-number": {
        "da": Text(
            "Her står et telefonnummer.",
            "Slet det; det kan ikke kaldes tilbage, når det først er offentligt. Den offentlige "
            "udgave udelader det.",
        ),
        "en": Text(
            "Here stands a telephone number.",
            "Delete it; once public it can't be taken back. The public edition leaves it out.",
        ),
    },
    "absence-reason": {
        "da": Text(
            "“{word}” ligner en grund til, at {name} var fraværende.",
            "Slet grunden. Et referat siger, at nogen var fraværende, ikke hvorfor. Står den i "
            "teksten, bliver intet bygget til offentligheden.",
        ),
        "en": Text(
            "“{word}” looks like a reason why {name} was absent.",
            "Delete the reason. Minutes say that somebody was absent, never why. While it stands "
            "in the text, nothing is built for the public.",
        ),
    },
}
