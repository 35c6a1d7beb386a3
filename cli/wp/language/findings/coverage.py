"""WP64x–WP67x: what was overlooked between focus areas, goals, themes, initiatives and topics."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "area-without-topic": {
        "da": Text(
            "Indsatsområdet “{title}” har ingen one-pager.",
            "Opret en one-pager, der hører under det, eller fjern indsatsområdet.",
        ),
        "en": Text(
            "The focus area “{title}” has no one-pager.",
            "Start a one-pager that belongs to it, or remove the focus area.",
        ),
    },
    "important-unallocated": {
        "da": Text(
            "Indsatsområdet “{title}” er vurderet (“{importance}”), men dets emner er hverken "
            "fordelt, parkeret eller lagt i emnekataloget.",
            "Giv et af emnerne en ansvarlig og status draft, eller lad rådet parkere det eller "
            "lægge det i emnekataloget.",
        ),
        "en": Text(
            "The focus area “{title}” was assessed (“{importance}”), but its topics are neither "
            "allocated, parked nor in the catalogue.",
            "Give one of the topics a responsible and the status draft, or let the council park "
            "it or put it in the catalogue.",
        ),
    },
    "allocated-unassessed": {
        "da": Text(
            "Indsatsområdet “{title}” er i gang, men dets vigtighed er ikke vurderet, som andres "
            "er.",
            "Lad rådet vurdere det, og skriv vurderingen i feltet “importance”.",
        ),
        "en": Text(
            "The focus area “{title}” is under way, but its importance wasn't assessed, as that of "
            "others was.",
            "Let the council assess it, and write the assessment in the field “importance”.",
        ),
    },
    "goal-without-topic": {
        "da": Text(
            "Intet emne i programmet bidrager til målet “{title}”.",
            "Skriv målets id i feltet “goals” i de one-pagers, der bidrager, eller overvej, om "
            "målet skal blive.",
        ),
        "en": Text(
            "No topic of the programme contributes to the goal “{title}”.",
            "Write the goal's id in the field “goals” of the one-pagers that do, or reconsider the "
            "goal.",
        ),
    },
    "topic-without-goal": {
        "da": Text(
            "Emnet bidrager ikke til noget strategisk mål.",
            "Skriv mindst ét af målene fra programme.md i feltet “{key}”.",
        ),
        "en": Text(
            "The topic contributes to no strategic goal.",
            "Write at least one of the goals in programme.md in the field “{key}”.",
        ),
    },
    "nobody-responsible": {
        "da": Text(
            "Ingen er ansvarlig for emnet.",
            "Skriv i feltet “{key}”, hvem der er det: en person, en organisation eller en rolle.",
        ),
        "en": Text(
            "Nobody is responsible for the topic.",
            "Write in the field “{key}” who is: a person, an organisation or a role.",
        ),
    },
    "nobody-primary": {
        "da": Text(
            "Ingen af de ansvarlige har rollen “{role}”.",
            "Giv den, der svarer for teksten, rollen “{role}”.",
        ),
        "en": Text(
            "None of the responsibles has the role “{role}”.",
            "Give the one who answers for the text the role “{role}”.",
        ),
    },
    "too-many-topics": {
        "da": Text(
            "{name} er ansvarlig for {count} {count:emne|emner}. Programmet regner med højst "
            "{limit}.",
            "Overvej, om et af emnerne kan gives til en anden.",
        ),
        "en": Text(
            "{name} is responsible for {count} {count:topic|topics}. The programme allows at most "
            "{limit}.",
            "Consider whether one of the topics can be given to somebody else.",
        ),
    },
    "assessed-unsettled": {
        "da": Text(
            "Rådet har vurderet “{title}”, men emnet er hverken fordelt, parkeret eller lagt i "
            "emnekataloget: Status er “{status}”.",
            "Lad rådet tage stilling, og skriv status draft, parked eller catalogue.",
        ),
        "en": Text(
            "The council has assessed “{title}”, but the topic is neither allocated, parked nor in "
            "the catalogue: its status is “{status}”.",
            "Let the council decide, and write the status draft, parked or catalogue.",
        ),
    },
    "theme-unaddressed": {
        "da": Text(
            "Emnet siger ikke, hvordan det tager højde for {titles:and}.",
            "Skriv en sætning om {titles:temaet|hvert tema} i feltet “{key}”, fx “{example}: …”.",
        ),
        "en": Text(
            "The topic doesn't say how it takes account of {titles:and}.",
            "Write a sentence on {titles:the|each} theme in the field “{key}”, such as "
            "“{example}: …”.",
        ),
    },
    "theme-as-topic": {
        "da": Text(
            "“{title}” er et tværgående tema og dermed en del af alle emner, ikke et emne for sig.",
            "Fordel indholdet på de emner, som temaet angår, eller kald dette noget andet.",
        ),
        "en": Text(
            "“{title}” is a cross-cutting theme, and so a part of every topic rather than a topic "
            "of its own.",
            "Spread its content over the topics that the theme bears on, or call this one "
            "something else.",
        ),
    },
    "initiative-unnamed": {
        "da": Text(
            "Ingen one-pager har en snitflade til “{title}”.",
            "Hvis et emne skal spille sammen med initiativet, så skriv dets id i emnets felt "
            "“{key}”.",
        ),
        "en": Text(
            "No one-pager has an interface with “{title}”.",
            "If a topic bears on the initiative, write its id in the topic's field “{key}”.",
        ),
    },
}

RELATED = {
    "only-proposed": {"da": "“{title}” er kun foreslået", "en": "“{title}” is only proposed"},
    "serves-later": {
        "da": "“{title}” gør, men er kun foreslået",
        "en": "“{title}” does, but is only proposed",
    },
    "serves-aside": {
        "da": "“{title}” gør, men har status “{status}”",
        "en": "“{title}” does, but its status is “{status}”",
    },
    "limit": {"da": "programmet sætter grænsen her", "en": "the programme sets the limit here"},
    "responsible-for": {"da": "ansvarlig for “{title}”", "en": "responsible for “{title}”"},
    "assessed": {"da": "vurderingen står her", "en": "the assessment stands here"},
    "theme": {"da": "temaet “{title}” står her", "en": "the theme “{title}” stands here"},
}
