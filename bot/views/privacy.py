"""What is kept, and its deletion."""

from bot.coach.privacy import Deleted, DeletionAsked, PrivacyShown
from bot.views.buttons import Delete
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.reply import Button, Reply, ReplyKeyboard


@show.register
def privacy(_: PrivacyShown, look: Look) -> Reply:
    """Say it in plain words."""
    return Reply(look.words.say("privacy-page"), ((today_button(look),),))


@show.register
def deletion_asked(_: DeletionAsked, look: Look) -> Reply:
    """Ask once more; keeping everything comes first."""
    say, asked = look.words.say, int(look.now.timestamp() // 60)
    keep = Button(say("privacy-keep"), Delete(answer="no", asked=asked))
    delete = Button(say("privacy-delete"), Delete(answer="yes", asked=asked))
    return Reply(say("privacy-deletion-question"), ((keep,), (delete,)))


@show.register
def deleted(_: Deleted, look: Look) -> Reply:
    """Confirm; a keyboard of an open workout goes too."""
    return Reply(look.words.say("privacy-deleted"), keyboard=ReplyKeyboard())
