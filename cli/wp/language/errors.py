"""The sentences of what stops a command, in Danish and English."""

from wp.errors import WpError
from wp.language.messages import Language

ERRORS: dict[str, dict[str, str]] = {
    "no-root": {
        "da": "Her er intet arbejdsprogram: hverken {start} eller mapperne over den har "
        "filen content/programme.md. Gå til rådets mappe, eller brug --root.",
        "en": "There is no work programme here: neither {start} nor the folders above it hold "
        "content/programme.md. Go to the council's folder, or use --root.",
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
    "no-such-path": {
        "da": "{path} findes ikke.",
        "en": "{path} doesn't exist.",
    },
    "not-a-document": {
        "da": "{path} er ikke et dokument i content/.",
        "en": "{path} is no document in content/.",
    },
    "unknown-format": {
        "da": "Formatet “{name}” findes ikke. Kendte er {known}.",
        "en": "There is no format “{name}”. Known are {known}.",
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
    "no-git": {
        "da": "Programmet git kan ikke startes, og uden det kan ændringer ikke findes. "
        "Installér git, eller kør uden --since.",
        "en": "The program git can't be started, and without it changes can't be found. "
        "Install git, or run without --since.",
    },
    "no-history": {
        "da": "{folder} ligger ikke i et git-arkiv, så her er intet at sammenligne med.",
        "en": "{folder} is in no git repository, so there is nothing to compare with.",
    },
    "unknown-revision": {
        "da": "Git kender ikke “{revision}”. Skriv en gren, et mærke eller et commit, "
        "fx origin/main eller HEAD~1.",
        "en": "Git doesn't know “{revision}”. Write a branch, a tag or a commit, "
        "such as origin/main or HEAD~1.",
    },
    "revision-not-fetched": {
        "da": "Kun den nyeste del af historien er hentet, så der kan ikke sammenlignes med "
        "“{revision}”. Hent resten med git fetch --unshallow, eller skriv fetch-depth: 0 under "
        "actions/checkout (GIT_DEPTH: 0 i GitLab).",
        "en": "Only the newest part of the history has been fetched, so nothing can be compared "
        "with “{revision}”. Fetch the rest with git fetch --unshallow, or write fetch-depth: 0 "
        "under actions/checkout (GIT_DEPTH: 0 in GitLab).",
    },
    "git-failed": {
        "da": "git {command} gik galt: {reason}",
        "en": "git {command} failed: {reason}",
    },
    "git-slow": {
        "da": "git {command} blev ikke færdig på {seconds} sekunder.",
        "en": "git {command} didn't finish within {seconds} seconds.",
    },
    "no-programme-then": {
        "da": "Dengang fandtes filen content/programme.md ikke.",
        "en": "There was no content/programme.md then.",
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
    "one-of-a-kind": {
        "da": "Skabelonen “{name}” er til én bestemt fil, content/{path}, som ikke oprettes her.",
        "en": "The template “{name}” is for one file, content/{path}, which isn't started here.",
    },
    "title-needed": {
        "da": "“{title}” giver intet filnavn. Brug mindst ét bogstav eller tal.",
        "en": "“{title}” makes no file name. Use at least one letter or digit.",
    },
    "title-length": {
        "da": "“{title}” har {length} tegn. Feltet {field} skal have {least}–{most}.",
        "en": "“{title}” has {length} characters. The field {field} takes {least}–{most}.",
    },
    "title-unfit": {
        "da": "“{title}” kan ikke stå i feltet {field}: {reason}",
        "en": "“{title}” can't stand in the field {field}: {reason}",
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
    "cannot-read": {
        "da": "{path} kan ikke læses: {reason}.",
        "en": "{path} can't be read: {reason}.",
    },
}


def render_error(error: WpError, language: Language) -> str:
    """Return the sentence of an error in a language."""
    return ERRORS[error.name][language].format_map(error.params)
