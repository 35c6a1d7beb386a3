"""WP12x to WP14x: front matter and registers that can't be read as they stand."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
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
    "wrapped-in-code": {
        "da": Text(
            "Filen begynder med {mark}, der laver alt under linjen til en kodeblok. Linjen er "
            "kommet med, da teksten blev sat ind.",
            "Slet linjen og også den linje med {mark}, der slutter blokken, hvis den er med.",
        ),
        "en": Text(
            "The file begins with {mark}, which makes a code block of all below the line. The line "
            "came along when the text was pasted in.",
            "Delete the line, and also the line with {mark} that ends the block if it is there.",
        ),
    },
    "lost-after-hash": {
        "da": Text(
            "Fra “{lost}” og til linjens ende er det en bemærkning, som ikke kommer med.",
            "Sæt hele værdien i lige anførselstegn, hvis # er en del af teksten. Er det en "
            "bemærkning, så lad et mellemrum følge efter #.",
        ),
        "en": Text(
            "From “{lost}” to the end of the line it is a comment, which is not read.",
            "Put the whole value in straight quotation marks if # is part of the text. If it is a "
            "comment, let a space follow the #.",
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
            'Sæt værdien i lige anførselstegn, fx title: "Data: deling og adgang". Words krumme, '
            "“ ”, tæller ikke.",
        ),
        "en": Text(
            "There is a colon too many in the value, so the rest of the fields can't be read.",
            'Put the value in straight quotation marks, as in title: "Data: sharing and access". '
            "Word's curly ones, “ ”, don't count.",
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
}
