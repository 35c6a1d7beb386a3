"""The words of the commands themselves: summaries, tables, progress. Danish and English."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from wp.language.messages import Language

# A noun has its forms for one and for more, parted by "|".
_WORDS: dict[str, tuple[str, str]] = {
    "error": ("fejl", "error"),
    "warning": ("advarsel", "warning"),
    "info": ("oplysning", "note"),
    "help": ("hjælp", "help"),
    "#error": ("fejl|fejl", "error|errors"),
    "#warning": ("advarsel|advarsler", "warning|warnings"),
    "#info": ("oplysning|oplysninger", "note|notes"),
    "#file": ("fil|filer", "file|files"),
    "#document": ("fil|filer", "file|files"),
    "#finding": ("fund|fund", "finding|findings"),
    "#page": ("side|sider", "page|pages"),
    "and": ("og", "and"),
    "all-good": ("Alt er i orden.", "All good."),
    "found": ("{found} i {files}.", "{found} in {files}."),
    "mends": ("{count} kan rettes med --fix.", "{count} can be mended with --fix."),
    "judged": ("{checked} gennemgået.", "{checked} checked."),
    "repair": ("Ret det, som forslaget siger.", "Mend it as suggested."),
    "base-root": ("Rådets mappe", "The council's folder"),
    "base-packaged": ("Skabelonerne, der følger med wp", "The forms that come with wp"),
    "nothing-new": (
        "Ændringen giver ingen nye fund.",
        "The change causes no new findings.",
    ),
    "#older": (
        "fund fra før ændringen er ikke vist|fund fra før ændringen er ikke vist",
        "finding from before the change is not shown|findings from before the change are not shown",
    ),
    "all-new": (
        "Filerne, som de var, kan ikke gennemgås, så alle fund regnes for nye. {reason}",
        "The files as they were can't be checked, so every finding counts as new. {reason}",
    ),
    "suppressed": (
        "{count} er undtaget og ikke vist.",
        "{count} suppressed and not shown.",
    ),
    "mended": ("Rettede {found} i {files}.", "Mended {found} in {files}."),
    "mended-none": (
        "Der var intet, der kunne rettes.",
        "There was nothing that could be mended.",
    ),
    "would-mend": (
        "{found} i {files} kan rettes med wp check --fix. Intet er ændret.",
        "{found} in {files} can be mended with wp check --fix. Nothing was changed.",
    ),
    "would-mend-none": (
        "wp check --fix har intet at rette.",
        "There is nothing for wp check --fix to mend.",
    ),
    "remaining": (
        "Tilbage: {found}. Kør wp check for at se, hvad der er galt.",
        "Left: {found}. Run wp check to see what is wrong.",
    ),
    "refused": (
        "{path}:{line}: {code} {name} er ikke rettet, for rettelsen ville give en ny fejl eller "
        "ikke hjælpe.",
        "{path}:{line}: {code} {name} was not mended, because that would bring a new error or "
        "not help.",
    ),
    "left-changed": (
        "{path} er ændret af andre imens og er ikke rettet.",
        "{path} was changed by others meanwhile and was not mended.",
    ),
    "left-link": (
        "{path} er en genvej (symbolsk link) eller ligger bag en og er ikke rettet.",
        "{path} is a symbolic link or lies behind one and was not mended.",
    ),
    "left-unreadable": (
        "{path} kan ikke læses og er ikke rettet.",
        "{path} can't be read and was not mended.",
    ),
    "not-built": (
        "Intet er bygget, for der er fejl. Ret dem, og kør wp build igen.",
        "Nothing was built, because there are errors. Mend them and run wp build again.",
    ),
    "edited-kept": (
        "{path} var ikke, som wp build havde skrevet den. Den fil hedder nu {name}.",
        "{path} wasn't as wp build had written it. That file is called {name} now.",
    ),
    "internal-beside": (
        "{path} er en intern udgave. Offentliggør ikke hele build/.",
        "{path} is an internal edition. Don't publish all of build/.",
    ),
    "internal-left-out": (
        "Det interne er udeladt. --audience internal viser det med.",
        "What is internal is left out. --audience internal shows it too.",
    ),
    "not-public": (
        "Intet er bygget, for den offentlige udgave må ikke sige, hvorfor nogen var fraværende. "
        "Slet grunden, eller gør afsnittet internt.",
        "Nothing was built, because the public edition must not say why somebody was absent. "
        "Delete the reason, or make the section internal.",
    ),
    "final-error": (
        "Fejlene skal være rettet før den endelige udgave.",
        "The errors must be mended before the final edition.",
    ),
    "final-warning": (
        "Fejl og advarsler skal være væk før den endelige udgave. Hvad der spærrer, bestemmer "
        "final i programme.md.",
        "Errors and warnings must be gone before the final edition. What blocks it is said by "
        "final in programme.md.",
    ),
    "final-info": (
        "Ethvert fund skal være væk før den endelige udgave. Hvad der spærrer, bestemmer final i "
        "programme.md.",
        "Every finding must be gone before the final edition. What blocks it is said by final in "
        "programme.md.",
    ),
    "final-status": (
        "{path} er ikke godkendt. Dets status er “{status}”.",
        "{path} is not approved. Its status is “{status}”.",
    ),
    "not-final": (
        "Intet er bygget. Uden --final kan det bygges, som det er.",
        "Nothing was built. Without --final it can be built as it is.",
    ),
    "reading": ("Læser {count}", "Reading {count}"),
    "checking": ("Gennemgår", "Checking"),
    "writing": ("Skriver {name}", "Writing {name}"),
    "built": ("Bygget", "Built"),
    "rules": ("Reglerne i wp check", "The rules of wp check"),
    "rules-more": (
        "Skriv wp explain og en kode eller et navn, fx wp explain WP711, for at læse om en regel.",
        "Write wp explain and a code or a name, such as wp explain WP711, to read about a rule.",
    ),
    "family-1": ("Filen og dens skrivemåde", "The file and how it is written"),
    "family-2": ("Felterne øverst i filen", "The fields at the top of the file"),
    "family-3": ("Overskrifter og afsnit", "Headings and sections"),
    "family-4": ("Henvisninger, links og filer", "References, links and files"),
    "family-5": ("Aktiviteter", "Activities"),
    "family-6": ("Status, beslutninger og dækning", "Status, decisions and coverage"),
    "family-7": ("Datoer", "Dates"),
    "family-8": ("Referater", "Minutes"),
    "family-9": (
        "Navne, persondata, tilgængelighed og læselighed",
        "Names, personal data, accessibility and readability",
    ),
    "nature": ("Alvor", "How bad"),
    "nature-false": (
        "altid en fejl, uanset dokumentets status",
        "always an error, whatever the document's status",
    ),
    "nature-unfinished": (
        "efter dokumentets status: en oplysning, en advarsel eller en fejl",
        "by the document's status: a note, a warning or an error",
    ),
    "nature-advice": ("en advarsel", "a warning"),
    "nature-note": ("en oplysning", "a note"),
    "asked": ("Slås til af", "Switched on by"),
    "asked-by": ("{names} under rules i skabelonen", "{names} under rules in the form"),
    "asked-in": ("det står i {forms}", "it stands in {forms}"),
    "or": ("eller", "or"),
    "message": ("Besked", "Message"),
    "explain-help": ("Hjælp", "Help"),
    "same-page": ("Samme side", "Same page"),
    "same-page-many": (
        "{count} andre regler fra {first} til {last}",
        "{count} other rules from {first} to {last}",
    ),
    "excerpt-section": ("{path}, “{section}”", "{path}, “{section}”"),
    "other-example": (
        "Denne regel har intet eksempel. Her er et på en anden regel, som siden også handler om.",
        "This rule has no example. Here is one of another rule that the page is about too.",
    ),
    "gives": ("Det giver {rules}.", "This gives {rules}."),
    "column-file": ("Fil", "File"),
    "column-size": ("Størrelse", "Size"),
    "no-changes": (
        "Ændringerne siden den sidst godkendte version er ikke med. {reason}",
        "The changes since the last approved version are left out. {reason}",
    ),
    "verify-nothing": (
        "build/manifest.json findes ikke eller kan ikke læses. Kør wp build.",
        "build/manifest.json is missing or can't be read. Run wp build.",
    ),
    "verify-missing": ("filen mangler", "the file is missing"),
    "verify-edited": (
        "filen er ændret, efter at den blev bygget",
        "the file was changed after it was built",
    ),
    "verify-outdated": (
        "filen passer ikke længere til indholdet",
        "the file no longer fits the content",
    ),
    "verify-extra": (
        "filen hører ikke til det, der bygges nu",
        "the file doesn't belong to what is built now",
    ),
    "verify-since": ("Siden da er dette anderledes:", "Since then this is different:"),
    "verify-changed": ("ændret", "changed"),
    "verify-added": ("ny", "new"),
    "verify-removed": ("fjernet", "removed"),
    "verify-tool": ("anden udgave", "another version"),
    "verify-good": (
        "build/ er præcis det, indholdet giver. {count} bygget igen og sammenlignet.",
        "build/ is exactly what the content gives. {count} built again and compared.",
    ),
    "verify-bad": (
        "build/ er ikke det, indholdet giver. {count} undersøgt. Kør wp build.",
        "build/ is not what the content gives. {count} looked at. Run wp build.",
    ),
    "created": (
        "{path} er oprettet. Udfyld den, og kør wp check.",
        "{path} was created. Fill it in and run wp check.",
    ),
    "start-optional": (
        "Felter med # foran kan udelades. Fjern “# ” foran feltet for at bruge det.",
        "Fields with # before them may be left out. Take away the “# ” to use one.",
    ),
    "start-headings": (
        "Overskrifter, du kan føje til i teksten, når der er brug for dem:",
        "Headings that you can add to the text when they are needed:",
    ),
    "start-after": ("(efter “{title}”)", "(after “{title}”)"),
    "start-before": ("(før “{title}”)", "(before “{title}”)"),
    "start-choose": ("Vælg mellem: {values}", "Choose among: {values}"),
    "start-choose-file": (
        "Vælg mellem de {count} id'er i {files}.",
        "Choose among the {count} ids in {files}.",
    ),
    "start-none-yet": (
        "Der er endnu intet at vælge mellem i {files}.",
        "There is nothing to choose among in {files} yet.",
    ),
    "start-date": ("Skriv datoen som 2027-03-02.", "Write the date like 2027-03-02."),
    "start-example": ("Fx {example}", "For example {example}"),
    "start-text": ("tekst", "text"),
    "schema-about": (
        "Skrevet af {mark} ud fra {path}. Ret formularen og kør kommandoen igen, ikke filen her.",
        "Written by {mark} from {path}. Change the form and run the command again, not this file.",
    ),
    "schema-about-all": (
        "Skrevet af {mark} ud fra formularerne og registrene. Rettelser her går tabt.",
        "Written by {mark} from the forms and the registers. Changes made here are lost.",
    ),
    "schema-reference": ("Skriv et id fra {files}.", "Write an id from {files}."),
    "schema-new": ("{path} er oprettet.", "{path} was created."),
    "schema-changed": ("{path} er skrevet på ny.", "{path} was written anew."),
    "schema-added": (
        "{path} har fået det, der manglede; resten er urørt.",
        "{path} got what it lacked; the rest is untouched.",
    ),
    "schema-gone": (
        "{path} er fjernet, for formularen findes ikke mere. "
        "Står den i .vscode/settings.json, så slet den også dér.",
        "{path} was removed, as its form is gone. "
        "If it stands in .vscode/settings.json, delete it there too.",
    ),
    "schema-same": ("{files}, alt er ajour.", "{files}, all up to date."),
    "schema-stale": ("{path} er ikke ajour.", "{path} is out of date."),
    "schema-run": ("Kør wp schema.", "Run wp schema."),
    "stop": ("Kan ikke fortsætte", "Can't go on"),
    "interrupted": ("Afbrudt.", "Interrupted."),
}


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: Language

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][0 if self.language == "da" else 1]

    def count(self, noun: str, number: int) -> str:
        """Return a number with its noun: "1 fil", "3 filer"."""
        one, more = self[f"#{noun}"].split("|")
        return f"{number} {one if number == 1 else more}"

    def listing(self, items: Sequence[str]) -> str:
        """Return items as a sentence lists them: "3 fejl, 2 advarsler og 1 oplysning".

        Raises `ValueError` for none.
        """
        *before, last = items
        return f"{', '.join(before)} {self['and']} {last}" if before else last


@cache
def words_of(language: Language) -> Words:
    """Return a language's words."""
    return Words(language)
