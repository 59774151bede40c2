"""Says in plain words why a message is no readable Fluent."""

import re

from fluent.syntax import ast

_CODES = {
    "E0002": "this line is no `key = text`; a line that goes on with a text begins with spaces",
    "E0004": "a name must stand here, in letters and without other signs",
    "E0005": "this message has no text; a text below its key begins with spaces",
    "E0006": "this term has no text; a text below its key begins with spaces",
    "E0010": "one of the variants must be the default, with a star before it: *[other]",
    "E0011": "there are no variants; each stands on a line of its own: [one] 1 set",
    "E0012": "there is no text behind this",
    "E0013": "a variant needs a name between [ and ]",
    "E0014": "a number, or a text in quotes, must stand here",
    "E0015": "only one of the variants can be the default, with a star before it",
    "E0020": "a quote is opened here and never closed",
    "E0027": "a } stands here without a {",
    "E0028": "behind { stands $ and a name, such as { $day }",
    "E0029": "behind { stands $ and a name, such as { $day }",
}
_TOKENS = {
    " ": "a note to other writers begins with # and a space",
    "\u2424": "each variant stands on a line of its own",
    "=": "this line is no `key = text`; a line that goes on with a text begins with spaces",
    "}": "a { is not closed: } is missing here",
    "]": "the name of a variant is not closed: ] is missing here",
}


def explain(note: ast.Annotation, text: str) -> tuple[int, str]:
    """Give the line of a syntax error and a sentence about it."""
    position = note.span.start if note.span else 0
    token = re.fullmatch(r'Expected token: "(.)"', note.message or "")
    if token and token[1] == "}":
        position = len(text[:position].rstrip())
    plain = _TOKENS.get(token[1]) if token else _CODES.get(note.code)
    return text.count("\n", 0, position) + 1, plain or f"Fluent cannot read this: {note.message}"
