"""Telegram's MarkdownV2 and the older Markdown: what they allow, and how they say no."""

import re

from bot.sandbox.text.html import close_link, unreadable
from bot.sandbox.text.spans import Draft, RichText

# A mark, the entity it begins, and its name in Telegram's errors; longer marks come first.
_MARKS = (
    ("```", "pre", "Pre"),
    ("__", "underline", "Underline"),
    ("||", "spoiler", "Spoiler"),
    ("![", "custom_emoji", "CustomEmoji"),
    ("*", "bold", "Bold"),
    ("_", "italic", "Italic"),
    ("~", "strikethrough", "Strikethrough"),
    ("`", "code", "Code"),
    ("[", "text_link", "TextUrl"),
)
_NAMES = {kind: name for _, kind, name in _MARKS}
_ENDS = {kind: mark for mark, kind, _ in _MARKS} | {"text_link": "]", "custom_emoji": "]"}
_RESERVED = "_*[]()~`>#+-=|{}.!"
_QUOTE = re.compile(r"(?:^|(?<=\n))(\*\*)?>")
_LANGUAGE = re.compile(r"([^\s`]*)\r?\n?")
_TARGET = re.compile(r"\(((?:\\.|[^)])*)(\)?)", re.DOTALL)


def parse(source: str) -> RichText:
    """MarkdownV2."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.draft = Draft()
        self.at = 0

    def read(self) -> RichText:
        while self.at < len(self.source):
            self._step()
        if self._inside("blockquote"):
            self._end_quote()
        if self.draft.open:
            span = self.draft.open[-1]
            where = len(self.source[: span.at].encode())
            raise unreadable(f"Can't find end of {_NAMES[span.kind]} entity at byte offset {where}")
        return self.draft.done()

    def _step(self) -> None:
        character = self.source[self.at]
        if character == "\\" and "\0" < self.source[self.at + 1 : self.at + 2] <= "~":
            self._write(self.source[self.at + 1], 2)
        elif self._verbatim() and character != "`":
            self._write(character, 1)
        elif not (self._quote() or self._ends() or self._begins()):
            if character in _RESERVED:
                reason = "is reserved and must be escaped with the preceding '\\'"
                raise unreadable(f"Character '{character}' {reason}")
            self._write(character, 1)

    def _write(self, text: str, length: int) -> None:
        self.draft.write(text)
        self.at += length

    def _quote(self) -> bool:
        """`>` begins a quotation at the start of a line, and continues one."""
        mark = _QUOTE.match(self.source, self.at)
        inside = self._inside("blockquote")
        if mark and not self._verbatim():
            if not inside:
                self.draft.begin("blockquote", self.at)
            self.at = mark.end()
            return True
        if inside and self.source[self.at - 1] == "\n":
            self._end_quote()
        return False

    def _end_quote(self) -> None:
        self.draft.end("blockquote")

    def _ends(self) -> bool:
        """Close the innermost entity, if its mark is here."""
        if not self.draft.open or self.draft.open[-1].kind not in _ENDS:
            return False
        kind = self.draft.open[-1].kind
        mark = _ENDS[kind]
        here = self.source.startswith(mark, self.at)
        if not here or (kind == "italic" and self.source.startswith("__", self.at)):
            return False
        self.at += len(mark)
        self._close(kind)
        return True

    def _close(self, kind: str) -> None:
        if kind == "text_link":
            close_link(self.draft, self._target() or self.draft.inner())
        elif kind == "custom_emoji":
            self.draft.end(kind, custom_emoji_id=self._target().rpartition("=")[2])
        else:
            self.draft.end(kind, **self.draft.open[-1].extra)

    def _target(self) -> str:
        """The part in parentheses after `[text]`."""
        target = _TARGET.match(self.source, self.at)
        if target is None:
            return ""
        if not target[2]:
            where = len(self.source[: self.at + 1].encode())
            raise unreadable(f"Can't find end of a URL at byte offset {where}")
        self.at = target.end()
        return re.sub(r"\\(.)", r"\1", target[1])

    def _begins(self) -> bool:
        """Open the entity whose mark is here, if any."""
        for mark, kind, _ in () if self._verbatim() else _MARKS:
            if self.source.startswith(mark, self.at):
                begun = self.at
                self.at += len(mark)
                self.draft.begin(kind, begun, **(self._language() if kind == "pre" else {}))
                return True
        return False

    def _language(self) -> dict[str, str]:
        """The language after ``` and the line's end, neither of which is text."""
        language = _LANGUAGE.match(self.source, self.at)
        if language is None or (language[1] and not language[0].endswith("\n")):
            return {}
        self.at = language.end()
        return {"language": language[1]} if language[1] else {}

    def _verbatim(self) -> bool:
        return self._inside("code") or self._inside("pre")

    def _inside(self, kind: str) -> bool:
        return bool(self.draft.open) and self.draft.open[-1].kind == kind


_OLD_MARKS = {"*": "bold", "_": "italic", "`": "code", "```": "pre", "[": "text_link"}
_OLD = re.compile(r"\\([_*`\[])|(```|[_*`\[])|[^\\_*`\[]+|\\")


def parse_old(source: str) -> RichText:
    """The older Markdown: no nesting, and no escape inside an entity."""
    draft, at = Draft(), 0
    while piece := _OLD.match(source, at):
        at = piece.end()
        if not piece[2]:
            draft.write(piece[1] or piece[0])
            continue
        end = source.find("]" if piece[2] == "[" else piece[2], at)
        if end < 0:
            where = len(source[: piece.start()].encode())
            raise unreadable(f"Can't find end of the entity starting at byte offset {where}")
        at = _old_entity(draft, source, piece, end)
    return draft.done()


def _old_entity(draft: Draft, source: str, mark: re.Match[str], end: int) -> int:
    """Write the entity that stands between its marks; gives where the text goes on."""
    kind, begun, text = _OLD_MARKS[mark[2]], mark.start(), source[mark.end() : end]
    draft.begin(kind, begun)
    draft.write(text)
    if kind != "text_link":
        draft.end(kind)
        return end + len(mark[2])
    target = _TARGET.match(source, end + 1)
    close_link(draft, target[1] if target else text)
    return target.end() if target else end + 1
