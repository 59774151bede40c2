"""Says in plain words why a file is no readable YAML."""

from yaml import MarkedYAMLError, YAMLError
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


def explain(error: YAMLError, text: str) -> tuple[int, str]:
    """Give the line of a syntax error and a sentence about it."""
    if isinstance(error, ReaderError):
        return text.count("\n", 0, error.position) + 1, "a character stands here that YAML does not allow"
    if not isinstance(error, MarkedYAMLError):
        raise error
    if "quoted scalar" in (error.context or "") and error.context_mark:
        return error.context_mark.line + 1, "a quote is opened here and never closed"
    begins_there = error.context == "while scanning a simple key"
    mark = error.context_mark if begins_there else error.problem_mark or error.context_mark
    return (mark.line + 1 if mark else 1), _sentence(error.problem or "")


def _sentence(problem: str) -> str:
    plain = next((sentence for part, sentence in _PLAIN if part in problem), None)
    return plain or f"YAML cannot read this: {problem}"
