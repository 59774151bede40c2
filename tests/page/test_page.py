"""The page as people use it: with a thumb, with a keyboard, with a bot that dies."""

import asyncio
import contextlib
import re

import pytest
from playwright.async_api import Locator, Page, TimeoutError, expect

from bot.sandbox.puppet import Puppet

from .conftest import HERE, Demo, phone, press, say, sign_up

pytestmark = pytest.mark.asyncio(loop_scope="session")  # they share a browser


async def test_somebody_signs_up_and_trains_by_taps_alone(page: Page) -> None:
    await sign_up(page)
    await press(page, "Start today's routine", "Start")
    card = phone(page)
    done = card.locator("strong", has_text="Workout done")
    button = card.locator(".buttons button:not([aria-busy])")
    for _ in range(60):
        await expect(button.or_(done).first).to_be_visible()  # the last answer comes after the last buttons went
        if await done.count():
            break
        with contextlib.suppress(TimeoutError):  # the answer to the tap before may take the button from under the thumb
            await button.first.click(timeout=1_000)
        await expect(card.locator("[aria-busy]")).to_have_count(0)
    await expect(done).to_be_visible()
    keys = card.get_by_role("group", name="Reply keyboard")
    await expect(keys).to_be_attached()
    await expect(keys.get_by_role("button")).to_have_count(0)


async def test_a_reminder_comes_when_the_clock_is_moved_to_it(page: Page) -> None:
    await sign_up(page)
    clock = page.get_by_role("region", name="The clock of this world")
    await expect(clock).to_contain_text("Mon 23 Nov, 17:4")
    await expect(clock).to_contain_text("in Berlin")
    await clock.get_by_role("button", name="Next reminder").click()
    await expect(clock).to_contain_text("Mon 23 Nov, 18:00")
    await expect(phone(page).get_by_role("button", name="In 1 hour")).to_be_visible()
    await clock.get_by_role("button", name="+1 h").click()
    await expect(clock).to_contain_text("Mon 23 Nov, 19:00")
    await clock.get_by_role("button", name="Tomorrow 07:00").click()
    await expect(clock).to_contain_text("Tue 24 Nov, 07:00")
    await expect(phone(page)).to_contain_text("07:00 · Tue 24 Nov · Berlin")


async def test_a_week_plays_in_seconds_and_brings_what_a_week_without_an_answer_brings(page: Page) -> None:
    await sign_up(page)
    await page.get_by_role("button", name="Play a week").click()
    await expect(page.get_by_role("button", name="Play a week")).to_be_visible(timeout=30_000)
    await expect(page.get_by_role("region", name="The clock of this world")).to_contain_text("Mon 30 Nov")
    days = await phone(page).locator(".day").all_inner_texts()
    assert days == [f"{day} Nov" for day in ("Mon 23", "Tue 24", "Wed 25", "Fri 27")]  # from then on one a week


async def test_a_week_that_plays_can_be_stopped(page: Page) -> None:
    await sign_up(page)
    await page.get_by_role("button", name="Play a week").click()
    await expect(phone(page).locator(".day").nth(1)).to_be_visible(timeout=60_000)
    await page.get_by_role("button", name="Stop", exact=True).click()
    await expect(page.get_by_role("button", name="Play a week")).to_have_attribute("aria-pressed", "false")
    await expect(page.get_by_role("region", name="The clock of this world")).not_to_contain_text("Mon 30 Nov")


