"""WP5xx: activities, their dates, order and costs."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "ends-before-start": {
        "da": Text(
            "“{title}” slutter den {end:date}, før den begynder den {start:date}.",
            "Ret den af de to datoer, der er forkert.",
        ),
        "en": Text(
            "“{title}” ends on {end:date}, before it starts on {start:date}.",
            "Correct whichever of the two dates is wrong.",
        ),
    },
    "outside-period": {
        "da": Text(
            "“{title}” {what} den {date:date}, uden for programmets periode.",
            "Ret datoen. Arbejde før eller efter perioden hører ikke til i programmet.",
        ),
        "en": Text(
            "“{title}” {what} on {date:date}, outside the programme's period.",
            "Correct the date. Work before or after the period doesn't belong in the programme.",
        ),
    },
    "outside-horizon": {
        "da": Text(
            "“{title}” {what} den {date:date}, men emnets tidshorisont, “{horizon}”, går fra den "
            "{first:date} til den {last:date}.",
            "Ret datoen eller emnets horisont, så de passer sammen.",
        ),
        "en": Text(
            "“{title}” {what} on {date:date}, but the topic's horizon, “{horizon}”, runs from "
            "{first:date} to {last:date}.",
            "Change the date or the topic's horizon, so that they agree.",
        ),
    },
    "starts-too-early": {
        "da": Text(
            "“{title}” begynder den {start:date}, men afhænger af “{other}”, som først slutter "
            "den {end:date}.",
            "En aktivitet begynder tidligst dagen efter dem, den afhænger af. Ret en af datoerne, "
            "eller slet afhængigheden.",
        ),
        "en": Text(
            "“{title}” starts on {start:date}, but depends on “{other}”, which only ends on "
            "{end:date}.",
            "An activity starts on the day after those it depends on at the earliest. Change one "
            "of the dates, or delete the dependency.",
        ),
    },
    "cost-outside-activity": {
        "da": Text(
            "“{title}” har en udgift i {year}, men varer fra den {start:date} til den {end:date}.",
            "Flyt beløbet til et år, hvor aktiviteten er i gang, eller ret datoerne.",
        ),
        "en": Text(
            "“{title}” has a cost in {year}, but lasts from {start:date} to {end:date}.",
            "Move the amount to a year in which the activity takes place, or change the dates.",
        ),
    },
    "cost-over-frame": {
        "da": Text(
            "Rammen for {year} er {frame:money}, men de anslåede udgifter er {sum:money}, altså "
            "{over:money} for meget.",
            "Ret udgifterne eller rammen, eller flyt aktiviteter til et andet år. De største "
            "poster er vist.",
        ),
        "en": Text(
            "The frame for {year} is {frame:money}, but the estimated costs are {sum:money}, "
            "which is {over:money} too much.",
            "Change the costs or the frame, or move activities to another year. The largest items "
            "are shown.",
        ),
    },
    "no-activities": {
        "da": Text(
            "Emnet har ingen aktiviteter, selv om det har status “{status}”.",
            "Skriv mindst én aktivitet i listen “{key}”, med titel, start, slut og ansvarlig.",
        ),
        "en": Text(
            "The topic has no activities, although its status is “{status}”.",
            "Write at least one activity in the list “{key}”, with title, start, end and "
            "responsible.",
        ),
    },
}

RELATED = {
    "starts": {"da": "den begynder her", "en": "it starts here"},
    "ends": {"da": "“{title}” slutter her", "en": "“{title}” ends here"},
    "activity": {"da": "aktiviteten står her", "en": "the activity stands here"},
    "period-starts": {"da": "perioden begynder her", "en": "the period starts here"},
    "period-ends": {"da": "perioden slutter her", "en": "the period ends here"},
    "horizon-chosen": {"da": "emnets horisont står her", "en": "the topic's horizon stands here"},
    "horizon-defined": {
        "da": "programmet fastlægger horisonten her, i år fra periodens start",
        "en": "the programme defines the horizon here, in years from the period's start",
    },
    "cost-share": {"da": "{amount:money} til “{title}”", "en": "{amount:money} for “{title}”"},
}

TERMS = {
    "activity.starts": {"da": "begynder", "en": "starts"},
    "activity.ends": {"da": "slutter", "en": "ends"},
}
