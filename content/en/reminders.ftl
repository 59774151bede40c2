# The wordings of reminders stand in reminders.yaml; these are their buttons and the answers to them.
reminders-start = Start
reminders-start-now = Start now
reminders-later = In 1 hour
reminders-tomorrow = Tomorrow
reminders-not-today = Not today
reminders-snoozed = I'll remind you at <b>{ $time }</b>.
reminders-not-snoozed =
    { $twice ->
        [yes] I've come back twice, so now I leave it with you. Start any time today, or tap what suits you better.
       *[no] I don't come back after 21:00. Start any time you like, or tap what suits you better.
    }
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
