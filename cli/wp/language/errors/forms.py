"""What is wrong with a form, an output template, or a tool that uses one."""

ERRORS: dict[str, dict[str, str]] = {
    "not-minutes": {
        "da": "{name} er ikke et referat, så det har ingen dagsorden.",
        "en": "{name} is no minutes, so it has no agenda.",
    },
    "agenda-of-what": {
        "da": "Skriv, hvilket møde dagsordenen er til, fx wp build --agenda "
        "content/minutes/2027-03-02.md.",
        "en": "Say which meeting the agenda is for, such as wp build --agenda "
        "content/minutes/2027-03-02.md.",
    },
    "agenda-final": {
        "da": "En dagsorden har ingen endelig udgave. Brug --agenda uden --final.",
        "en": "An agenda has no final edition. Use --agenda without --final.",
    },
    "no-template": {
        "da": "Skabelonen templates/{name} findes ikke.",
        "en": "There is no template templates/{name}.",
    },
    "template-twice": {
        "da": "{path}: skabelonen “{name}” findes også i {other}.",
        "en": "{path}: the template “{name}” also stands in {other}.",
    },
    "template-unreadable": {
        "da": "{path}:{line}: skabelonen kan ikke læses ({fault}).",
        "en": "{path}:{line}: the template can't be read ({fault}).",
    },
    "template-invalid": {
        "da": "{path}:{line}: skabelonens øverste del er ikke gyldig: {reason}",
        "en": "{path}:{line}: the template's front matter isn't valid: {reason}",
    },
    "template-schema": {
        "da": "{path}:{line}: skemaet kan ikke bruges: {reason}",
        "en": "{path}:{line}: the schema can't be used: {reason}",
    },
    "template-status": {
        "da": "{path}:{line}: lifecycle.{key} er ikke blandt værdierne i lifecycle.order.",
        "en": "{path}:{line}: lifecycle.{key} is not one of the values in lifecycle.order.",
    },
    "template-heading-key": {
        "da": "{path}:{line}: overskriften “{title}” mangler en nøgle som {{#goals}}.",
        "en": "{path}:{line}: the heading “{title}” has no key such as {{#goals}}.",
    },
    "template-heading-twice": {
        "da": "{path}:{line}: nøglen #{key} står to gange.",
        "en": "{path}:{line}: the key #{key} stands twice.",
    },
    "template-heading-attribute": {
        "da": "{path}:{line}: overskriften har en ukendt egenskab, “{attribute}”. "
        "Kendte er words=20..120, each=… og .optional.",
        "en": "{path}:{line}: the heading has an unknown attribute, “{attribute}”. "
        "Known are words=20..120, each=… and .optional.",
    },
    "template-heading-words": {
        "da": "{path}:{line}: words={text} har ikke formen words=20..120.",
        "en": "{path}:{line}: words={text} is not of the form words=20..120.",
    },
    "template-heading-each": {
        "da": "{path}:{line}: each={each} er ikke et felt i skemaet.",
        "en": "{path}:{line}: each={each} is no field of the schema.",
    },
    "template-heading-alike": {
        "da": "{path}:{line}: der er allerede en overskrift “{title}” på det samme niveau.",
        "en": "{path}:{line}: there is a heading “{title}” at the same level already.",
    },
    "template-keyword-misspelled": {
        "da": "{path}:{line}: skemaet har ikke noget ord “{name}”. Mente du “{near}”?",
        "en": "{path}:{line}: a schema has no word “{name}”. Did you mean “{near}”?",
    },
    "template-required-misspelled": {
        "da": "{path}:{line}: required nævner “{name}”, som ikke er et felt her. "
        "Mente du “{near}”?",
        "en": "{path}:{line}: required names “{name}”, which is no field here. "
        "Did you mean “{near}”?",
    },
    "template-required-unknown": {
        "da": "{path}:{line}: required nævner “{name}”, som ikke er et felt her. "
        "Tilføj det under properties, eller slet det i required.",
        "en": "{path}:{line}: required names “{name}”, which is no field here. "
        "Add it under properties, or delete it from required.",
    },
    "template-collection-misspelled": {
        "da": "{path}:{line}: x-reference nævner “{name}”, som ingen skabelon har. "
        "Mente du “{near}”?",
        "en": "{path}:{line}: x-reference names “{name}”, which no template has. "
        "Did you mean “{near}”?",
    },
    "template-collection-unknown": {
        "da": "{path}:{line}: x-reference nævner “{name}”, som ingen skabelon har. "
        "Kendte er {known}.",
        "en": "{path}:{line}: x-reference names “{name}”, which no template has. "
        "Known are {known}.",
    },
    "template-rule-unknown": {
        "da": "{path}:{line}: reglen “{name}” findes ikke. Kendte er {known}.",
        "en": "{path}:{line}: there is no rule “{name}”. Known are {known}.",
    },
    "template-rule-misspelled": {
        "da": "{path}:{line}: reglen “{name}” findes ikke. Mente du “{near}”?",
        "en": "{path}:{line}: there is no rule “{name}”. Did you mean “{near}”?",
    },
    "template-rule-parameter": {
        "da": "{path}:{line}: reglen “{name}” kan ikke bruge det, der står her: {reason}",
        "en": "{path}:{line}: the rule “{name}” can't use what stands here: {reason}",
    },
    "output-template": {
        "da": "{path}:{line}: skabelonen for det færdige dokument kan ikke bruges: {reason}",
        "en": "{path}:{line}: the output template can't be used: {reason}",
    },
    "label-missing": {
        "da": "{path}:{line}: teksten “{key}” mangler på sproget {language}.",
        "en": "{path}:{line}: the text “{key}” lacks the language {language}.",
    },
    "directive": {
        "da": "Skabelonen for det færdige dokument: {reason}",
        "en": "The output template: {reason}",
    },
    "tool-failed": {
        "da": "{tool} kunne ikke lave dokumentet {name}: {reason}",
        "en": "{tool} could not make the document {name}: {reason}",
    },
}

# Why a form's own fields can't be used, by `Misfit.what`.
MISFITS: dict[str, dict[str, str]] = {
    "unknown": {
        "da": "“{field}” kendes ikke her.",
        "en": "“{field}” isn't known here.",
    },
    "missing": {
        "da": "“{field}” mangler.",
        "en": "“{field}” is missing.",
    },
    "value": {
        "da": "ved “{field}” kan der ikke stå {value}.",
        "en": "“{field}” can't be {value}.",
    },
}