async def test_the_keyboard_alone_is_enough(page: Page) -> None:
    """Nothing but keys; the focus goes on to what comes next, so that Enter answers question after question."""

    def shown(name: str) -> Locator:
        return phone(page).get_by_role("button", name=name, exact=True)

    await tab_to(page, shown("Start"))
    await page.keyboard.press("Enter")
    await expect(shown("I am 18 or older")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(shown("I read the list, none applies to me")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(phone(page)).to_contain_text("Where do you live?")
    await tab_to(page, phone(page).get_by_role("textbox"))
    await page.keyboard.type("Berlin\n")
    await expect(shown("Mon Wed Fri")).to_be_visible()
    await tab_to(page, shown("Mon Wed Fri"), back=True)
    await page.keyboard.press("Space")
    await expect(shown("18:00")).to_be_focused()
    await page.keyboard.press("Space")
    await expect(shown("Start today's routine")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(shown("Start")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(shown("✓ Done: 8 each side")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(shown("✓ Done: 5 each way, each side")).to_be_focused()
    await tab_to(page, shown("Commands"))
    await page.keyboard.press("Enter")
    await expect(phone(page).locator(".menu button").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(shown("Commands")).to_be_focused()
    await tab_to(page, page.get_by_role("button", name="+1 h"), back=True)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="The clock of this world")).to_contain_text("18:4")


async def tab_to(page: Page, there: Locator, *, back: bool = False) -> None:
    """Press Tab until it has the focus."""
    for _ in range(80):
        if await there.evaluate("it => it === document.activeElement"):
            return
        await page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError("it is not reached by Tab")


async def test_a_bot_that_dies_in_the_middle_comes_back_to_the_same_set(page: Page) -> None:
    await sign_up(page)
    await press(page, "Start today's routine", "Start")
    await expect(phone(page)).to_contain_text("1 of 11")
    await page.get_by_role("button", name="Kill the bot").click()
    back = page.get_by_role("button", name="Start it again, 10 minutes later")
    await expect(back).to_be_visible()
    await say(page, "done")
    glass = page.get_by_role("complementary", name="Behind the glass")
    await expect(glass).to_contain_text("1 waits for it at Telegram")
    await expect(phone(page)).not_to_contain_text("2 of 11")
    await back.click()
    await expect(phone(page)).to_contain_text("2 of 11")
    await expect(page.get_by_role("button", name="Kill the bot")).to_be_visible()


async def test_trouble_on_the_line_loses_nothing(page: Page) -> None:
    await sign_up(page)
    await press(page, "Start today's routine", "Start")
    glass = page.get_by_role("complementary", name="Behind the glass")
    await glass.get_by_label("Too many requests").check()
    await say(page, "done")
    await expect(glass.locator(".call.refused").first).to_contain_text("Too Many Requests")
    await glass.get_by_label("None").check()
    await expect(phone(page)).to_contain_text("2 of 11")


async def test_trouble_that_was_switched_on_is_still_shown_after_a_reload(page: Page) -> None:
    await page.get_by_label("Server errors").check()
    await expect(page.get_by_text("Telegram fails before it does anything")).to_be_visible()
    await page.reload()
    await expect(page.get_by_label("Server errors")).to_be_checked()
    await page.get_by_label("None").check()
    await press(page, "Start")
    await expect(phone(page).get_by_role("button", name="I am 18 or older")).to_be_visible()


async def test_a_page_that_loses_the_demo_for_a_moment_finds_it_again(chat: Page, hand: Puppet) -> None:
    await expect(phone(chat).get_by_role("button", name="I am 18 or older")).to_be_visible()
    await chat.route("**/*", lambda route: route.abort())
    await hand("sendMessage", chat_id=5_000_001, text="Meanwhile")  # ends the question that is held
    await expect(chat.get_by_role("alert")).to_contain_text("The demo does not answer.")
    await chat.unroute("**/*")
    await expect(phone(chat).locator(".message").last).to_contain_text("Meanwhile")


async def test_only_other_words_are_marked_as_edited_also_after_a_reload(page: Page) -> None:
    await press(page, "Start", "I am 18 or older")
    await expect(phone(page).locator(".message").last).to_contain_text("edited")
    await press(page, "I read the list, none applies to me")
    await say(page, "Berlin")  # the question above loses its buttons, and was edited before
    await expect(phone(page).get_by_role("button", name="Mon Wed Fri")).to_be_visible()
    await say(page, "Mon, Wed, Fri")  # so does this one, which was not
    await expect(phone(page).get_by_role("button", name="18:00")).to_be_visible()
    days = phone(page).locator(".message", has_text="Which days suit you?")
    for _ in range(2):
        await expect(days).not_to_contain_text("edited")
        await expect(days.get_by_role("button")).to_have_count(0)
        await page.reload()
        await expect(days).to_be_visible()


async def test_a_call_against_telegrams_rules_is_shown(page: Page, puppet: Puppet) -> None:
    await press(page, "Start")
    glass = page.get_by_role("complementary", name="Behind the glass")
    await expect(glass).to_contain_text("none against Telegram's rules")
    await puppet.answer("sendMessage", json={"chat_id": 5_000_001, "text": "<b>never closed", "parse_mode": "HTML"})
    await expect(glass).to_contain_text("1 against Telegram's rules")
    call = glass.locator(".call.wrong")
    await expect(call).to_contain_text("breaks a rule: Bad Request: can't parse entities")
    await call.locator("summary").click()
    await expect(call).to_contain_text("<b>never closed")
    for _ in range(2):  # calls are asked for again and again; each counts once
        before = await glass.locator(".call").count()
        await puppet("getMe")
        await expect(glass.locator(".call")).to_have_count(before + 1)
    await expect(glass).to_contain_text(", 1 against Telegram's rules")
    await expect(call).to_have_attribute("open", "")


async def test_typing_is_shown_until_the_message_comes(chat: Page, hand: Puppet) -> None:
    status = phone(chat).locator(".status")
    await expect(status).to_have_text("bot")
    await hand("sendChatAction", chat_id=5_000_001, action="typing")
    await expect(status).to_have_text("typing…")
    await hand("sendMessage", chat_id=5_000_001, text="There")
    await expect(status).to_have_text("bot")


async def test_people_of_one_world_share_its_clock_and_the_page_says_so(page: Page) -> None:
    await page.get_by_role("button", name="New person").click()
    await expect(page.get_by_text("Everybody in this world shares this clock.")).to_be_visible()
    await sign_up(page, "Ben")
    await page.get_by_role("button", name="Next reminder").click()
    await expect(phone(page, "Ben").get_by_role("button", name="In 1 hour")).to_be_visible()
    await expect(phone(page, "Ann").get_by_role("button", name="Start", exact=True)).to_be_visible()


async def test_a_story_opens_in_a_world_of_its_own(page: Page) -> None:
    await page.get_by_role("button", name="Another start").click()
    await page.get_by_role("button", name="Day one").click()
    await expect(page.get_by_role("button", name="Day one", exact=True)).to_have_attribute("aria-current", "true")
    await expect(phone(page)).to_be_visible()
    await press(page, "Start")
    await page.get_by_role("button", name="A Monday", exact=True).click()
    await expect(phone(page).get_by_role("button", name="Start", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Close Day one").click()
    await expect(page.get_by_role("button", name="Day one", exact=True)).to_have_count(0)


async def test_an_animation_plays_and_an_edited_caption_does_not_begin_it_again(chat: Page, hand: Puppet) -> None:
    ann = 5_000_001
    sent = await hand.upload(
        "sendAnimation", "animation", "dot.mp4", read("dot.mp4"), chat_id=str(ann), caption="A dot"
    )
    film = phone(chat).get_by_label("A dot", exact=True)
    await chat.wait_for_function("film => film.currentTime > 0.3 && !film.paused", arg=await film.element_handle())
    await film.evaluate("film => { film.dataset.same = 'yes'; }")
    await hand("editMessageCaption", chat_id=ann, message_id=sent["message_id"], caption="A dot that moves")
    await expect(phone(chat)).to_contain_text("A dot that moves")
    assert await phone(chat).locator("video").get_attribute("data-same") == "yes"
    assert not await phone(chat).locator("video").evaluate("film => film.paused")
    await phone(chat).get_by_role("button", name="Play or pause").click()
    assert await phone(chat).locator("video").evaluate("film => film.paused")
    await hand("editMessageCaption", chat_id=ann, message_id=sent["message_id"], caption="A dot that rests")
    await expect(phone(chat)).to_contain_text("A dot that rests")
    assert await phone(chat).locator("video").evaluate("film => film.paused")


async def test_photos_open_and_documents_are_saved(chat: Page, hand: Puppet) -> None:
    ann = 5_000_001
    await hand.upload("sendPhoto", "photo", "dot.png", read("dot.png"), chat_id=str(ann), caption="Your hips")
    await phone(chat).get_by_role("button", name="Open: Your hips").click()
    await expect(chat.get_by_role("dialog").get_by_role("img", name="Your hips")).to_be_visible()
    await chat.keyboard.press("Escape")
    await expect(chat.get_by_role("dialog")).to_have_count(0)
    await hand.upload("sendDocument", "document", "dot.mp4", read("dot.mp4"), chat_id=str(ann))
    async with chat.expect_download() as download:
        await phone(chat).get_by_role("link", name=re.compile("dot.mp4")).click()
    assert (await download.value).suggested_filename == "dot.mp4"


async def test_toasts_go_by_alerts_wait_and_what_is_deleted_is_gone(page: Page, puppet: Puppet) -> None:
    await press(page, "Start")
    ann = 5_000_001
    await page.get_by_role("button", name="Kill the bot").click()  # it would answer first
    await expect(page.get_by_role("button", name="Start it again")).to_be_enabled()
    buttons = {"inline_keyboard": [[{"text": "Ask", "callback_data": "?"}]]}
    sent = await puppet("sendMessage", chat_id=ann, text="A question", reply_markup=buttons)
    for alert in (False, True):
        await press(page, "Ask")
        query = await asked(puppet)
        await puppet("answerCallbackQuery", callback_query_id=query, text="Noted", show_alert=alert)
        shown = page.get_by_role("dialog") if alert else phone(page).get_by_role("status")
        await expect(shown.get_by_text("Noted") if alert else shown).to_contain_text("Noted")
    await page.get_by_role("dialog").get_by_role("button", name="Close").click()
    await puppet("deleteMessage", chat_id=ann, message_id=sent["message_id"])
    await expect(phone(page)).not_to_contain_text("A question")


async def test_words_are_formatted_and_never_markup(page: Page, puppet: Puppet) -> None:
    await press(page, "Start")
    text = "<b>bold <i>both</i></b> 😀 <code>1 &lt; 2</code> <a href='https://example.org/'>there</a> &lt;img src=x&gt; /help"
    await puppet("sendMessage", chat_id=5_000_001, text=text, parse_mode="HTML")
    shown = phone(page).locator(".message", has_text="both").locator(".text")
    await expect(shown.locator("strong em")).to_have_text("both")
    await expect(shown.locator("code")).to_have_text("1 < 2")
    await expect(shown.get_by_role("link", name="there")).to_have_attribute("href", "https://example.org/")
    await expect(shown).to_contain_text("<img src=x>")
    await shown.get_by_role("button", name="/help").click()
    await expect(phone(page).locator(".mine").last).to_contain_text("/help")


async def test_who_reads_further_up_is_left_there(chat: Page, hand: Puppet) -> None:
    for number in range(12):
        await hand("sendMessage", chat_id=5_000_001, text=f"Line no. {number}.\n\n\nIt goes on.")
    scroller = phone(chat).locator(".scroller")
    await expect(phone(chat).get_by_text("Line no. 11.").first).to_be_in_viewport()
    await scroller.evaluate("it => it.scrollTo(0, -400)")
    before = await phone(chat).get_by_text("Line no. 7.").first.bounding_box()
    await hand("sendMessage", chat_id=5_000_001, text="Something new")
    newer = phone(chat).get_by_role("button", name="↓ 1 new", exact=True)
    await expect(newer).to_be_visible()
    after = await phone(chat).get_by_text("Line no. 7.").first.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 1
    await newer.click()
    await expect(phone(chat).get_by_text("Something new").first).to_be_in_viewport()


async def test_a_location_is_a_city_of_choice(page: Page) -> None:
    await press(page, "Start", "I am 18 or older", "I read the list, none applies to me", "Share my location")
    await phone(page).get_by_role("group", name="Reply keyboard").get_by_role("button").first.click()
    await page.get_by_role("button", name="Kathmandu").click()
    await expect(phone(page)).to_contain_text("Kathmandu")
    await expect(page.get_by_role("region", name="The clock of this world")).to_contain_text("in Kathmandu")


async def test_commands_are_in_the_menu(page: Page) -> None:
    await sign_up(page)
    await press(page, "Commands")
    await phone(page).get_by_role("button", name="/progress").click()
    await expect(phone(page).locator(".mine").last).to_contain_text("/progress")


def read(name: str) -> bytes:
    return (HERE / name).read_bytes()


async def asked(puppet: Puppet) -> str:
    """Wait for a press, and return its id."""
    async with asyncio.timeout(10):
        while True:
            root = puppet.url.rpartition("/bot")[0]
            async with puppet.session.get(f"{root}/sandbox/updates") as response:
                presses = [
                    update["callback_query"]["id"] for update in await response.json() if "callback_query" in update
                ]
            async with puppet.session.get(f"{root}/sandbox/chats/5000001/answers") as response:
                answered = {each["callback_id"] for each in await response.json()}
            if left := [each for each in presses if each not in answered]:
                return str(left[-1])
            await asyncio.sleep(0)


async def test_the_page_needs_no_other_server(page: Page, demo: Demo) -> None:
    """Everything comes from this address, so it works offline."""
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    await page.reload()
    await expect(phone(page)).to_be_visible()
    assert asked_for
    assert [url for url in asked_for if not url.startswith((demo.url, "data:"))] == []
