"""WP3xx: headings, and the text under them."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "missing-section": {
        "da": Text(
            "Afsnittet “{title}” mangler. Det hører til efter det her.",
            "Skriv overskriften på en linje for sig selv, “{heading}”, og teksten under den.",
        ),
        "en": Text(
            "The section “{title}” is missing. It belongs after this.",
            "Write the heading on a line of its own, “{heading}”, and the text below it.",
        ),
    },
    "unknown-section": {
        "da": Text(
            "Skabelonen har ikke noget afsnit “{title}”.",
            "Skriv overskrifterne præcis som i skabelonen, og sæt anden tekst ind under dem.",
        ),
        "en": Text(
            "The template has no section “{title}”.",
            "Write the headings exactly as in the template, and put other text in below them.",
        ),
    },
    "misplaced-section": {
        "da": Text(
            "Afsnittet “{title}” står ikke på sin plads. Det skal stå {after:position}.",
            "Flyt overskriften og teksten under den.",
        ),
        "en": Text(
            "The section “{title}” is not in its place. It should come {after:position}.",
            "Move the heading and the text below it.",
        ),
    },
    "doubled-section": {
        "da": Text(
            "“{title}” gentager et afsnit, som allerede er der.",
            "Saml teksten under den ene overskrift, og slet den anden.",
        ),
        "en": Text(
            "“{title}” repeats a section that is already there.",
            "Put the text together below one heading, and delete the other.",
        ),
    },
    "wrong-level": {
        "da": Text(
            "Overskriften “{title}” har {written} foran sig, men skal have {wanted}.",
            "Antallet af # bestemmer, hvad et afsnit hører under.",
        ),
        "en": Text(
            "The heading “{title}” has {written} before it, but should have {wanted}.",
            "The number of # decides what a section belongs under.",
        ),
    },
    "typed-list": {
        "da": Text(
            "{count} {count:linje|linjer} begynder med “{sign}”. Det bliver til løbende tekst og "
            "ikke til en liste.",
            "Begynd hver linje i listen med en bindestreg og et almindeligt mellemrum, “- ”.",
        ),
        "en": Text(
            "{count} {count:line begins|lines begin} with “{sign}”. That makes running text and no "
            "list.",
            "Begin each line of the list with a hyphen and an ordinary space, “- ”.",
        ),
    },
    "typed-table": {
        "da": Text(
            "Linjerne med {sign} bliver ikke til en tabel, men til løbende tekst.",
            "Skriv | omkring hver celle, og skriv “{ruled}” på linjen under den første: lige så "
            "mange kolonner som der.",
        ),
        "en": Text(
            "The lines with {sign} become running text, not a table.",
            "Write | around each cell, and “{ruled}” on the line below the first: as many columns "
            "as there.",
        ),
    },
    "lost-heading": {
        "da": Text(
            "“{title}” står her som almindelig tekst, men skal være en overskrift.",
            "Skriv “{heading}” på en linje for sig selv, med et almindeligt mellemrum efter #.",
        ),
        "en": Text(
            "“{title}” is ordinary text here, but should be a heading.",
            "Write “{heading}” on a line of its own, with an ordinary space after the #.",
        ),
    },
    "accidental-heading": {
        "da": Text(
            "Linjen her gør teksten over den, “{title}”, til en overskrift.",
            "Slet linjen, eller sæt en tom linje før den.",
        ),
        "en": Text(
            "This line makes a heading of the text above it, “{title}”.",
            "Delete the line, or put an empty line before it.",
        ),
    },
    "empty-heading": {
        "da": Text("Overskriften er tom.", "Slet linjen, eller skriv overskriften efter #."),
        "en": Text("The heading is empty.", "Delete the line, or write the heading after the #."),
    },
    "title-as-heading": {
        "da": Text(
            "“{title}” står allerede i feltet “{key}” og skal ikke være en overskrift også.",
            "Slet overskriften. Titlen kommer med af sig selv.",
        ),
        "en": Text(
            "“{title}” is already in the field “{key}” and should not be a heading too.",
            "Delete the heading. The title is added by itself.",
        ),
    },
    "text-outside-sections": {
        "da": Text(
            "Teksten her hører ikke under nogen af skabelonens overskrifter.",
            "Flyt den ned under den overskrift, den hører til.",
        ),
        "en": Text(
            "The text here belongs under none of the template's headings.",
            "Move it down below the heading that it belongs to.",
        ),
    },
    "empty-section": {
        "da": Text("Afsnittet “{title}” er tomt.", "{how}"),
        "en": Text("The section “{title}” is empty.", "{how}"),
    },
    "guidance-left": {
        "da": Text(
            "Skabelonens vejledning står stadig under “{title}”.",
            "Slet vejledningen, når du har skrevet din egen tekst. Lad en tom linje skille dem ad.",
        ),
        "en": Text(
            "The template's guidance is still there under “{title}”.",
            "Delete the guidance when you have written your own text. Keep an empty line between "
            "them.",
        ),
    },
    "placeholder-left": {
        "da": Text(
            "Her står stadig “{text}”.",
            "Skriv det, der skal stå, eller slet det.",
        ),
        "en": Text(
            "“{text}” is still here.",
            "Write what should be here, or delete it.",
        ),
    },
    "too-few-words": {
        "da": Text(
            "Afsnittet “{title}” er på {count} {count:ord|ord}; der skal være mindst {limit}.",
            "Skriv afsnittet færdigt.",
        ),
        "en": Text(
            "The section “{title}” has {count} {count:word|words}; it needs at least {limit}.",
            "Finish the section.",
        ),
    },
    "too-many-words": {
        "da": Text(
            "Afsnittet “{title}” er på {count} {count:ord|ord}; der må højst være {limit}.",
            "Gør det kortere, eller flyt noget til et andet afsnit.",
        ),
        "en": Text(
            "The section “{title}” has {count} {count:word|words}; it may have at most {limit}.",
            "Make it shorter, or move something to another section.",
        ),
    },
    "section-without-entry": {
        "da": Text(
            "Afsnittet “{title}” svarer ikke til noget under “{key}”.",
            "Tilføj det øverst i filen, eller ret nummeret i overskriften.",
        ),
        "en": Text(
            "The section “{title}” has no counterpart under “{key}”.",
            "Add it at the top of the file, or correct the number in the heading.",
        ),
    },
    "renamed-section": {
        "da": Text(
            "Overskriften er “{title}”, men i “{key}” er den “{wanted}”.",
            "Ret den ene, så de er ens, hvis forskellen ikke er ment.",
        ),
        "en": Text(
            "The heading is “{title}”, but in “{key}” it is “{wanted}”.",
            "Change one of them so that they agree, unless the difference is meant.",
        ),
    },
}
