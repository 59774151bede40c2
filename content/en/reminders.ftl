# The wordings of reminders stand in reminders.yaml; these are their buttons and the answers to them.
reminders-start = Start
reminders-start-now = Start now
reminders-later = In 1 hour
reminders-tomorrow = Tomorrow
reminders-another-day = Another day…
reminders-not-today = Not today
# $chosen: they asked for one a week themselves.
reminders-weekly =
    { $chosen ->
        [yes] That's your one reminder this week, as you asked. One tap brings your usual days back.
       *[no] For now I write only once a week: my last reminders may have come at busy moments. Any answer brings your usual days back.
    }
reminders-usual = Usual days again
reminders-usual-again = Your usual days are back, and so are my messages.
reminders-pause-asked =
    <b>Shall I pause your reminders?</b>
    It's fine if now isn't the time. From here on I stay quiet until you write, and any word or tap brings your reminders back. Your plan and everything you logged stay.
reminders-pause = Pause until I say
reminders-once-a-week = Once a week
reminders-snoozed = I'll remind you at <b>{ $time }</b>.
reminders-not-snoozed =
    { $twice ->
        [yes] I've come back twice, so now I leave it with you. Start any time today, or tap what suits you better.
       *[no] I don't come back after 21:00. Start any time you like, or tap what suits you better.
    }
reminders-which-day = Which day suits you? I keep a day between your strength workouts, so others may move along.
reminders-day-choice =
    { $others ->
        [0] { $day }
        [one] { $day }, 1 other moves along
       *[other] { $day }, { $others } others move along
    }
reminders-day-refused = <b>{ $day }</b> doesn't fit this time. The days below do.
reminders-back-to-today = Back to today
reminders-moved-back = Today it is, then. Everything is back where it was.
reminders-moved = Moved to <b>{ $day }</b>.
reminders-why-shifted =
    { $count ->
        [one] So that a day stays between, this one moves too:
       *[other] So that a day stays between, these move too:
    }
reminders-shifted = { $origin } → { $to }
reminders-let-go =
    { $free ->
        [yes] Fine, today is off. One a week is free: your week can still be on plan. Your next strength day is <b>{ $day }</b>.
       *[no] Fine, today is off. Your next strength day is <b>{ $day }</b>, and that's soon enough.
    }
reminders-nothing-planned = There's nothing to move here. Your next strength day is <b>{ $day }</b>.
