"""WP7xx: dates that stand in more than one place, and weekdays."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "milestone-moved": {
        "da": Text(
            "“{title}” er her den {date:date}, men i programmet den {planned:date}.",
            "Ret den af de to datoer, der er forkert. Et senere referat med den rigtige dato er "
            "også nok.",
        ),
        "en": Text(
            "“{title}” is on {date:date} here, but on {planned:date} in the programme.",
            "Correct whichever of the two dates is wrong. Later minutes with the right date will "
            "do as well.",
        ),
    },
    "milestone-order": {
        "da": Text(
            "“{title}” den {date:date} ligger før “{other}” den {later:date}.",
            "Rådet godkender, før noget forelægges eller vedtages. Ret en af datoerne, eller ret "
            "milepælens art (kind).",
        ),
        "en": Text(
            "“{title}” on {date:date} comes before “{other}” on {later:date}.",
            "The council approves before anything is presented or adopted. Change one of the "
            "dates, or the milestone's kind.",
        ),
    },
    "wrong-weekday": {
        "da": Text(
            "Den {date:date} er en {actual}, ikke en {written}.",
            "Ret den af de to, der er forkert: ugedagen eller datoen.",
        ),
        "en": Text(
            "{date:date} is a {actual}, not a {written}.",
            "Correct whichever of the two is wrong: the weekday or the date.",
        ),
    },
    "doubtful-weekday": {
        "da": Text(
            "Den {date:date} er en {actual}, ikke en {written}.",
            "Ret ugedagen eller datoen. Menes et andet år, så skriv årstallet.",
        ),
        "en": Text(
            "{date:date} is a {actual}, not a {written}.",
            "Correct the weekday or the date. If another year is meant, write the year.",
        ),
    },
    "term-ended": {
        "da": Text(
            "{name} var i “{body}” til den {to:date}, men {event} den {date:date}.",
            "Skriv, hvem der har overtaget, eller ret perioden i people.yml.",
        ),
        "en": Text(
            "{name} was in “{body}” until {to:date}, but {event} on {date:date}.",
            "Write who has taken over, or correct the term in people.yml.",
        ),
    },
    "next-meeting-moved": {
        "da": Text(
            "Næste møde var sat til den {date:date}, men det næste referat er fra den {held:date}.",
            "Blev mødet flyttet, er der ikke noget at rette. Ellers mangler et referat, eller en "
            "af datoerne er forkert.",
        ),
        "en": Text(
            "The next meeting was set for {date:date}, but the next minutes are of {held:date}.",
            "If the meeting was moved, there is nothing to correct. Otherwise minutes are missing, "
            "or one of the dates is wrong.",
        ),
    },
    "next-meeting-unlike-milestone": {
        "da": Text(
            "Næste møde er sat til den {date:date}, men “{title}” til den {planned:date}.",
            "Ret den af de to datoer, der er forkert. Er det to forskellige møder, så giv også "
            "dette en milepæl.",
        ),
        "en": Text(
            "The next meeting is set for {date:date}, but “{title}” for {planned:date}.",
            "Correct whichever of the two dates is wrong. If these are two meetings, give this "
            "one a milestone too.",
        ),
    },
}

RELATED = {
    "milestone-date": {"da": "programmets dato står her", "en": "the programme's date stands here"},
    "approved-later": {"da": "rådet godkender først her", "en": "the council only approves here"},
    "own-date": {
        "da": "året er forstået ud fra denne dato",
        "en": "the year is understood from this date",
    },
    "term-ends": {"da": "perioden slutter her", "en": "the term ends here"},
}

TERMS = {
    "event.start": {"da": "aktiviteten begynder", "en": "the activity starts"},
    "event.due": {"da": "opgaven har frist", "en": "the action is due"},
    "event.decision": {
        "da": "der blev senest besluttet om emnet",
        "en": "the topic was last decided on",
    },
    **{
        f"weekday.{number}": {"da": danish, "en": english}
        for number, (danish, english) in enumerate(
            (
                ("mandag", "Monday"),
                ("tirsdag", "Tuesday"),
                ("onsdag", "Wednesday"),
                ("torsdag", "Thursday"),
                ("fredag", "Friday"),
                ("lørdag", "Saturday"),
                ("søndag", "Sunday"),
            )
        )
    },
}
