"""Says in plain words why a file is no readable YAML."""

import re

from yaml import MarkedYAMLError, SafeLoader, ScalarToken, Token, YAMLError
from yaml.reader import ReaderError

_PLAIN = (
    ("mapping values are not allowed", "a `: ` stands inside a text or the line above is not ended; put quotes around"),
    ("undefined alias", "a text that begins with `*` must stand in quotes"),
    ("but found '*'", "a text that begins with `*` must stand in quotes"),
    ("cannot start any token", "a text that begins with `@`, `%`, a backtick or a tab must stand in quotes"),
    ("could not find expected ':'", "a key without its colon, or a line that is not indented far enough"),
    ("sequence entries are not allowed", "a list must begin on a line of its own"),
    ("found '<scalar>'", "text goes on after a closing quote or bracket; put quotes around the whole text"),
    ("expected <block end>", "the indentation does not fit the lines above"),
    ("but found another document", "a second document begins here; a file holds one"),
)

COMMENT = "a # after a space starts a comment: put the text in quotes"


def explain(error: YAMLError, text: str) -> tuple[int, str]:
    """Give the line of a syntax error and a sentence about it; what was opened and not closed is told where it opens."""
    if isinstance(error, ReaderError):
        return text.count("\n", 0, error.position) + 1, "a character stands here that YAML does not allow"
    if not isinstance(error, MarkedYAMLError):
        raise error
    context, opening = error.context or "", error.context_mark
    if opening and "quoted scalar" in context:
        return opening.line + 1, "a quote is opened here and never closed"
    mark = opening if context == "while scanning a simple key" else error.problem_mark or opening
    line = mark.line + 1 if mark else 1
    if opened := _quote_that_ran_on(text, line):
        return opened, f"the quote that opens here is closed only on line {line}, by the quote of another text"
    if opening and "flow" in context:
        bracket = text.split("\n")[opening.line][opening.column]
        return opening.line + 1, f"the `{bracket}` that opens here is not closed, or a comma is missing behind it"
    if _goes_on_after_a_comment(error.problem or "", text, line):
        return line - 1, COMMENT
    return line, _sentence(error.problem or "")


def _goes_on_after_a_comment(problem: str, text: str, line: int) -> bool:
    unexpected = "found '<scalar>'" in problem or "expected ':'" in problem
    above = ["", *text.split("\n")][line - 1]
    return unexpected and bool(re.search(r"\S\s+#", above))


def _sentence(problem: str) -> str:
    plain = next((sentence for part, sentence in _PLAIN if part in problem), None)
    return plain or f"YAML cannot read this: {problem}"


def _quote_that_ran_on(text: str, line: int) -> int | None:
    """Find where the quoted text began that ends on this line and began on an earlier one."""
    for token in _tokens(text):
        if isinstance(token, ScalarToken) and token.style in ("'", '"') and token.end_mark.line + 1 == line:
            first: int = token.start_mark.line + 1
            return first if first < line else None
    return None


def _tokens(text: str) -> list[Token]:
    """Give the tokens before the error, those included that were not asked for yet."""
    loader, tokens = SafeLoader(text), []
    try:
        while loader.check_token():
            tokens.append(loader.get_token())  # type: ignore[no-untyped-call]  # PyYAML has no types here
    except YAMLError:
        tokens += loader.tokens
    return tokens
