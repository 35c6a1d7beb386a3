"""WP60x–WP63x: statuses, and the decisions behind them."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "parked-undecided": {
        "da": Text(
            "Status er “{status}”, men ingen beslutning i referaterne siger det.",
            "Skriv id'et på den beslutning, der gør det, i feltet “{key}”, eller lad beslutningen "
            "i referatet nævne emnet under “concerns” og sætte “sets: {status}”.",
        ),
        "en": Text(
            "The status is “{status}”, but no decision in the minutes says so.",
            "Write the id of the decision that does in the field “{key}”, or let the decision in "
            "the minutes name the topic under “concerns” and say “sets: {status}”.",
        ),
    },
    "approved-undecided": {
        "da": Text(
            "Status er “{status}”, men ingen beslutning i referaterne har godkendt emnet.",
            "Skriv id'et på den beslutning, der gør det, i feltet “{key}”, eller lad beslutningen "
            "i referatet nævne emnet under “concerns” og sætte “sets: {status}”.",
        ),
        "en": Text(
            "The status is “{status}”, but no decision in the minutes has approved the topic.",
            "Write the id of the decision that does in the field “{key}”, or let the decision in "
            "the minutes name the topic under “concerns” and say “sets: {status}”.",
        ),
    },
    "status-differs": {
        "da": Text(
            "Status er “{status}”, men det er ikke, hvad mødet den {date:date} besluttede "
            "({decision}).",
            "Ret status her. Er det beslutningen, der er skrevet forkert, så ret den i referatet.",
        ),
        "en": Text(
            "The status is “{status}”, but that isn't what the meeting on {date:date} decided "
            "({decision}).",
            "Change the status here. If the decision was written down wrongly, correct the "
            "minutes.",
        ),
    },
    "unsettled-basis": {
        "da": Text(
            "Emnet har status “{own}”, men afhænger af “{other}”, som har status “{status}” og "
            "ikke er med i programmet.",
            "Slet afhængigheden, hvis emnet kan klare sig uden, eller lad rådet tage stilling til "
            "begge.",
        ),
        "en": Text(
            "The topic's status is “{own}”, but it depends on “{other}”, whose status is "
            "“{status}” and which isn't in the programme.",
            "Delete the dependency if the topic can do without, or let the council decide on both.",
        ),
    },
    "superseded-twice": {
        "da": Text(
            "Beslutningen {id} er allerede erstattet af {other}.",
            "Slet den ene henvisning. Skal den nyeste gælde, så lad den erstatte {other} i stedet.",
        ),
        "en": Text(
            "The decision {id} is already superseded by {other}.",
            "Delete one of the two. If the newest is to hold, let it supersede {other} instead.",
        ),
    },
    "superseded-by-older": {
        "da": Text(
            "{id} fra den {date:date} kan ikke erstatte {other}, som er nyere: fra den "
            "{later:date}.",
            "Byt om, så den nye beslutning erstatter den gamle, eller ret id'et.",
        ),
        "en": Text(
            "{id} of {date:date} can't supersede {other}, which is newer: of {later:date}.",
            "Turn it round, so that the new decision supersedes the old one, or correct the id.",
        ),
    },
    "approved-nowhere": {
        "da": Text(
            "Referatet er godkendt, men her står ikke på hvilket møde.",
            "Skriv id'et på det senere møde, der godkendte det, i feltet “{key}”, fx "
            "{key}: 2027-03-02.",
        ),
        "en": Text(
            "The minutes are approved, but it isn't said at which meeting.",
            "Write the id of the later meeting that approved them in the field “{key}”, such as "
            "{key}: 2027-03-02.",
        ),
    },
    "approved-too-early": {
        "da": Text(
            "Et referat af mødet den {date:date} kan ikke være godkendt på mødet den "
            "{other:date}, som ikke er senere.",
            "Skriv id'et på det senere møde, der godkendte referatet.",
        ),
        "en": Text(
            "Minutes of the meeting on {date:date} can't be approved at the meeting on "
            "{other:date}, which isn't later.",
            "Write the id of the later meeting that approved them.",
        ),
    },
}

RELATED = {
    "decided": {"da": "beslutningen sætter status her", "en": "the decision sets the status here"},
    "its-status": {"da": "dets status står her", "en": "its status stands here"},
    "supersedes-first": {"da": "{id} erstatter den her", "en": "{id} supersedes it here"},
    "newer-decision": {"da": "{id} står her", "en": "{id} stands here"},
    "meeting-date": {"da": "mødets dato står her", "en": "the meeting's date stands here"},
}
