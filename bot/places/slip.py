"""One typing mistake: a letter too many, too few, wrong, or two swapped.

Written out because difflib is slower and calls "adane" as near to "danke" as a true slip.
"""


def one_slip(typed: str, name: str) -> bool:
    """Tell whether one letter missing, added, changed or swapped makes the one of the other."""
    if abs(len(typed) - len(name)) > 1:
        return False
    same = next((at for at, (one, other) in enumerate(zip(typed, name, strict=False)) if one != other), None)
    if same is None:
        return True
    typed, name = typed[same:], name[same:]
    swapped = typed[:2] == name[1::-1] and typed[2:] == name[2:]
    return swapped or typed[1:] == name[1:] or typed[1:] == name or typed == name[1:]
