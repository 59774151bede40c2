# Why a target is what it is. $effort is a key: easy or ok. "Last time" is this move's last workout.
reason-start = Your starting point, light enough to learn the move.
reason-more-reps =
    { $effort ->
        [easy] { $added } more than your smallest set last time ({ $done }), because it was easy.
       *[ok] { $added } more than your smallest set last time ({ $done }), with some left.
    }
reason-more-seconds =
    { $effort ->
        [easy] { $added } s more than your shortest hold last time ({ $done } s), because it was easy.
       *[ok] { $added } s more than your shortest hold last time ({ $done } s), with some left.
    }
reason-rung-up = A new step: you reached { $amount } twice, with some left.
reason-rung-beyond = A harder version: you reached { $amount } twice, with some left.
reason-pause-up = A longer pause, { $pause } s: you reached { $amount } twice, with some left.
reason-set-up = One set more: you reached { $amount } twice, with some left, and the week has room for it.
reason-top-up = On towards { $top }: you reached { $amount } twice, with some left.
reason-top-once = Same again: reach { $amount } once more like that, and the next step comes.
reason-top-stays = You're at { $amount }, the top of what suits you now. Slower and smoother is the way to go.
reason-full-range =
    { $effort ->
        [easy] Back to the full range: the smaller one was easy.
       *[ok] Back to the full range: the smaller one went well.
    }
reason-stays-sets =
    { $done ->
        [one] Same as last time, when 1 of { $asked } sets was done.
       *[other] Same as last time, when { $done } of { $asked } sets were done.
    }
reason-stays-below = Same as last time: first every set reaches { $low }.
reason-stays-unknown = Same as last time: I don't know yet how hard it was. One tap after the last set tells me.
reason-stays-effort = Same as last time: it was hard enough.
reason-stays-max = Same as last time: it took all you had.
reason-waited = Where you were before it was lighter.
reason-easier-now = Easier today, your choice. Your target waits where it was.
reason-harder-now = A step harder today, your choice. If every set goes well, it becomes your next target.
reason-tried = Where you were: the harder version was for that day.
reason-kept =
    { $sessions ->
        [one] As it was, the way you wanted it, this once more.
       *[other] As it was, the way you wanted it, for { $sessions } sessions more.
    }
reason-kept-now = As it was last time, the way you wanted it.
reason-back-set = One set fewer for now: twice in a row it was a lot.
reason-back-pause = A shorter pause for now: twice in a row it was a lot.
reason-back-rung = One step easier for now: twice in a row it was a lot.
reason-back-amount = A little less for now: twice in a row it was a lot.
reason-comfort-back = Back to this version: the easier one went well twice.
reason-steady = Moving well is the goal for now, and nothing gets harder.
reason-steady-less = A little less, { $amount }: it was harder last time than it should be for now.
reason-amber-rung = One step easier: last time it hurt, { $pain } of 10.
reason-amber-range = A smaller range: last time it hurt, { $pain } of 10.
reason-red-rung = One step easier: last time we stopped it at { $pain } of 10. If it still hurts, leave it out.
reason-red-range = A smaller range: last time we stopped it at { $pain } of 10. If it still hurts, leave it out.
reason-worse = Easier still: last time it hurt, { $pain } of 10, and more the morning after. If it still hurts, leave it out.
reason-waits = Nothing harder yet: the morning after, the pain was no better.
reason-respite-swap = In place of your usual version until { $until }, because it hurt three times in a row. A physiotherapist can look at what's behind it.
reason-respite-instead = In place of { $exercise } until { $until }, because that hurt three times in a row. A physiotherapist can look at what's behind it.
reason-spared-now = For today, to go easy where it hurts.
reason-eased-now = Easier from here on today, because it hurt.
reason-load =
    { $load ->
        [one_fewer] One set fewer for today, on the way back in.
        [half] About half, with more left in reserve, on the way back in.
        [lower] One step easier and one set, on the way back in.
        [anew] One set of the first step, on the way back in.
        [deload] About half, with more left in reserve: your lighter week.
       *[low] Half of it, with more left in reserve: a low day.
    }
