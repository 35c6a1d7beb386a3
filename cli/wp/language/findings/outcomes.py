"""WP83x and WP84x: what a meeting decided, what is to be done, and its attachments."""

from wp.language.findings.text import Text, Texts

MESSAGES: dict[str, Texts] = {
    "recommendation-unanswered": {
        "da": Text(
            "Punkt {number} har en indstilling, men intet udfald.",
            "Skriv under {decisions} eller {actions}, hvad der kom ud af det. At rådet tog noget "
            "til efterretning, er også et udfald (verb: notes).",
        ),
        "en": Text(
            "Item {number} has a recommendation, but no outcome.",
            "Write under {decisions} or {actions} what came of it. That the council noted "
            "something is an outcome too (verb: notes).",
        ),
    },
    "limb-unanswered": {
        "da": Text(
            "Indstillingen til punkt {number} har {limbs} led, men referatet giver "
            "{outcomes:intet klart|kun ét klart|kun {outcomes} klare} svar. {which}",
            "Skriv en beslutning for hvert led, også når rådet kun drøftede det eller tog det til "
            "efterretning. En bemærkning (verb: remarks) besvarer ikke et led.",
        ),
        "en": Text(
            "The recommendation of item {number} has {limbs} limbs, but the minutes give "
            "{outcomes:no clear answer|only one clear answer|only {outcomes} clear answers}. "
            "{which}",
            "Write a decision for each limb, even when the council only discussed or noted it. A "
            "remark (verb: remarks) does not answer a limb.",
        ),
    },
    "unknown-item": {
        "da": Text(
            "Dagsordenen har intet punkt {item}.",
            "Vælg {known:punkt|mellem punkterne} {known:or}.",
        ),
        "en": Text(
            "The agenda has no item {item}.",
            "Choose {known:item|among the items} {known:or}.",
        ),
    },
    "decision-id-of-another-meeting": {
        "da": Text(
            "Beslutningens id “{id}” begynder ikke med mødets dato, {start}.",
            "Ret id'et her og de steder, der henviser til beslutningen.",
        ),
        "en": Text(
            "The decision's id “{id}” does not begin with the meeting's date, {start}.",
            "Correct the id here and wherever the decision is referred to.",
        ),
    },
    "action-without-due": {
        "da": Text(
            "Opgaven har ingen frist.",
            "Skriv “{key}: ” og en dato, fx 2027-03-26, når fristen er aftalt.",
        ),
        "en": Text(
            "The action has no due date.",
            "Write “{key}: ” and a date, such as 2027-03-26, when one is agreed on.",
        ),
    },
    "action-due-too-early": {
        "da": Text(
            "Fristen den {due:date} ligger ikke efter mødet den {date:date}.",
            "Ret fristen. En opgave, der allerede er løst, er ingen opgave.",
        ),
        "en": Text(
            "The due date, {due:date}, does not come after the meeting on {date:date}.",
            "Correct the date. What is done already is no action.",
        ),
    },
    "responsible-was-absent": {
        "da": Text(
            "{name} fik opgaven, men var fraværende.",
            "Sørg for, at den ansvarlige kender opgaven og har sagt ja til den.",
        ),
        "en": Text(
            "{name} got the task, but was absent.",
            "Make sure that the one responsible knows of the task and has agreed to it.",
        ),
    },
    "action-done-too-early": {
        "da": Text(
            "Opgaven er løst den {done:date}, før mødet den {date:date}.",
            "Ret datoen. Det, der var løst før mødet, er ingen opgave fra det.",
        ),
        "en": Text(
            "The action was done on {done:date}, before the meeting on {date:date}.",
            "Correct the date. What was done before the meeting is no action of it.",
        ),
    },
    "allocated-while-absent": {
        "da": Text(
            "{name} var fraværende på mødet {meeting}, hvor emnet blev fordelt.",
            "Sørg for, at den ansvarlige kender emnet og har sagt ja til det.",
        ),
        "en": Text(
            "{name} was absent from the meeting {meeting}, where the topic was allocated.",
            "Make sure that the one responsible knows of the topic and has agreed to it.",
        ),
    },
    "attachment-nowhere": {
        "da": Text(
            "Bilaget “{title}” har ingen fil, og der står ikke, hvor det findes.",
            "Skriv {file} med stien til filen, eller {held_by} med det sted, der har bilaget.",
        ),
        "en": Text(
            "The attachment “{title}” has no file, and nothing says where it is kept.",
            "Write {file} with the path of the file, or {held_by} with whoever keeps it.",
        ),
    },
    "attachment-unlisted": {
        "da": Text(
            "Teksten omtaler et bilag, som ikke står på punktets liste: “{sentence}”",
            "Skriv bilaget under {list} på punktet, med file eller held_by.",
        ),
        "en": Text(
            "The text mentions an attachment that the item doesn't list: “{sentence}”",
            "Put the attachment under {list} on the item, with file or held_by.",
        ),
    },
}

RELATED = {
    "only-remarked": {"da": "her er kun en bemærkning", "en": "here is only a remark"},
    "absent-here": {"da": "står som fraværende her", "en": "is listed as absent here"},
    "allocated-here": {"da": "emnet blev fordelt her", "en": "the topic was allocated here"},
}

TERMS = {
    "limb.this": {"da": "Dette led er ikke besvaret.", "en": "This limb is not answered."},
    "limb.one-of-these": {
        "da": "Mindst ét led fra dette og frem er ikke besvaret.",
        "en": "From this limb on, at least one is not answered.",
    },
}
