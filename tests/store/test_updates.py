"""What identifies an update."""

import json
from typing import Any

import pytest

from bot.store.updates import key_of, person_of, text_of

from .samples import ANNA, BOT, SECRET, message

TAP = {"update_id": 5, "callback_query": {"id": "77", "from": {"id": ANNA}, "data": "done:1"}}
MEMBER = {"update_id": 5, "my_chat_member": {"chat": {"id": ANNA}, "from": {"id": ANNA}, "date": 1, "old": 1}}


def key(update: dict[str, Any], bot: int = BOT, secret: bytes = SECRET) -> str:
    return key_of(secret, bot, update)


def test_the_same_update_has_the_same_key_however_it_is_written() -> None:
    turned = json.loads(json.dumps(message(1), sort_keys=True))
    assert key(turned) == key(message(1))
    assert key({**MEMBER, "my_chat_member": dict(reversed(MEMBER["my_chat_member"].items()))}) == key(MEMBER)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "other",
    [
        message(2),
        message(1, date=1),
        message(1, message_id=2),
        message(1, chat={"id": 3}),
        message(1, edit_date=9),
        {"update_id": 1, "edited_message": message(1)["message"]},
        {**TAP, "update_id": 1},
    ],
)
def test_another_event_under_the_same_number_has_another_key(other: dict[str, Any]) -> None:
    assert key(other) != key(message(1))


def test_every_tap_and_every_other_event_has_its_key() -> None:
    assert key(TAP) != key({**TAP, "callback_query": {"id": "78"}})
    assert key(MEMBER) != key({**MEMBER, "my_chat_member": {"old": 2}})


def test_the_key_tells_nothing_without_the_secret() -> None:
    assert key(message(1)) != key(message(1), secret=b"another")
    assert key(message(1)) != key(message(1), bot=1)
    assert len(key(message(1))) == 32


@pytest.mark.parametrize("secret", [b"", b"x" * 500])
def test_a_secret_may_have_any_length(secret: bytes) -> None:
    assert len(key(message(1), secret=secret)) == 32


@pytest.mark.parametrize("odd", [{}, {"update_id": 1}, {"message": None}, {"update_id": 1, "message": {"chat": 5}}])
def test_odd_updates_have_a_key_and_no_owner(odd: dict[str, Any]) -> None:
    assert len(key(odd)) == 32
    assert person_of(odd) is None


def test_the_owner_is_who_caused_it() -> None:
    assert person_of(message(1)) == ANNA
    assert person_of(TAP) == ANNA
    assert person_of({"update_id": 1, "poll_answer": {"user": {"id": 4}}}) == 4


@pytest.mark.parametrize("id", ["4", 2**63, -1, None, 1.5])
def test_an_odd_id_is_nobody(id: object) -> None:
    assert person_of({"message": {"from": {"id": id}}}) is None


def test_text_is_plain_and_comes_back() -> None:
    odd = {"text": "a\ud83cb" + "🏋" * 4000, "huge": 10**80, "none": None}
    assert text_of(odd).isascii()
    assert json.loads(text_of(odd)) == odd
