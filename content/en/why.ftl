# /why: what became of yesterday's and today's messages. $kind, $why and $state are keys, not words.
why-title = <b>Why a message came, or didn't</b>
why-place = All times are { $place } time.
why-yesterday = <b>Yesterday</b>
why-today = <b>Today</b>
why-next = <b>Next</b>
why-line = { $what }, { $time }: { $how }
why-what =
    { $kind ->
        [workout] Reminder
        [rest] Rest-day message
        [weekly] Weekly reminder
        [pause_asked] Asking whether to pause
        [morning] How your pain is
       *[snooze] Reminder again
    }
why-sent = sent.
why-sent-late = sent late, at { $at }.
why-sent-late-outage = sent late, at { $at }. I was down from { $since } to { $until }.
why-under-way = on its way.
why-due = it's still to come.
why-uncertain = the line broke while I sent it, so I can't know whether it arrived. I didn't want to write twice.
why-missed = I couldn't send it in time, and later it would only have disturbed you. My fault, not yours.
why-missed-outage = I was down from { $since } to { $until }, and then it was too late to disturb you. My fault, not yours.
why-not-needed =
    { $why ->
        [trained] not sent, you had trained already.
        [training] not sent, you were in the middle of a workout.
        [paused] not sent, you had asked for a pause.
        [blocked] not sent, you had blocked me.
        [held] not sent, your training waits for your health check.
        [rest_off] not sent, rest-day messages are off.
        [moved] not sent, you had moved the workout to the next day.
        [let_go] not sent, you had taken the day off.
        [no_plan] not sent, your plan wasn't finished.
        [no_pain] not sent, the pain was taken back.
        [refused] Telegram didn't take it.
        [weekly] not sent, reminders come once a week for now.
        [silent] not sent, I stay quiet until you write.
        [heard] not sent, you had written just before.
       *[other] it wasn't needed.
    }
why-nothing =
    { $why ->
        [not_yet] Nothing so far.
        [no_plan] You hadn't started yet.
        [paused] Nothing was sent: you had asked for a pause.
        [blocked] Nothing was sent: you had blocked me.
        [held] Nothing was sent: your training waited for your health check.
        [silent] Nothing was sent: I had asked whether to pause, and stayed quiet until you wrote.
       *[passed] Nothing was due: { $time } had passed when it was set.
    }
why-comes = { $what }, { $day } at { $time }
why-none =
    { $why ->
        [paused] Nothing until you say /resume. You asked for a pause.
        [held] Nothing for now: your training waits for your health check. /start goes on with it.
        [blocked] Nothing while you block me.
        [silent] Nothing until you write. Any word or tap brings your reminders back.
       *[no_plan] Nothing until your plan is set. /start goes on with it.
    }
