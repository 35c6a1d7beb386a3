"""What the operating system says when it refuses something, in Danish; in English it says it."""

import errno
import os

_DANISH = {
    errno.ENOENT: "findes ikke",
    errno.EACCES: "adgang nægtet",
    errno.EPERM: "det er ikke tilladt",
    errno.EEXIST: "findes allerede",
    errno.ENOTDIR: "en mappe på vejen er en fil",
    errno.EISDIR: "det er en mappe",
    errno.ENOSPC: "der er ikke mere plads på disken",
    errno.EDQUOT: "der er ikke mere plads til dig på disken",
    errno.EFBIG: "filen bliver for stor",
    errno.EROFS: "disken kan kun læses",
    errno.EMFILE: "for mange filer er åbne",
    errno.ENFILE: "for mange filer er åbne",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "links, der fører til hinanden",
    errno.EIO: "disken svarer ikke",
    errno.ENOTEMPTY: "mappen er ikke tom",
    errno.EBUSY: "den er i brug",
    errno.EINVAL: "navnet kan ikke bruges",
}


def reason(text: object, language: str) -> str:
    """Return the system's own words for a refusal in a language; other words as they are."""
    if language == "da":
        for code, danish in _DANISH.items():
            if text == os.strerror(code):
                return danish
    return str(text)
