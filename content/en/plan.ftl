# $level, $on and $kind are keys, not words.
plan-fresh = <b>Your plan is set.</b> Good start!
plan-title = <b>Your plan</b>
plan-restarted = Welcome back! We start at the beginning of each move again, so it comes back gently. What you logged stays.
# Travelling east may leave no time for a day, as from New York to Auckland.
plan-passed = It's already <b>{ $today }</b> there, so { $passed } passed on the way, and its strength with it. Nothing is lost: your next strength day is soon enough, or train today if you'd like to.
plan-strength = Strength: <b>{ $days }</b>
plan-mobility = Mobility: { $days }
plan-time = At <b>{ $time }</b>, { $place } time
plan-is-paused = Paused until you say /resume
plan-is-ill = Paused until you're well
plan-is-weekly = One reminder a week, nothing on rest days
plan-is-paused-until = Paused until { $day }
plan-rest-messages =
    { $on ->
        [yes] A short message on rest days: on
       *[no] A short message on rest days: off
    }
plan-level-choice =
    { $level ->
        [beginner] Beginner, or back after a break
        [intermediate] Intermediate, training most weeks
       *[advanced] Advanced, strong and steady
    }
plan-level-and-length =
    { $level ->
        [beginner] Level: beginner, { $minutes } minutes
        [intermediate] Level: intermediate, { $minutes } minutes
       *[advanced] Level: advanced, { $minutes } minutes
    }
plan-gear = You have: { $things }
plan-no-gear = No equipment needed
plan-spared = Goes easy on: { $areas }
plan-pigeon-on = The floor versions of the pigeon stretch may come up.
plan-first-day = Your first strength day is <b>{ $day }</b>.

# Buttons
plan-start-today = Start today's routine
plan-see-today = See today
plan-change = Change something else
plan-back = Back to the plan
plan-edit-days = Days
plan-edit-time = Time
plan-edit-place = Place
plan-edit-areas = Areas to spare
plan-edit-readiness = Health changed
plan-choose-level = Level
plan-choose-gear = Equipment
plan-choose-length = Length
plan-pigeon-switch =
    { $on ->
        [yes] Pigeon on the floor: on
       *[no] Pigeon on the floor: off
    }
plan-rest-switch =
    { $on ->
        [yes] Rest-day messages: on
       *[no] Rest-day messages: off
    }
plan-pictures-switch =
    { $on ->
        [yes] Pictures: on
       *[no] Pictures: off
    }
plan-words-only = Moves in words only, without pictures
plan-pictures =
    { $on ->
        [yes] Pictures are on: from the next card on, a short clip shows the move. <b>no pictures</b> takes them away.
       *[no] Words only, from the next card on. <b>pictures</b> brings the clips back.
    }

# The small choices
plan-level-question =
    <b>Which one fits you today?</b>
    When you change it, each move starts over at that level's first step.
plan-gear-question =
    <b>What do you have at home?</b>
    Tap what you own. Nothing is fine too: a wall, a chair and a cushion are enough.
plan-length-question = <b>How long may a routine take?</b> Warm-up and cool-down are part of it.
plan-minutes = { $minutes } minutes
plan-choice-back = Save and go back
plan-after-workout = A workout is open, and what you write belongs to it. Change this after it, or stop it first.
plan-workout-stays = The open workout stays as it is; changes count from the next one.
plan-cancel-hint = /cancel leaves everything as it is.

# Reminders, pausing and resuming
plan-reminders-title = <b>Your reminders</b>
plan-reminders-how = One message a day at most. <code>/remind 17:30</code> sets another time.
plan-pause = <b>Time off?</b> For how long should I be quiet? Your plan and everything you logged stay.
plan-pause-ill =
    Sorry to hear that. Rest is part of training, and with a fever or a fresh cold, training waits.
    Shall I be quiet until you're well? Your plan and everything you logged stay.
plan-ill-button = I'm ill
plan-quiet-until-well = Yes, until I'm well
plan-paused-ill =
    Get well soon. Rest is part of training: with a fever or a fresh cold there's none to do.
    I'll be quiet until you say that you're well. Your plan and everything you logged stay.
plan-well-button = I'm well again
plan-well =
    <b>Good to hear from you. What was it?</b>
    It decides how you begin again, and I don't keep it. After something bigger I ask the readiness check once more, and each move starts anew from its first step.
plan-well-cold = A cold or the like, over now
plan-well-bigger = Bigger: illness, surgery, pregnancy
plan-well-not-yet = I'm not well yet
plan-pause-button =
    { $days ->
        [7] Pause for 1 week
        [14] Pause for 2 weeks
        [0] Until I say
       *[other] Pause for { $days } days
    }
plan-paused-until = I'll be quiet until <b>{ $day }</b>. Your workouts are still here whenever you want one.
plan-paused = I'll be quiet until you say /resume. Your workouts are still here whenever you want one.
plan-resume-button = Remind me again
plan-resumed = Reminders are on again. Your next strength day is <b>{ $day }</b>.
plan-rhythm =
    { $to ->
        [weekly] Fine, <b>one reminder a week</b>, on a strength day, and nothing on rest days. You can train on any day you like.
       *[usual] Your usual days are back: <b>{ $days }</b> at <b>{ $time }</b>.
    }
plan-rhythm-switch =
    { $to ->
        [weekly] Only once a week
       *[usual] On every training day
    }
plan-not-paused = Reminders are on. Your next strength day is <b>{ $day }</b>.
