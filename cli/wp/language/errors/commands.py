"""What stops a command: its arguments, the files it reads and writes, and `wp` itself."""

ERRORS: dict[str, dict[str, str]] = {
    "no-root": {
        "da": "Her er intet arbejdsprogram: hverken {start} eller mapperne over den har "
        "filen content/programme.md. Gå til rådets mappe, eller brug --root.",
        "en": "There is no work programme here: neither {start} nor the folders above it hold "
        "content/programme.md. Go to the council's folder, or use --root.",
    },
    "no-such-path": {
        "da": "{path} findes ikke.",
        "en": "{path} doesn't exist.",
    },
    "not-a-document": {
        "da": "{path} er ikke et dokument i content/.",
        "en": "{path} is no document in content/.",
    },
    "unknown-audience": {
        "da": "“{name}” er ikke en læserkreds. Skriv public eller internal efter --audience.",
        "en": "“{name}” is no audience. Write public or internal after --audience.",
    },
    "internal-document": {
        "da": "{path} er internt og kan ikke bygges i en offentlig udgave. Intet er bygget. Brug "
        "--audience internal til en udgave, der ikke skal offentliggøres.",
        "en": "{path} is internal and can't be built for the public. Nothing was built. Use "
        "--audience internal for an edition that isn't to be published.",
    },
    "unknown-format": {
        "da": "Formatet “{name}” findes ikke. Kendte er {known}.",
        "en": "There is no format “{name}”. Known are {known}.",
    },
    "not-a-date": {
        "da": "“{name}” er ingen dato. Skriv den som 2027-03-02.",
        "en": "“{name}” is no date. Write it like 2027-03-02.",
    },
    "unknown-actor": {
        "da": "“{name}” er hverken en person eller en organisation i content/people.yml.",
        "en": "“{name}” is neither a person nor an organisation in content/people.yml.",
    },
    "no-statistics": {
        "da": "--statistics kan ikke vises i formatet “{name}”. Brug et af formaterne {known}.",
        "en": "--statistics can't be shown in the format “{name}”. Use one of {known}.",
    },
    "output-folder": {
        "da": "{path} er en mappe. Skriv navnet på en fil efter --output.",
        "en": "{path} is a folder. Write the name of a file after --output.",
    },
    "output-no-folder": {
        "da": "Mappen {folder} findes ikke. Opret den, eller vælg en anden efter --output.",
        "en": "The folder {folder} doesn't exist. Make it, or choose another after --output.",
    },
    "output-private": {
        "da": "{path} ligger i {folder}, hvor rådets egne filer står. Vælg et andet sted til "
        "rapporten, fx build/. Intet er ændret.",
        "en": "{path} lies in {folder}, where the council's own files are. Choose another place "
        "for the report, such as build/. Nothing was changed.",
    },
    "input-unnamed": {
        "da": "Med - læses teksten fra standard input. Skriv også, hvilken fil den er: "
        "--stdin-filename content/one-pagers/jura.md.",
        "en": "With - the text is read from standard input. Say too which file it is: "
        "--stdin-filename content/one-pagers/jura.md.",
    },
    "input-alone": {
        "da": "Når teksten kommer fra standard input, gennemgås kun den. Udelad {path}.",
        "en": "Only the text from standard input is checked then. Leave out {path}.",
    },
    "bad-epoch": {
        "da": "Variablen {name} skal være et helt antal sekunder siden 1970, ikke “{value}”.",
        "en": "The variable {name} must be a whole number of seconds since 1970, not “{value}”.",
    },
    "whole-programme": {
        "da": "Formatet “{name}” er kun til hele arbejdsprogrammet, ikke til {path}.",
        "en": "The format “{name}” is for the whole programme only, not for {path}.",
    },
    "unknown-language": {
        "da": "Sproget “{name}” findes ikke. Brug da eller en.",
        "en": "There is no language “{name}”. Use da or en.",
    },
    "select-unknown": {
        "da": "“{name}” er ingen regel. Brug en kode, begyndelsen af en (WP4) eller et navn.",
        "en": "“{name}” is no rule. Use a code, the beginning of one (WP4), or a name.",
    },
    "select-near": {
        "da": "“{name}” er ingen regel. Mente du “{near}”?",
        "en": "“{name}” is no rule. Did you mean “{near}”?",
    },
    "unknown-rule": {
        "da": "Reglen “{name}” findes ikke. wp explain viser alle.",
        "en": "There is no rule “{name}”. wp explain lists them all.",
    },
    "unknown-rule-near": {
        "da": "Reglen “{name}” findes ikke. Mente du {code} ({near})?",
        "en": "There is no rule “{name}”. Did you mean {code} ({near})?",
    },
    "rule-or-all": {
        "da": "Skriv enten en regel eller --all, ikke begge dele.",
        "en": "Give either a rule or --all, not both.",
    },
    "unknown-kind": {
        "da": "Der er ingen skabelon for “{name}”. Kendte er {known}.",
        "en": "There is no template for “{name}”. Known are {known}.",
    },
    "kind-needed": {
        "da": "Skriv efter wp new, hvad der skal oprettes, og titlen eller datoen. "
        "Kendte er {known}.",
        "en": "Say after wp new what to start, and its title or date. Known are {known}.",
    },
    "title-lacking": {
        "da": "Titlen eller datoen mangler. Skriv wp new {kind} {example}",
        "en": "The title or date is missing. Write wp new {kind} {example}",
    },
    "one-of-a-kind": {
        "da": "Skabelonen “{name}” er til én bestemt fil, content/{path}, som ikke oprettes her.",
        "en": "The template “{name}” is for one file, content/{path}, which isn't started here.",
    },
    "title-needed": {
        "da": "“{title}” giver intet filnavn. Brug mindst ét bogstav eller tal.",
        "en": "“{title}” makes no file name. Use at least one letter or digit.",
    },
    "title-length": {
        "da": "“{title}” har {length} {length:tegn|tegn}. Feltet {field} skal have {least}–{most}.",
        "en": "“{title}” has {length} {length:character|characters}. The field {field} takes "
        "{least}–{most}.",
    },
    "title-unfit": {
        "da": "“{title}” kan ikke stå i feltet {field}: {reason}",
        "en": "“{title}” can't stand in the field {field}: {reason}",
    },
    "not-a-folder": {
        "da": "{path} skal være en mappe, men er en fil eller et link, der ikke fører til en. "
        "Flyt det væk, og prøv igen. Intet er ændret.",
        "en": "{path} has to be a folder, but is a file, or a link that doesn't lead to one. Move "
        "it away, and try again. Nothing was changed.",
    },
    "outside": {
        "da": "{path} ligger uden for rådets mappe, for en mappe på vejen er et link. "
        "Intet er ændret.",
        "en": "{path} lies outside the council's folder, as a folder on the way is a link. "
        "Nothing was changed.",
    },
    "date-needed": {
        "da": "“{title}” er ikke en dato. Skriv den som 2027-03-02.",
        "en": "“{title}” is not a date. Write it like 2027-03-02.",
    },
    "exists": {
        "da": "{path} findes allerede og bliver ikke overskrevet.",
        "en": "{path} exists already and is not overwritten.",
    },
    "cannot-write": {
        "da": "{path} kan ikke skrives: {reason}. Intet er ændret.",
        "en": "{path} can't be written: {reason}. Nothing was changed.",
    },
    "cannot-write-more": {
        "da": "{path} kan ikke skrives: {reason}. Den er urørt; kør wp schema igen bagefter.",
        "en": "{path} can't be written: {reason}. It is untouched; run wp schema again afterwards.",
    },
    "not-ours": {
        "da": "{path} er ikke skrevet af wp schema og bliver ikke overskrevet. Flyt filen, eller "
        "vælg en anden mappe med --output. Intet er ændret.",
        "en": "{path} was not written by wp schema and is not overwritten. Move the file, or "
        "choose another folder with --output. Nothing was changed.",
    },
    "not-utf-8": {
        "da": "{path} er ikke gemt som UTF-8. Intet er ændret.",
        "en": "{path} isn't saved as UTF-8. Nothing was changed.",
    },
    "settings-unreadable": {
        "da": "{path} kan ikke læses, fordi linje {line} ikke er JSON. Intet er ændret. Ret "
        "linjen, eller sæt selv dette ind: {wanted}",
        "en": "{path} can't be read, as line {line} is not JSON. Nothing was changed. Mend "
        "the line, or put this in yourself: {wanted}",
    },
    "settings-otherwise": {
        "da": "{path} siger allerede noget andet om “{key}”. Intet er ændret. Skal det være som "
        "her, så sæt det selv ind: {wanted}",
        "en": "{path} already says something else of “{key}”. Nothing was changed. If you want "
        "this instead, put it in yourself: {wanted}",
    },
    "cannot-write-rest": {
        "da": "{path} kan ikke skrives: {reason}. Filer, der er rettet: {count}. Kør "
        "wp check --fix igen for resten.",
        "en": "{path} can't be written: {reason}. Files that were mended: {count}. Run wp check "
        "--fix again for the rest.",
    },
    "not-with-fix": {
        "da": "{option} kan ikke bruges sammen med --fix eller --diff. Intet er ændret.",
        "en": "{option} can't be used together with --fix or --diff. Nothing was changed.",
    },
    "read-only": {
        "da": "{path} er skrivebeskyttet. Intet er ændret.",
        "en": "{path} is read-only. Nothing was changed.",
    },
    "cannot-read": {
        "da": "{path} kan ikke læses: {reason}.",
        "en": "{path} can't be read: {reason}.",
    },
    "no-more-written": {
        "da": "Der kan ikke skrives mere: {reason}.",
        "en": "No more can be written: {reason}.",
    },
    "no-temporary": {
        "da": "Der er ingen mappe til midlertidige filer. Gør plads på disken, eller lad variablen "
        "TMPDIR nævne en mappe, der kan skrives i.",
        "en": "There is no folder for temporary files. Make room on the disk, or let the variable "
        "TMPDIR name a folder that can be written in.",
    },
    "out-of-memory": {
        "da": "Der er ikke hukommelse nok. Luk andre programmer, og prøv igen.",
        "en": "There is not enough memory. Close other programs and try again.",
    },
    "unexpected": {
        "da": "Der er en fejl i wp selv; den skyldes ikke dig. Meld den til dem, der passer wp, "
        "med denne linje: {kind} i {place}: {reason}. WP_DEBUG=1 viser mere, som kan sendes med.",
        "en": "There is a fault in wp itself; it isn't yours. Report it to those who look after "
        "wp, with this line: {kind} in {place}: {reason}. WP_DEBUG=1 shows more to send along.",
    },
}
