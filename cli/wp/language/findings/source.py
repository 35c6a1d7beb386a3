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
    "carriage-return": {
        "da": Text(
            "Filens linjer ender på Windows-måden (CRLF).",
            "Vælg linjeslut LF, når du gemmer. Teksten selv er der ikke noget i vejen med.",
        ),
        "en": Text(
            "The file's lines end in the Windows way (CRLF).",
            "Choose the line end LF when you save. There is nothing wrong with the text itself.",
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
    "unreadable": {
        "da": Text(
            "Filen eller mappen kan ikke læses ({reason}).",
            "Giv læseadgang til den, eller fjern den fra content.",
        ),
        "en": Text(
            "The file or folder can't be read ({reason}).",
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
            "Filens navn har tegn, der ikke kan læses.",
            "Giv filen et nyt navn med små bogstaver a–z, tal og bindestreger.",
        ),
        "en": Text(
            "The file's name has characters that can't be read.",
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
    "front-matter-missing": {
        "da": Text(
            "Filen begynder ikke med sine felter mellem to linjer med ---.",
            "Skriv --- på filens første linje, felterne på de næste og --- igen på linjen efter.",
        ),
        "en": Text(
            "The file does not begin with its fields between two lines with ---.",
            "Write --- on the file's first line, the fields on the next ones, and --- again after "
            "them.",
        ),
    },
    "front-matter-not-first": {
        "da": Text(
            "Der er tomme linjer over den første linje med ---.",
            "Slet dem, så --- står på filens første linje.",
        ),
        "en": Text(
            "There are empty lines above the first line with ---.",
            "Delete them, so that --- is on the file's first line.",
        ),
    },
    "front-matter-open": {
        "da": Text(
            "Linjen med --- efter det sidste felt mangler.",
            "Skriv --- på en linje for sig selv mellem felterne og teksten.",
        ),
        "en": Text(
            "The line with --- after the last field is missing.",
            "Write --- on a line of its own between the fields and the text.",
        ),
    },
    "front-matter-unopened": {
        "da": Text(
            "Linjen med --- før det første felt mangler.",
            "Skriv --- på en linje for sig selv øverst i filen.",
        ),
        "en": Text(
            "The line with --- before the first field is missing.",
            "Write --- on a line of its own at the top of the file.",
        ),
    },
    "front-matter-fence": {
        "da": Text(
            "Linjen skal være præcis tre bindestreger, ---. Word laver dem tit om til en streg.",
            "Skriv tre bindestreger og intet andet på linjen.",
        ),
        "en": Text(
            "The line must be exactly three hyphens, ---. Word often makes a dash of them.",
            "Write three hyphens and nothing else on the line.",
        ),
    },
    "front-matter-not-mapping": {
        "da": Text(
            "Det, der står mellem linjerne med ---, er ikke felter.",
            "Skriv hvert felt på sin egen linje: navn, kolon, mellemrum og værdi, fx "
            "“status: draft”.",
        ),
        "en": Text(
            "What is between the lines with --- is not fields.",
            "Write each field on its own line: name, colon, space and value, such as "
            "“status: draft”.",
        ),
    },
    "register-not-mapping": {
        "da": Text(
            "Filen har ingen felter.",
            "Skriv hvert felt på sin egen linje: navn, kolon og det, der hører til.",
        ),
        "en": Text(
            "The file has no fields.",
            "Write each field on its own line: name, colon and what belongs to it.",
        ),
    },
    "doubled-key": {
        "da": Text(
            "Feltet “{key}” står to gange. Kun det første, på linje {first_line}, bliver brugt.",
            "Slet det ene, eller skriv værdierne sammen i ét felt.",
        ),
        "en": Text(
            "The field “{key}” is there twice. Only the first, on line {first_line}, is used.",
            "Delete one of them, or put the values together in one field.",
        ),
    },
    "yaml-syntax": {
        "da": Text(
            "Felterne kan ikke læses herfra.",
            "Sammenlign linjen og den over den med et felt, der virker.",
        ),
        "en": Text(
            "The fields can't be read from here.",
            "Compare the line and the one above it with a field that works.",
        ),
    },
    "yaml-colon": {
        "da": Text(
            "Der er et kolon for meget i værdien, så resten af felterne ikke kan læses.",
            'Sæt værdien i anførselstegn, fx title: "Data: deling og adgang".',
        ),
        "en": Text(
            "There is a colon too many in the value, so the rest of the fields can't be read.",
            'Put the value in quotation marks, as in title: "Data: sharing and access".',
        ),
    },
    "yaml-space": {
        "da": Text(
            "Der mangler et mellemrum efter kolonet.",
            "Skriv navn, kolon, mellemrum og værdi, fx “status: draft”.",
        ),
        "en": Text(
            "There is no space after the colon.",
            "Write name, colon, space and value, such as “status: draft”.",
        ),
    },
    "yaml-missing-colon": {
        "da": Text(
            "Der mangler et kolon på linjen.",
            "Skriv navn, kolon, mellemrum og værdi, fx “status: draft”.",
        ),
        "en": Text(
            "There is no colon on the line.",
            "Write name, colon, space and value, such as “status: draft”.",
        ),
    },
    "yaml-indent": {
        "da": Text(
            "Linjen er ikke rykket ind som de linjer, den hører sammen med.",
            "Lad felter, der hører sammen, begynde lige langt inde, og ryk ind med mellemrum.",
        ),
        "en": Text(
            "The line is not indented like the lines that it belongs with.",
            "Let fields that belong together begin equally far in, and indent with spaces.",
        ),
    },
    "yaml-tab": {
        "da": Text(
            "Linjen er rykket ind med tabulator.",
            "Brug mellemrum i stedet, to for hvert trin.",
        ),
        "en": Text(
            "The line is indented with a tab.",
            "Use spaces instead, two for each step.",
        ),
    },
    "yaml-dash": {
        "da": Text(
            "Et punkt i en liste kan ikke begynde her.",
            "Skriv hvert punkt på sin egen linje under feltets navn, med bindestreg og mellemrum "
            "foran. Begynder en værdi med en bindestreg, så sæt den i anførselstegn.",
        ),
        "en": Text(
            "An entry of a list can't begin here.",
            "Write each entry on its own line below the field's name, after a hyphen and a space. "
            "If a value begins with a hyphen, put it in quotation marks.",
        ),
    },
    "yaml-quote": {
        "da": Text(
            "Anførselstegnene passer ikke sammen.",
            "Sæt ét foran værdien og ét efter, af samme slags. Er der selv ' i værdien, så brug "
            '" udenom.',
        ),
        "en": Text(
            "The quotation marks don't match.",
            "Put one before the value and one after it, of the same kind. If there is a ' in the "
            'value itself, use " around it.',
        ),
    },
    "yaml-escape": {
        "da": Text(
            'Omvendt skråstreg har en særlig betydning mellem " og ".',
            "Sæt værdien i ' i stedet, eller skriv / for skråstreg.",
        ),
        "en": Text(
            'A backslash has a special meaning between " and ".',
            "Put the value between ' instead, or write / for a slash.",
        ),
    },
    "yaml-bracket": {
        "da": Text(
            "Parenteserne passer ikke sammen, eller der står tekst lige efter dem.",
            "En liste på én linje skrives [a, b]. Begynder en tekst med [ eller {{, så sæt den i "
            "anførselstegn.",
        ),
        "en": Text(
            "The brackets don't match, or text follows right after them.",
            "A list on one line is written [a, b]. If a text begins with [ or {{, put it in "
            "quotation marks.",
        ),
    },
    "yaml-character": {
        "da": Text(
            "En værdi kan ikke begynde med dette tegn.",
            "Sæt værdien i anførselstegn.",
        ),
        "en": Text(
            "A value can't begin with this character.",
            "Put the value in quotation marks.",
        ),
    },
    "yaml-alias": {
        "da": Text(
            "En værdi, der begynder med * eller &, læses som en henvisning, og den fører ingen "
            "steder hen.",
            "Sæt værdien i anførselstegn. Fed skrift kan ikke bruges i felterne.",
        ),
        "en": Text(
            "A value that begins with * or & is read as a reference, and this one leads nowhere.",
            "Put the value in quotation marks. Bold type can't be used in fields.",
        ),
    },
    "yaml-tag": {
        "da": Text(
            "Værdien begynder med {tag}, som læses som en særlig kode.",
            "Sæt værdien i anførselstegn.",
        ),
        "en": Text(
            "The value begins with {tag}, which is read as a special code.",
            "Put the value in quotation marks.",
        ),
    },
    "yaml-key": {
        "da": Text(
            "Et felts navn kan ikke være en liste eller andre felter.",
            "Skriv et enkelt ord foran kolonet. En tekst med parenteser sættes i anførselstegn.",
        ),
        "en": Text(
            "A field's name can't be a list or other fields.",
            "Write a single word before the colon. A text with brackets goes in quotation marks.",
        ),
    },
    "yaml-document": {
        "da": Text(
            "Linjen deler filen i to; kun det, der står over den, bliver læst.",
            "Slet linjen.",
        ),
        "en": Text(
            "The line divides the file in two; only what is above it is read.",
            "Delete the line.",
        ),
    },
    "yaml-too-deep": {
        "da": Text(
            "Felterne ligger mere end {limit} trin inde i hinanden.",
            "Skriv dem med færre trin.",
        ),
        "en": Text(
            "The fields lie more than {limit} steps inside one another.",
            "Write them with fewer steps.",
        ),
    },
    "yaml-too-many": {
        "da": Text(
            "Felterne bliver til mere end {limit} værdier, når gentagelser (*) er skrevet ud.",
            "Del filen, eller brug færre gentagelser.",
        ),
        "en": Text(
            "The fields come to more than {limit} values when repetitions (*) are written out.",
            "Divide the file, or use fewer repetitions.",
        ),
    },
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
