# $how, $why, $mode, $phase, $effort, $step and $pending are keys, not words.
# One set's amount; it stands in texts and on buttons.
workout-amount =
    { $how ->
        [reps-each] { $amount } each side
        [reps-together] { $amount ->
            [one] 1 rep
           *[other] { $amount } reps
        }
        [reps-ways-each] { $amount } each way, each side
        [reps-ways-together] { $amount } each way
        [hold-each] { $amount } s each side
        [hold-ways-each] { $amount } s each way, each side
        [hold-ways-together] { $amount } s each way
       *[hold-together] { $amount } s
    }
# One set whose sides did not do the same
workout-amount-apart =
    { $how ->
        [reps] { $left } left, { $right } right
        [reps-ways] { $left } left, { $right } right, each way
        [hold-ways] { $left } s left, { $right } s right, each way
       *[hold] { $left } s left, { $right } s right
    }
workout-amount-on-areas = { $amount }: { $areas }
workout-amount-on-count = { $amount }, { $count } areas
workout-sets-of = { $sets } × { $amount }
workout-count =
    { $mode ->
        [hold] { $count } s
       *[reps] { $count ->
            [one] 1 rep
           *[other] { $count } reps
        }
    }
workout-tempo =
    { $pause ->
        [0] { $lift } s up, { $lower } s down
       *[other] { $lift } s up, { $pause } s hold, { $lower } s down
    }

# The start
workout-started = Here we go. Tap <b>Done</b> after each set, or write what you did, like <b>done 12</b>.
workout-key-done = Done
workout-key-skip = Skip
workout-key-hurts = Hurts
workout-key-stop = Stop

# The card of a set
workout-progress =
    { $phase ->
        [warm_up] { $at } of { $total } · Warm-up
        [cool_down] { $at } of { $total } · Cool-down
       *[strength] { $at } of { $total } · Strength
    }
workout-name = <b>{ $name }</b>
workout-name-and-set = <b>{ $name }</b>, set { $set } of { $sets }
workout-family = <i>Part of: { $family }</i>
workout-target = <b>{ $target }</b>
# Which side goes first, and what both did when they were told apart
workout-lead =
    { $times ->
        [one] { $side ->
            [left] Left side first: it did { $left } in all, the right one { $right }, last time you told me both.
           *[right] Right side first: it did { $right } in all, the left one { $left }, last time you told me both.
        }
       *[other] { $side ->
            [left] Left side first: it did { $left } in all, the right one { $right }, the last { $times } times you told me both.
           *[right] Right side first: it did { $right } in all, the left one { $left }, the last { $times } times you told me both.
        }
    }
workout-watch-for = <b>Watch for:</b>
workout-breathing = <b>Breathing:</b>
workout-done = ✓ Done: { $amount }
workout-keep = Keep it as it was
workout-anyway = Noted: you train although waiting was advised. Leave a few good reps in each set.
workout-easier = Easier today
workout-harder = Harder today
workout-swap = Another move
workout-swapped-today = <i>Another move today, your choice.</i>
workout-skip = Skip
workout-hurts = Something hurts
workout-more = More
workout-less = Less
workout-undo = Undo
workout-stop = Stop
workout-all-done = That was the last move.
workout-finish = Finish

# Everything about the exercise
workout-page-start = <b>How it goes</b>
workout-page-sides =
    { $mode ->
        [hold] When your sides differ, write both, like <b>L30 R25</b>.
       *[reps] When your sides differ, write both, like <b>L12 R10</b>.
    }
workout-page-cues = <b>Cues</b>
workout-page-mistakes = <b>Easy to get wrong</b>
workout-page-breathing = <b>Breathing</b>
workout-page-when-to-change = <b>When to change or leave it out</b>
workout-page-why = <b>Why this target</b>
workout-page-muscles = <b>Muscles</b>
workout-page-muscles-most = Most: { $muscles }
workout-page-muscles-also = Also: { $muscles }
workout-page-ladder = <b>Steps</b>
workout-page-step = This is step { $step } of { $steps }.
workout-page-easier = Easier: { $name }
workout-page-harder = Harder: { $name }
workout-page-claims = <b>Good to know</b>

# What just happened
workout-set-logged = ✓ { $amount } logged.
workout-rest = Rest about { $seconds } s.
workout-effort-logged =
    { $effort ->
        [easy] ✓ Easy, noted.
        [ok] ✓ OK, noted.
        [hard] ✓ Hard, noted.
       *[max] ✓ Max, noted.
    }
workout-kept = As it was: { $dose }. It stays so for two sessions more.
workout-changed =
    { $how ->
        [easier] Easier from here on, a good choice: <b>{ $name }</b>, { $dose }.
        [harder] A step harder from here on: <b>{ $name }</b>, { $dose }. If it's too much, write <b>easier</b>.
       *[swap] Here it is instead: <b>{ $name }</b>, { $dose }.
    }
