"""WP80x to WP82x: when a meeting was held, and who was there."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "time-runs-backwards": {
        "da": Text(
            "Sluttidspunktet {end} ligger ikke efter {start}, hvor det begynder.",
            "Ret det ene af de to tidspunkter.",
        ),
        "en": Text(
            "The end, {end}, does not come after the start, {start}.",
            "Correct one of the two times.",
        ),
    },
    "agenda-gap": {
        "da": Text(
            "Fra {start} til {end} er der intet punkt på dagsordenen ({minutes} "
            "{minutes:minut|minutter}).",
            "Ret tidspunktet, eller skriv tiden ind som et punkt, fx en pause.",
        ),
        "en": Text(
            "From {start} to {end} the agenda has no item ({minutes} {minutes:minute|minutes}).",
            "Correct the time, or put the time in as an item, such as a break.",
        ),
    },
    "agenda-overlap": {
        "da": Text(
            "Punktet begynder {end}, før punktet foran slutter {start}.",
            "Et punkt begynder, når det foregående slutter. Ret det ene af de to tidspunkter.",
        ),
        "en": Text(
            "The item starts at {end}, before the one ahead of it ends at {start}.",
            "An item starts when the one before it ends. Correct one of the two times.",
        ),
    },
    "item-outside-meeting": {
        "da": Text(
            "Punktet {does} {time}, men mødet {does} {other}.",
            "Det første punkt begynder med mødet, og det sidste slutter med det.",
        ),
        "en": Text(
            "The item {does} at {time}, but the meeting {does} at {other}.",
            "The first item starts with the meeting, and the last one ends with it.",
        ),
    },
    "item-number-skips": {
        "da": Text(
            "Efter punkt {before} kommer punkt {number}.",
            "Numrene følger hinanden. Ret også overskriften og punktets beslutninger.",
        ),
        "en": Text(
            "After item {before} comes item {number}.",
            "The numbers follow each other. Correct the heading and the item's decisions too.",
        ),
    },
    "item-number-repeats": {
        "da": Text(
            "Dagsordenen har to gange et punkt {number}.",
            "Giv hvert punkt sit eget nummer, så beslutninger hører til det rigtige.",
        ),
        "en": Text(
            "The agenda has two items {number}.",
            "Give each item a number of its own, so that decisions belong to the right one.",
        ),
    },
    "issued-before-meeting": {
        "da": Text(
            "Referatet er udsendt den {issued:date}, før mødet den {date:date}.",
            "Skriv den dag, referatet blev sendt ud.",
        ),
        "en": Text(
            "The minutes were issued on {issued:date}, before the meeting on {date:date}.",
            "Write the day when the minutes were sent out.",
        ),
    },
    "next-meeting-not-later": {
        "da": Text(
            "Næste møde den {next:date} ligger ikke efter dette møde den {date:date}.",
            "Ret datoen for det næste møde, eller slet feltet, hvis den ikke er fastlagt.",
        ),
        "en": Text(
            "The next meeting on {next:date} does not come after this one on {date:date}.",
            "Correct the date of the next meeting, or delete the field if it isn't settled.",
        ),
    },
    "present-and-absent": {
        "da": Text(
            "{name} står både blandt de fraværende og blandt dem, der var med.",
            "Slet personen fra den ene liste.",
        ),
        "en": Text(
            "{name} is listed both as absent and among those who took part.",
            "Delete the person from one of the lists.",
        ),
    },
    "listed-twice": {
        "da": Text(
            "{name} står der allerede.",
            "Hver person står ét sted. En gæst må stå flere gange med hvert sit punkt.",
        ),
        "en": Text(
            "{name} is there already.",
            "Each person stands in one place. A guest may stand there once for each item.",
        ),
    },
    "substitute-for-present": {
        "da": Text(
            "{substitute} står som suppleant for {name}, som selv var med.",
            "Ret, hvem suppleanten var der for, eller slet det medlem, der ikke var med.",
        ),
        "en": Text(
            "{substitute} is listed as substitute for {name}, who took part in person.",
            "Correct whom the substitute stood in for, or delete the member who wasn't there.",
        ),
    },
    "substituted-not-absent": {
        "da": Text(
            "{substitute} var der for {name}, som ikke står under “{list}”.",
            "Skriv den, som suppleanten var der for, på listen over fraværende.",
        ),
        "en": Text(
            "{substitute} stood in for {name}, whom “{list}” doesn't list.",
            "Put the person who was substituted on the list of those absent.",
        ),
    },
    "two-substitutes": {
        "da": Text(
            "{name} har mere end én suppleant; {substitute} er den anden.",
            "Et medlem kan have én suppleant til et møde.",
        ),
        "en": Text(
            "{name} has more than one substitute; {substitute} is the second.",
            "A member can have one substitute at a meeting.",
        ),
    },
    "substitute-for-two": {
        "da": Text(
            "{substitute} er allerede suppleant for en anden end {name}.",
            "En suppleant træder i stedet for ét medlem.",
        ),
        "en": Text(
            "{substitute} is the substitute of somebody else than {name} already.",
            "A substitute takes the place of one member.",
        ),
    },
    "member-unaccounted": {
        "da": Text(
            "{names:and} er {count:medlem|medlemmer} af {body}, men står hverken som til stede, "
            "repræsenteret ved suppleant eller fraværende.",
            "Skriv {count:personen|dem} under present eller absent. Er {count:personen ikke medlem|"
            "de ikke medlemmer} længere, så skriv {count:personens|deres} sidste dag (to) i "
            "people.yml.",
        ),
        "en": Text(
            "{names:and} {count:is a member|are members} of {body}, but neither present, "
            "substituted nor absent.",
            "List {count:the person|them} under present or absent. If {count:the person is a "
            "member|they are members} no more, write {count:the|their} last day (to) in "
            "people.yml.",
        ),
    },
    "not-a-member": {
        "da": Text(
            "{name} var ikke medlem af {body} den {date:date}.",
            "Ret people.yml, hvis personen er medlem. Ellers er det en gæst eller en suppleant "
            "(substitute_for).",
        ),
        "en": Text(
            "{name} was no member of {body} on {date:date}.",
            "Correct people.yml if the person is a member. If not, it is a guest or a substitute "
            "(substitute_for).",
        ),
    },
    "nobody-chairs": {
        "da": Text(
            "Ingen ledede mødet: {name} var ikke til stede, og ingen anden har “role: {role}”.",
            "Sæt rollen på den, der ledede mødet i formandens sted.",
        ),
        "en": Text(
            "Nobody chaired the meeting: {name} was not present, and nobody else has "
            "“role: {role}”.",
            "Give the role to the one who chaired the meeting instead.",
        ),
    },
    "guest-is-member": {
        "da": Text(
            "{name} står som gæst, men er medlem af {body}.",
            "Et medlem står under present, også når det kun var med til ét punkt.",
        ),
        "en": Text(
            "{name} is listed as a guest, but is a member of {body}.",
            "A member stands under present, even when there for one item only.",
        ),
    },
    "guest-unlisted": {
        "da": Text(
            "Referatet lader {name} tage ordet, men {name} står ikke på nogen deltagerliste.",
            "Skriv “who: {id}” under {key}.",
        ),
        "en": Text(
            "The minutes have {name} speak, but {name} is on no list of those who took part.",
            "Write “who: {id}” under {key}.",
        ),
    },
}

RELATED = {
    "begins-at": {"da": "begynder {time} her", "en": "starts at {time} here"},
    "meeting-begins": {"da": "mødet begynder {time}", "en": "the meeting starts at {time}"},
    "meeting-ends": {"da": "mødet slutter {time}", "en": "the meeting ends at {time}"},
    "item-ends": {"da": "punktet foran slutter {time}", "en": "the item before ends at {time}"},
    "listed-here": {"da": "står under “{list}” her", "en": "stands under “{list}” here"},
    "is-there": {"da": "{name} var selv med", "en": "{name} took part in person"},
    "stands-in-already": {"da": "er suppleant allerede her", "en": "is a substitute here already"},
    "stood-in-for-already": {"da": "den første suppleant", "en": "the first substitute"},
    "member-listed": {"da": "medlemskabet står her", "en": "the membership stands here"},
    "members-listed": {"da": "medlemmerne står her", "en": "the members stand here"},
    "term-from": {"da": "medlem fra den {date:date}", "en": "a member from {date:date}"},
    "term-to": {"da": "medlem til den {date:date}", "en": "a member until {date:date}"},
    "chair-listed": {"da": "formanden står her", "en": "the chair stands here"},
}

TERMS = {
    "item.starts": {"da": "begynder", "en": "starts"},
    "item.ends": {"da": "slutter", "en": "ends"},
}
