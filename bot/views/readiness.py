"""The readiness check: the list, what to spare, and what it means when training waits."""

from bot.coach.onboarding_results import AreasAsked, DoctorConfirmAsked, Held, ReadinessAsked, TopicsAsked
from bot.domain.library import Hold
from bot.views.buttons import (
    AreasDone,
    AreasToggle,
    ClinicianAgreed,
    Edit,
    Misread,
    Readiness,
    TopicsDone,
    TopicsToggle,
    mask_of,
)
from bot.views.dates import dated_words, listed
from bot.views.home import cancel_hint
from bot.views.look import Look, show
from bot.views.pages import lines, page
from bot.views.reply import Button, Reply


@show.register
def readiness(result: ReadinessAsked, look: Look) -> Reply:
    """Show the list to read, and three statements to choose from."""
    say = look.words.say
    topics = lines(*(f"{at}. {line}" for at, line in enumerate(look.words.topic_lines, 1)))
    text = page(
        say("onboarding-readiness", why=str(result.recheck or ("again" if result.again else "first"))),
        topics,
        say("onboarding-readiness-kept"),
    )
    rows = (
        (Button(say("onboarding-readiness-none"), Readiness(answer="none")),),
        (Button(say("onboarding-readiness-joint"), Readiness(answer="joint")),),
        (Button(say("onboarding-readiness-others"), Readiness(answer="others")),),
    )
    return Reply(text, rows)


@show.register
def areas(result: AreasAsked, look: Look) -> Reply:
    """Show the areas to spare; the choice travels in the buttons. An answer to the check needs one at least."""
    say, order = look.words.say, look.library.areas
    toggles = [
        Button(
            ticked(look.words.areas.get(area, area), chosen=area in result.chosen),
            AreasToggle(chosen=mask_of(result.chosen ^ {area}, order)),
        )
        for area in order
    ]
    pairs = tuple(tuple(toggles[at : at + 2]) for at in range(0, len(toggles), 2))
    done = Button(say("onboarding-continue"), AreasDone(chosen=mask_of(result.chosen, order)))
    missing = say("onboarding-areas-missing") if result.needed and not result.chosen else ""
    text = page(say("onboarding-areas"), missing, cancel_hint(look))
    return Reply(text, (*pairs, *(() if missing else ((done,),)), *(((_back(look),),) if result.needed else ())))


@show.register
def topics(result: TopicsAsked, look: Look) -> Reply:
    """Show the topics; the choice travels in the buttons, and is never kept."""
    say, order = look.words.say, tuple(look.library.topics)
    toggles = tuple(
        (
            Button(
                ticked(look.words.topics.get(topic, topic), chosen=topic in result.chosen),
                TopicsToggle(chosen=mask_of(result.chosen ^ {topic}, order)),
            ),
        )
        for topic in order
    )
    done = Button(say("onboarding-continue"), TopicsDone(chosen=mask_of(result.chosen, order), sure="0"))
    return Reply(say("onboarding-topics"), (*toggles, *(((done,),) if result.chosen else ()), (_back(look),)))


@show.register
def doctor_confirm(result: DoctorConfirmAsked, look: Look) -> Reply:
    """Ask whether a choice is right that only a doctor can clear."""
    say, order = look.words.say, tuple(look.library.topics)
    names = [look.words.topics.get(topic, topic) for topic in order if topic in result.chosen]
    mask = mask_of(result.chosen, order)
    text = say("onboarding-doctor-confirm", topics=listed(names, look.words.language))
    yes = Button(say("onboarding-doctor-yes"), TopicsDone(chosen=mask, sure="1"))
    back = Button(say("onboarding-doctor-back"), TopicsToggle(chosen=mask))
    return Reply(text, ((yes,), (back,)))


@show.register
def held(result: Held, look: Look) -> Reply:
    """Say that training waits, and for whom; a doctor's hold has no button that lifts it."""
    say = look.words.say
    if result.hold is Hold.DOCTOR:
        return Reply(say("onboarding-held-doctor", day=dated_words(result.recheck_on, look.words.language)))
    agreed = Button(say("onboarding-clinician-agreed"), ClinicianAgreed())
    if result.hold is Hold.ALARM:
        return Reply(say("onboarding-held-alarm"), ((agreed,), (Button(say("onboarding-misread"), Misread()),)))
    return Reply(say("onboarding-held-clinician", mode=str(result.mode or "none")), ((agreed,),))


def _back(look: Look) -> Button:
    return Button(look.words.say("onboarding-back-to-list"), Edit(what="readiness"))


def ticked(label: str, *, chosen: bool) -> str:
    """Mark what is chosen."""
    return f"✓ {label}" if chosen else label
