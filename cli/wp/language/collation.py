"""The Danish alphabetical order: æ, ø and å last, aa as å, accents and case only to break a tie."""

import unicodedata

# After "z" in ASCII stand "{", "|" and "}". Letters of neighbouring languages are sorted as the
# Danish letter they correspond to, as in Dansk Standard 377 and Unicode's rules for Danish.
_LETTERS = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "œ": "|", "å": "}", "ü": "y", "ð": "d", "þ": "th"}
)


def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts a text among others by the Danish alphabet."""
    folded = unicodedata.normalize("NFC", text.casefold()).replace("aa", "å").translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() or c in "{|}" else " " for c in bare).split()
    return " ".join(words), text
