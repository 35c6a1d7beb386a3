"""Why git can't tell what changed."""

ERRORS: dict[str, dict[str, str]] = {
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
}
