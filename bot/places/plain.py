"""The plain form of a name, in which the files and a person's typing meet."""

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_NOT_ACCENTS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e"})
# "Xi'an" is typed "Xian", and "N’Djamena" "Ndjamena": these vanish, all other punctuation becomes a space.
_APOSTROPHES = re.compile("['`´‘’ʻʼʿʾ]")
_DOT_IN_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")


def plain(text: str) -> str:
    """Fold case, take accents off, turn punctuation into single spaces."""
    joined = _DOT_IN_INITIALS.sub("", _APOSTROPHES.sub("", text)).casefold().translate(_NOT_ACCENTS)
    letters = (letter for letter in unicodedata.normalize("NFKD", joined) if not unicodedata.combining(letter))
    # NFKD took Korean syllables apart too; NFC puts them together again.
    bare = unicodedata.normalize("NFC", "".join(letters))
    return " ".join("".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in bare).split())
