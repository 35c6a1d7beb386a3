"""WP1xx: files, their names, and how their fields are written."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "too-large": {
        "da": Text(
            "Filen fylder {bytes} MB og læses ikke; grænsen er {limit} MB.",
            "Læg billeder og andre bilag i content/attachments, og del en meget lang tekst.",
        ),
        "en": Text(
            "The file is {bytes} MB and is not read; the limit is {limit} MB.",
            "Put pictures and other attachments in content/attachments, and divide a long text.",
        ),
    },
    "not-utf-8": {
        "da": Text(
            "Filen er ikke gemt som UTF-8, men ligner {encoding}. Bogstaver som æ, ø og å kan "
            "blive forkerte.",
            "Gem filen igen med kodningen UTF-8.",
        ),
        "en": Text(
            "The file is not saved as UTF-8 but looks like {encoding}. Letters such as æ, ø and å "
            "may come out wrong.",
            "Save the file again in the encoding UTF-8.",
        ),
    },
    "byte-order-mark": {
        "da": Text(
            "Filen begynder med et usynligt tegn (BOM), som nogle Windows-programmer sætter ind.",
            "Gem filen som UTF-8 uden BOM.",
        ),
        "en": Text(
            "The file begins with an invisible character (BOM) that some Windows programs put in.",
            "Save the file as UTF-8 without BOM.",
        ),
    },
    "trailing-space": {
        "da": Text(
            "Der er usynlige mellemrum sidst på {count} {count:linje|linjer}. Den første er her.",
            "De betyder ikke noget, men git ser dem som en ændring.",
        ),
        "en": Text(
            "There are invisible spaces at the end of {count} {count:line|lines}. The first is "
            "here.",
            "They mean nothing, but git takes them for a change.",
        ),
    },
    "no-break-space": {
        "da": Text(
            "Der er hårde mellemrum blandt felterne på {count} {count:linje|linjer}. Det første er "
            "her. De kommer fra Word, eller fra Alt + mellemrum på en Mac.",
            "Slet det, og skriv et almindeligt mellemrum.",
        ),
        "en": Text(
            "There are no-break spaces among the fields on {count} {count:line|lines}. The first "
            "is here. They come from Word, or from Alt+Space on a Mac.",
            "Delete it, and write an ordinary space.",
        ),
    },
    "line-not-ended": {
        "da": Text(
            "Filens sidste linje er ikke afsluttet med et linjeskift.",
            "Sæt et linjeskift efter det sidste ord.",
        ),
        "en": Text(
            "The file's last line does not end in a line break.",
            "Put a line break after the last word.",
        ),
    },
    "carriage-return": {
        "da": Text(
            "Filens linjer ender på Windows-måden (CRLF).",
            "Vælg linjeslut LF, når du gemmer. Teksten selv er der ikke noget i vejen "
            "med.{most:and-most}",
        ),
        "en": Text(
            "The file's lines end in the Windows way (CRLF).",
            "Choose the line end LF when you save. There is nothing wrong with the text "
            "itself.{most:and-most}",
        ),
    },
    "control-character": {
        "da": Text(
            "Her står et usynligt styretegn ({character}). Det følger tit med fra Word.",
            "Slet tegnet, fx ved at skrive ordene omkring det igen.",
        ),
        "en": Text(
            "There is an invisible control character here ({character}). It often comes from Word.",
            "Delete it, for example by writing the words around it again.",
        ),
    },
    "bidi-override": {
        "da": Text(
            "Her står et usynligt tegn ({character}), der kan vise teksten i en anden rækkefølge, "
            "end den er skrevet.",
            "Slet tegnet, fx ved at skrive ordene omkring det igen.",
        ),
        "en": Text(
            "There is an invisible character here ({character}) that can show the text in another "
            "order than it is written in.",
            "Delete it, for example by writing the words around it again.",
        ),
    },
    "bidi-escape": {
        "da": Text(
            "“{written}” er det usynlige tegn {character}, der kan vise teksten i en anden "
            "rækkefølge, end den er skrevet.",
            "Slet det. Tekst fra højre mod venstre kræver ingen tegn.",
        ),
        "en": Text(
            "“{written}” is the invisible character {character}, which can show the text in "
            "another order than it is written in.",
            "Delete it. Text from right to left needs no such character.",
        ),
    },
    "bidi-name": {
        "da": Text(
            "Navnet “{name}” indeholder det usynlige tegn {character}, der kan vise det i en "
            "anden rækkefølge, så filen ligner en anden slags.",
            "Giv filen eller mappen et nyt navn uden tegnet.",
        ),
        "en": Text(
            "The name “{name}” holds the invisible character {character}, which can show it in "
            "another order, so that the file looks like another kind.",
            "Give the file or folder a new name without the character.",
        ),
    },
    "attachment-runs": {
        "da": Text(
            "Bilaget {name} kan køre, når en læser åbner det, og kan ikke udgives.",
            "Gem indholdet som PDF, Word uden makroer, CSV eller billede, og slet filen.",
        ),
        "en": Text(
            "The attachment {name} can run when a reader opens it, and can't be published.",
            "Save what it says as PDF, Word without macros, CSV or a picture, and delete the file.",
        ),
    },
    "drawing-runs": {
        "da": Text(
            "Tegningen {name} indeholder noget, der kan køre eller hente ting andre steder fra: "
            "{what}.",
            "Gem den som “almindelig SVG”, med skrift og billeder lagt ind, eller som PNG.",
        ),
        "en": Text(
            "The drawing {name} holds something that can run or fetch things from elsewhere: "
            "{what}.",
            "Save it as “plain SVG”, with its fonts and pictures inside, or as PNG.",
        ),
    },
    "unreadable": {
        "da": Text(
            "Filen eller mappen kan ikke læses ({reason:system}).",
            "Giv læseadgang til den, eller fjern den fra content.",
        ),
        "en": Text(
            "The file or folder can't be read ({reason:system}).",
            "Make it readable, or remove it from content.",
        ),
    },
    "unknown-document": {
        "da": Text(
            "Filen ligger, hvor ingen dokumenter læses, så den kommer ikke med.",
            "Dokumenter læses her: {places:and}. Flyt filen, eller læg den i content/attachments.",
        ),
        "en": Text(
            "The file is in a place where no documents are read, so it is left out.",
            "Documents are read here: {places:and}. Move the file, or put it in "
            "content/attachments.",
        ),
    },
    "unknown-file": {
        "da": Text(
            "Filen er ikke et dokument og bliver ikke brugt til noget.",
            "Læg bilag i content/attachments, og slet, hvad der ikke hører til her.",
        ),
        "en": Text(
            "The file is not a document and is not used for anything.",
            "Put attachments in content/attachments, and delete what does not belong here.",
        ),
    },
    "folder-as-document": {
        "da": Text(
            "Her ligger en mappe med et navn som et dokument. Det, der er i den, læses ikke.",
            "Giv mappen et navn uden .md eller .yml, og flyt dens dokumenter hen, hvor de læses.",
        ),
        "en": Text(
            "This is a folder with a name like a document's. What is in it is not read.",
            "Give the folder a name without .md or .yml, and move its documents to where they are "
            "read.",
        ),
    },
    "link-outside": {
        "da": Text(
            "Filen er en genvej (symbolsk link) til noget uden for rådets mappe og læses ikke.",
            "Læg selve filen her i stedet for en genvej.",
        ),
        "en": Text(
            "The file is a symbolic link to something outside the council's folder, so it is not "
            "read.",
            "Put the file itself here instead of a link.",
        ),
    },
    "link-unusable": {
        "da": Text(
            "Filen er en genvej (symbolsk link), der ikke fører til nogen fil.",
            "Læg selve filen her, eller slet genvejen.",
        ),
        "en": Text(
            "The file is a symbolic link that leads to no file.",
            "Put the file itself here, or delete the link.",
        ),
    },
    "not-a-file": {
        "da": Text("Det her er ikke en almindelig fil og læses ikke.", "Slet den."),
        "en": Text("This is not an ordinary file, so it is not read.", "Delete it."),
    },
    "name-not-utf-8": {
        "da": Text(
            "Filens navn har tegn, som ikke alle computere kan bruge.",
            "Giv filen et nyt navn med små bogstaver a–z, tal og bindestreger.",
        ),
        "en": Text(
            "The file's name has characters that not every computer can use.",
            "Give the file a new name of lower case letters a–z, digits and hyphens.",
        ),
    },
    "name-decomposed": {
        "da": Text(
            "Filens navn har et bogstav, der er gemt som to tegn, fx å som a med ring. Links til "
            "filen virker ikke på alle computere.",
            "Giv filen et navn uden æ, ø, å og accenter.",
        ),
        "en": Text(
            "The file's name has a letter stored as two characters, such as å as a with a ring. "
            "Links to the file don't work on every computer.",
            "Give the file a name without æ, ø, å and accents.",
        ),
    },
    "name-twice": {
        "da": Text(
            "To filer har det samme navn, blot gemt med forskellige tegn. Kun den ene læses.",
            "Slet den ene fil, eller giv den et andet navn.",
        ),
        "en": Text(
            "Two files have the same name, stored in different characters. Only one is read.",
            "Delete one of the files, or give it another name.",
        ),
    },
    "too-many-headings": {
        "da": Text(
            "Teksten har mere end {limit} overskrifter. Fra denne linje af er den ikke læst.",
            "Del teksten i flere dokumenter, eller fjern de overskrifter, der er for mange.",
        ),
        "en": Text(
            "The text has more than {limit} headings. What stands from this line on is not read.",
            "Divide the text into several documents, or take away the headings that are too many.",
        ),
    },
}

TERMS = {
    "sentence.most": {
        "da": "{count} af {all} filer er sådan. Er det git, der laver dem på Windows "
        "(core.autocrlf), er der intet at rette.",
        "en": "{count} of {all} files are like that. If git makes them on Windows "
        "(core.autocrlf), there is nothing to mend.",
    },
}