workout-change-refused =
    { $why ->
        [easiest] This is the easiest version there is. Fewer is fine: do what goes well and write how many. Or tap <b>Skip</b>.
        [hardest] There is no harder version for you right now. A few more than asked is fine: write how many you did.
        [hurts] This move hurt today, so it doesn't get harder now.
        [hurt_last_time] This move hurt last time, so today it stays at this version. If all goes well, more comes next time.
        [light_day] Today asks less on purpose, so it doesn't get harder. Leaving some in reserve is the idea.
        [steady] Your plan stays gentle for now, so it doesn't get harder. Moving well is the goal.
        [one_step] One step up is enough for one day. You can do a few more: write how many.
        [no_other] There is no other move for today. You can make this one easier (write <b>easier</b>), or <b>skip</b> it.
        [rests] That move rests for now: it hurt in three sessions in a row. Choose another, or stay with this one.
        [strength_alone] Only strength moves have another move to take their place. This one you can <b>skip</b>.
       *[unchanged] Nothing new was asked here, so it stays as it is.
    }
workout-already-logged = Already logged.
workout-already-undone = Already undone.
workout-reopened = The workout is open again.
workout-skipped = Left out: { $names }.
workout-skipped-many = Left out { $count } moves. That's fine.
workout-undone-set = Undone: { $name }, { $amount }.
workout-undone-effort = Undone: your answer about { $name }.
workout-undone-pain = Undone: pain { $pain } of 10, { $name }.
workout-undone-skip = Undone: { $name } is back.
workout-undone-keep = Undone: { $name } has its new target again.
workout-undone-change = Undone: back to { $name }, { $dose }.
workout-undone-skips = Undone: { $count } moves are back.
workout-pain-none = Good, nothing hurts.
workout-pain-green = Noted: { $pain } of 10. Up to 2 is fine to go on with.
workout-pain-amber-step = Noted: { $pain } of 10. Easier from here on: <b>{ $name }</b>, { $dose }. If it gets worse, tell me again.
workout-pain-amber-range = Noted: { $pain } of 10. A smaller range from here on. If it gets worse, tell me again.
workout-pain-amber-again = Noted: { $pain } of 10. Make it smaller still, or skip it today: that's fine too.
workout-pain-amber-later = Noted: { $pain } of 10. { $name } starts easier next time.
workout-area = Noted: { $area }.
workout-area-elsewhere = Noted.
workout-area-swap = You could do <b>{ $name }</b>, { $dose }, in its place today: tap below, or write <b>yes</b>. To leave it out, write <b>skip</b>.
workout-area-range = You could do it in a smaller range today: tap below, or write <b>yes</b>. To leave it out, write <b>skip</b>.
workout-area-leave = If it still hurts, leaving this move out today is a good choice: write <b>skip</b>.
workout-spared = For today: <b>{ $name }</b>, { $dose }. If it still hurts, tell me again.
workout-undone-area = Undone: where { $name } hurts.
workout-undone-spared = Undone: { $name } is back.
workout-pain-red = Noted: { $pain } of 10. <b>{ $name }</b> stops for today. If it stays or comes back, have a physiotherapist or doctor look at it.
workout-pain-enough = Ending here for today would be a good choice: write <b>stop</b>.
workout-too-hard = Fewer is fine: do what goes well and write how many, like <b>done 5</b>. Or make it easier: write <b>easier</b>. If it hurts, tap <b>Something hurts</b>.
workout-too-easy = Good to hear. A few more are fine: write how many, like <b>done 15</b>. Or go a step up: write <b>harder</b>.
workout-unclear =
    { $step ->
        [effort] I didn't get that. Write <b>easy</b>, <b>ok</b>, <b>hard</b> or <b>max</b>, or <b>done</b> for the next set.
        [pain] I didn't get that. Write a number from 0 to 10, <b>no</b> if it's nothing, or <b>stop</b>.
        [where] I didn't get that. Tap where it hurts or write it in a word, or write <b>go on</b> to leave it open.
        [skipping] I didn't get that. Write <b>yes</b> to skip it or <b>no</b> to do it.
        [swapping] I didn't get that. Tap a move or write its name, or write <b>no</b> to stay with this one.
        [stopping] I didn't get that. Write <b>yes</b> to stop or <b>no</b> to go on.
        [paused] I didn't get that. Write <b>stop</b> to end for today or <b>go on</b> if you're fine.
        [stale] I didn't get that. Write <b>go on</b>, or <b>no</b> to end it there.
       *[set] I didn't get that. Write <b>done</b>, <b>done 12</b>, <b>skip</b>, <b>hurts</b>, <b>more</b>, <b>undo</b> or <b>stop</b>.
    }
workout-other-amount =
    { $mode ->
        [hold] That's not a number I can log here: this one is counted in seconds, 1 to { $most }. Write <b>done</b>, or for example <b>20 s</b>.
       *[reps] That's not a number I can log here: this one is counted in reps, 1 to { $most }. Write <b>done</b>, or for example <b>done 12</b>.
    }
