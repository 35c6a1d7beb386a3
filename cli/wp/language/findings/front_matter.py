"""WP2xx: front matter against the schema."""

from wp.language.findings.text import Text, Texts

_VALUE_HELP_DA = "Ret værdien, så den svarer til skabelonen."
_VALUE_HELP_EN = "Change the value so that it agrees with the template."

MESSAGES: dict[str, Texts] = {
    "missing-field": {
        "da": Text(
            "Feltet “{key}” mangler{inside:inside}.",
            "Skriv navn, kolon, mellemrum og værdi på en ny linje sammen med de andre felter.",
        ),
        "en": Text(
            "The field “{key}” is missing{inside:inside}.",
            "Write name, colon, space and value on a new line together with the other fields.",
        ),
    },
    "empty-field": {
        "da": Text(
            "Der står ikke noget ved {at:place}.",
            "Skriv en værdi, eller slet linjen, hvis der ikke er noget at skrive endnu.",
        ),
        "en": Text(
            "Nothing is written at {at:place}.",
            "Write a value, or delete the line if there is nothing to write yet.",
        ),
    },
    "demanded-field": {
        "da": Text(
            "Feltet “{key}” skal udfyldes{inside:inside}{because:when}.",
            "Udfyld feltet, eller ret det, der kræver det.",
        ),
        "en": Text(
            "The field “{key}” must be filled in{inside:inside}{because:when}.",
            "Fill in the field, or change what demands it.",
        ),
    },
    "other-form": {
        "da": Text(
            "Felterne er dem, der hører til “{other}”, men filen ligger på pladsen for “{form}”.",
            "Flyt filen til {place}, eller skriv felterne fra “{form}”: {known:and}.",
        ),
        "en": Text(
            "The fields are those of “{other}”, but the file lies in the place of “{form}”.",
            "Move the file to {place}, or write the fields of “{form}”: {known:and}.",
        ),
    },
    "unknown-field": {
        "da": Text(
            "Skabelonen har ikke noget felt “{key}”{inside:inside}.",
            "{known:Feltet|Felterne} her er {known:and}.",
        ),
        "en": Text(
            "The template has no field “{key}”{inside:inside}.",
            "The {known:field here is|fields here are} {known:and}.",
        ),
    },
    "wrong-type": {
        "da": Text(
            "Ved {at:place} skal der stå {wanted:or}, men {value:quoted} er {actual}.",
            "{how}{entry:and-entry}",
        ),
        "en": Text(
            "At {at:place} there must be {wanted:or}, but {value:quoted} is {actual}.",
            "{how}{entry:and-entry}",
        ),
    },
    "unknown-value": {
        "da": Text("Ved {at:place} er {value:quoted} ikke en af mulighederne.", "Vælg {known:or}."),
        "en": Text(
            "At {at:place}, {value:quoted} is not one of the choices.", "Choose {known:or}."
        ),
    },
    "wrong-form": {
        "da": Text(
            "Ved {at:place} er {value:quoted} ikke skrevet på den rigtige måde.{hint:after}",
            "{how}",
        ),
        "en": Text(
            "At {at:place}, {value:quoted} is not written in the right way.{hint:after}",
            "{how}",
        ),
    },
    "no-date": {
        "da": Text(
            "Ved {at:place} er {value:quoted} ikke en gyldig dato.",
            "Skriv år, måned og dag med bindestreger, fx 2027-03-02.",
        ),
        "en": Text(
            "At {at:place}, {value:quoted} is not a valid date.",
            "Write year, month and day with hyphens, such as 2027-03-02.",
        ),
    },
    "no-time": {
        "da": Text(
            "Ved {at:place} er {value:quoted} ikke et gyldigt klokkeslæt.",
            "Skriv timer og minutter med kolon og to cifre til hver, fx 09:05.",
        ),
        "en": Text(
            "At {at:place}, {value:quoted} is not a valid time.",
            "Write hours and minutes with a colon and two digits for each, such as 09:05.",
        ),
    },
    "too-short": {
        "da": Text(
            "Teksten ved {at:place} er på {length} {length:tegn|tegn}; der skal være mindst "
            "{limit}.",
            "Skriv den helt ud.",
        ),
        "en": Text(
            "The text at {at:place} has {length} {length:character|characters}; it needs at "
            "least {limit}.",
            "Write it in full.",
        ),
    },
    "too-long": {
        "da": Text(
            "Teksten ved {at:place} er på {length} {length:tegn|tegn}; der må højst være {limit}.",
            "Gør den kortere.",
        ),
        "en": Text(
            "The text at {at:place} has {length} {length:character|characters}; it may have "
            "at most {limit}.",
            "Make it shorter.",
        ),
    },
    "too-few": {
        "da": Text(
            "Ved {at:place} {length:står|står} der {length} {length:ting|ting}; der skal være "
            "mindst {limit}.",
            "Tilføj, hvad der mangler.",
        ),
        "en": Text(
            "At {at:place} there {length:is|are} {length} {length:entry|entries}; at least {limit} "
            "must be there.",
            "Add what is missing.",
        ),
    },
    "too-many": {
        "da": Text(
            "Ved {at:place} {length:står|står} der {length} {length:ting|ting}; der må højst være "
            "{limit}.",
            "Slet, hvad der er for meget.",
        ),
        "en": Text(
            "At {at:place} there {length:is|are} {length} {length:entry|entries}; at most {limit} "
            "may be there.",
            "Delete what is too much.",
        ),
    },
    "out-of-range": {
        "da": Text(
            "Tallet ved {at:place} er {value}, men skal være {bound} {limit}.", _VALUE_HELP_DA
        ),
        "en": Text(
            "The number at {at:place} is {value}, but must be {bound} {limit}.", _VALUE_HELP_EN
        ),
    },
    "repeated-value": {
        "da": Text(
            "Ved {at:place} står {value:quoted}, som allerede er i listen.",
            "Slet gentagelsen.",
        ),
        "en": Text(
            "At {at:place} there is {value:quoted}, already in the list.",
            "Delete the repetition.",
        ),
    },
    "otherwise-wrong": {
        "da": Text(
            "Ved {at:place} passer {value:quoted} ikke med skabelonen.{hint:after}",
            _VALUE_HELP_DA,
        ),
        "en": Text(
            "At {at:place}, {value:quoted} does not agree with the template.{hint:after}",
            _VALUE_HELP_EN,
        ),
    },
    "wrong-key": {
        "da": Text(
            "“{key}” kan ikke være navnet på noget{inside:inside}.{hint:after}",
            "Ret navnet foran kolonet, så det svarer til skabelonen.",
        ),
        "en": Text(
            "“{key}” can't be the name of anything{inside:inside}.{hint:after}",
            "Change the name before the colon so that it agrees with the template.",
        ),
    },
    "key-order": {
        "da": Text(
            "Feltet “{key}” står efter “{before}”, men skal stå før det.",
            "Felterne skal stå i samme rækkefølge som i skabelonen.",
        ),
        "en": Text(
            "The field “{key}” is after “{before}” but should be before it.",
            "The fields should be in the same order as in the template.",
        ),
    },
}

TERMS = {
    "sentence.entry": {
        "da": "Skriv hver på sin egen linje under feltet, rykket ind: “{entry}”.",
        "en": "Write each on its own line below the field, indented: “{entry}”.",
    },
}
