"""WP41x–43x: links, pictures, files, and Markdown that isn't what it seems."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "missing-file": {
        "da": Text(
            "“{dest}” fører til {path}, som ikke findes.",
            "Ret stien. Den går ud fra den mappe, dokumentet selv ligger i.",
        ),
        "en": Text(
            "“{dest}” leads to {path}, which does not exist.",
            "Correct the path. It starts from the folder that the document itself is in.",
        ),
    },
    "wrong-case": {
        "da": Text(
            "“{dest}” er ikke skrevet med samme store og små bogstaver som filens navn.",
            "Skriv navnet præcis, som filen hedder; ellers virker det ikke på alle computere.",
        ),
        "en": Text(
            "“{dest}” is not written in the same upper and lower case as the file's name.",
            "Write the name exactly as the file has it; otherwise it fails on some computers.",
        ),
    },
    "link-to-folder": {
        "da": Text("“{dest}” er en mappe.", "Skriv stien til en fil."),
        "en": Text("“{dest}” is a folder.", "Write the path to a file."),
    },
    "link-to-template": {
        "da": Text(
            "“{dest}” er en skabelon, og skabeloner kommer ikke med i arbejdsprogrammet.",
            "Slet linket, eller link til et dokument.",
        ),
        "en": Text(
            "“{dest}” is a template, and templates are no part of the work programme.",
            "Delete the link, or link to a document.",
        ),
    },
    "outside-content": {
        "da": Text(
            "“{dest}” ligger uden for mappen content.",
            "Læg filen i content/attachments, og skriv stien dertil.",
        ),
        "en": Text(
            "“{dest}” is outside the folder content.",
            "Put the file in content/attachments, and write the path to it.",
        ),
    },
    "absolute-path": {
        "da": Text(
            "“{dest}” er en sti, der ikke går ud fra dokumentets egen mappe.",
            "Skriv en sti, der virker på alle computere, fx ../attachments/bilag-1.pdf.",
        ),
        "en": Text(
            "“{dest}” is a path that does not start from the document's own folder.",
            "Write a path that works on every computer, such as ../attachments/plan.pdf.",
        ),
    },
    "backslash": {
        "da": Text(
            "“{dest}” har omvendt skråstreg.",
            "Skriv / mellem mapper og filer.",
        ),
        "en": Text(
            "“{dest}” has a backslash in it.",
            "Write / between folders and files.",
        ),
    },
    "forbidden-scheme": {
        "da": Text(
            "Adresser med “{scheme}” er ikke tilladt.",
            "Brug en adresse med {allowed:or}, eller stien til en fil.",
        ),
        "en": Text(
            "Addresses with “{scheme}” are not allowed.",
            "Use an address with {allowed:or}, or the path to a file.",
        ),
    },
    "remote-file": {
        "da": Text(
            "“{dest}” ligger på nettet og kan ikke komme med i arbejdsprogrammet.",
            "Læg filen i content/attachments, og skriv stien dertil.",
        ),
        "en": Text(
            "“{dest}” is on the web and can't become part of the work programme.",
            "Put the file in content/attachments, and write the path to it.",
        ),
    },
    "address-without-scheme": {
        "da": Text(
            "“{dest}” læses som navnet på en fil, men ligner en adresse.",
            "Skriv adressen helt ud, med https:// eller mailto: foran.",
        ),
        "en": Text(
            "“{dest}” is read as the name of a file, but looks like an address.",
            "Write the address in full, with https:// or mailto: before it.",
        ),
    },
    "empty-link": {
        "da": Text(
            "Linket eller billedet har ingen adresse.",
            "Skriv den mellem parenteserne, eller slet dem og lad teksten stå.",
        ),
        "en": Text(
            "The link or picture has no address.",
            "Write it between the brackets, or delete them and let the text stand.",
        ),
    },
    "missing-anchor": {
        "da": Text(
            "Der er ingen overskrift “#{anchor}” i {path}.",
            "Skriv overskriften med små bogstaver og bindestreger, fx #videre-proces.",
        ),
        "en": Text(
            "There is no heading “#{anchor}” in {path}.",
            "Write the heading in lower case with hyphens, such as #next-steps.",
        ),
    },
    "broken-picture": {
        "da": Text(
            "Billedet {dest} kan ikke vises: {reason}.",
            "Gem billedet igen som SVG, PNG, JPEG, GIF eller WebP, og læg den nye fil samme sted.",
        ),
        "en": Text(
            "The picture {dest} can't be shown: {reason}.",
            "Save the picture again as SVG, PNG, JPEG, GIF or WebP, and put the new file there.",
        ),
    },
    "raw-html": {
        "da": Text(
            "“{tag}” er HTML og bliver vist, som det står.",
            "Slet det, eller brug Markdown: **fed**, *kursiv*, - punkter.",
        ),
        "en": Text(
            "“{tag}” is HTML and is shown as it is.",
            "Delete it, or use Markdown: **bold**, *italics*, - entries.",
        ),
    },
    "undefined-link": {
        "da": Text(
            "Linket bruger navnet “{label}”, men ingen linje siger, hvor det fører hen.",
            "Skriv adressen i linket, [tekst](adresse), eller en linje “[{label}]: adresse”.",
        ),
        "en": Text(
            "The link uses the name “{label}”, but no line says where it leads.",
            "Write the address in the link, [text](address), or a line “[{label}]: address”.",
        ),
    },
    "undefined-footnote": {
        "da": Text(
            "Noten “{label}” er der ingen tekst til.",
            "Skriv den på en linje for sig selv: “[^{label}]: notens tekst”.",
        ),
        "en": Text(
            "There is no text for the note “{label}”.",
            "Write it on a line of its own: “[^{label}]: the note's text”.",
        ),
    },
}