workout-one-side =
    { $mode ->
        [hold] I need both sides to log it as one set, like <b>L30 R25</b>. If both did the same, one number will do.
       *[reps] I need both sides to log it as one set, like <b>L12 R10</b>. If both did the same, one number will do.
    }
workout-no-sides =
    { $mode ->
        [hold] This one works both sides at once, so one number will do, like <b>20 s</b>.
       *[reps] This one works both sides at once, so one number will do, like <b>done 12</b>.
    }

# How hard was that?
workout-effort =
    { $mode ->
        [hold] <b>{ $name }: how hard was that?</b> How much longer could you have held it?
       *[reps] <b>{ $name }: how hard was that?</b> How many more good ones could you have done?
    }
workout-effort-answer =
    { $how ->
        [hold-easy] Easy: a lot
        [hold-ok] OK: a while longer
        [hold-hard] Hard: a little
        [hold-max] Max: no more
        [reps-easy] Easy: 5+
        [reps-ok] OK: 3-4 more
        [reps-hard] Hard: 1-2
       *[reps-max] Max: 0
    }
workout-next = Next, { $at } of { $total }: <b>{ $name }</b>, { $dose }.
workout-next-move = Show the next move

# Something hurts
workout-pain =
    <b>How much does it hurt, 0 to 10?</b>
    Pain in a joint, or sharp pain. The warm, tired feeling of a working muscle doesn't count.

    0-2: fine to go on
    3-5: we make it easier
    6-10: this move stops for today

    <b>stop</b> works here too, if you'd rather end the workout.
workout-pain-never-mind = Never mind
workout-where = <b>Where does it hurt?</b> Tap it or write it. Or just go on with what's next.
workout-elsewhere = Somewhere else
workout-spare =
    { $how ->
        [range] A smaller range today
       *[swap] Swap it for today
    }
workout-pending = Your set is kept.

# Skipping, stopping, pausing
workout-skipping = <b>{ $name }</b> is part of the warm-up, and warming up helps you feel and move better. Skip it anyway?
workout-do-it = Do it after all
workout-skip-this = Skip this move
workout-skip-warm-up = Skip the warm-up
workout-swapping = <b>Which move instead of { $name }?</b> It comes with a target of its own. Tap one, or write its name.
workout-swap-never-mind = Stay with this one
workout-stopping = <b>Stop here?</b> Everything so far is saved.
workout-cool-down-first =
    { $minutes ->
        [one] 1-minute cool-down first
       *[other] { $minutes }-minute cool-down first
    }
workout-stop-now = Stop now
workout-go-on = Go on
workout-paused =
    { $pending ->
        [yes] Your workout is paused, and your set is kept.
       *[no] Your workout is paused.
    }
workout-paused-words = Write <b>stop</b> to end it for today, or <b>go on</b> if I misread you.
workout-end-today = End for today
workout-fine-go-on = I'm fine, go on

# A workout of an earlier day, or none
workout-stale =
    <b>Your workout of { $day } is still open</b>, at { $at } of { $total }.
    Go on with it, or end it there?
workout-stale-go-on = Go on with it
workout-stale-afresh = End it there
workout-none-open = No workout is open right now.
workout-old-button = That button belongs to another workout.
workout-old-button-today = That workout has ended. /today shows what's next.
workout-old-button-of = That button belongs to the workout of { $day }.

# The end
workout-finished =
    { $how ->
        [finished] <b>Workout done. Well moved!</b>
        [counted] <b>Stopped here, and that counts.</b>
        [short] <b>Stopped here.</b> A little moving is worth something too.
       *[empty] <b>Workout ended.</b>
    }
workout-alarmed = <b>Stopped here, and everything is saved.</b>
workout-nothing-logged = Nothing logged this time, and that's fine.
workout-done-in-all =
    { $moves ->
        [one] 1 move, { $sets ->
            [one] 1 set.
           *[other] { $sets } sets.
        }
       *[other] { $moves } moves, { $sets ->
            [one] 1 set.
           *[other] { $sets } sets.
        }
    }
workout-took =
    { $minutes ->
        [one] It took 1 minute.
       *[other] It took { $minutes } minutes.
    }
workout-better = <b>Better than last time</b>
workout-better-count = { $name }: { $now }, up from { $before }
workout-better-step = { $exercise }: a new step, { $name } ({ $now })
workout-left-out = Left out today: { $names }. They'll be back.
workout-left-out-many = Left out today: { $count } moves. They'll be back.
workout-hurt = Stopped because it hurt: { $names }. If it stays, have somebody look at it.
workout-sore = Three times in a row it hurt: { $names }. For two weeks something gentler takes its place, or it rests. Then it comes back easier. A physiotherapist is the right person to look at what's behind it.
workout-still-today = Today's routine is still there if you feel like it later: /today.
workout-next-day = Your next strength day is <b>{ $day }</b>.
workout-undo-hint = Something wrong in there? /undo takes back the last entry.
