# The start card. $kind, $phase and $what are keys, not words.
today-title =
    { $kind ->
        [mobility] <b>Mobility</b>, about { $minutes ->
            [one] 1 minute
           *[other] { $minutes } minutes
        }
        [minimum] <b>Strength, the short version</b>, about { $minutes ->
            [one] 1 minute
           *[other] { $minutes } minutes
        }
       *[strength] <b>Strength { $session }</b>, about { $minutes ->
            [one] 1 minute
           *[other] { $minutes } minutes
        }
    }
today-first = Your first one. Take your time, and stop whenever you like.
today-on-a-rest-day = Today is a rest day in your plan. If you feel fresh, go ahead.
today-minimum = One set of each, and it counts like any other session.
today-for-today = For today only: your plan stays at { $minutes } minutes.
today-phase =
    { $phase ->
        [warm_up] <b>Warm-up</b>
        [cool_down] <b>Cool-down</b>
       *[strength] <b>Strength</b>
    }
today-move = { $name }: { $dose }
today-you-need = You need: { $things }
today-trimmed = To fit { $minutes } minutes: { $what }.
today-trim =
    { $what ->
        [fewer_warm_ups] two warm-up moves
        [fewer_stretches] one stretch
        [fewer_moves] fewer strength moves
        [rolling] rolling on one area only
        [stretches] one round of each stretch
        [third_sets] two sets where it would be three
        [second_sets] one set of some moves
        [shorter_stretches] shorter stretches
       *[shorter_warm_up] a shorter warm-up
    }
today-week-sets = Outer-hip sets this week: { $done } so far, { $after } after today ({ $low } to { $high } is useful; a bridge counts half).
today-week-over = A little over is fine.
today-week-full = Some sets are left out today: with all of them the week would pass { $most }.
today-load =
    { $load ->
        [one_fewer] One set fewer today, and then on as usual.
        [half] <b>Easing in:</b> about half the sets this week, with four good reps or more left in each.
        [lower] <b>Fresh start, fast track:</b> one step easier and one set of each. It builds back within two weeks.
        [anew] <b>Welcome back.</b> From the first step, one set of each. It builds back from here.
        [deload] <b>Lighter week:</b> about half the sets, with four good reps or more left. It ends by itself.
       *[low] <b>A low day:</b> half of it, and it counts like any other.
    }
today-deload-weeks = You have trained for six weeks or more. A lighter week, with about half the sets, can help you feel fresh. You choose.
today-deload-signs = The last days sound like a lot. A lighter week, with about half the sets, can help you feel fresh. You choose.
today-deload-yes = A lighter week
today-deload-no = No lighter week
today-start = Start
today-low = Low day: half of it
today-whole = All sets
today-usual = The usual version
today-level = Level…
today-gear = Equipment…
today-length = { $minutes } minutes instead
today-ten = 10 minutes today
today-minimum-button = 4-minute version

# Days without an offer
today-rest = <b>Rest day.</b> Rest is part of training. Your next strength day is <b>{ $day }</b>.
today-why-wait =
    { $hours ->
        [0] Your last strength workout has only just ended. Your plan leaves about { $recovery } hours in between.
        [one] Your last strength workout was 1 hour ago. Your plan leaves about { $recovery } hours in between.
       *[other] Your last strength workout was { $hours } hours ago. Your plan leaves about { $recovery } hours in between.
    }
today-no-need-to-wait = Feeling fresh? Easy moving is always fine, and a workout is too.
today-mobility = Easy mobility
today-better-spacing =
    { $hours ->
        [0] <b>Mobility suits today better.</b> Your last strength workout has only just ended; about { $recovery } hours in between are best.
        [one] <b>Mobility suits today better.</b> Your last strength workout was 1 hour ago; about { $recovery } hours in between are best.
       *[other] <b>Mobility suits today better.</b> Your last strength workout was { $hours } hours ago; about { $recovery } hours in between are best.
    }
today-better-sore = <b>Mobility suits today better.</b> With hips this sore, easy moving helps more than strength. It usually passes within three days.
today-better-week = <b>Mobility suits today better.</b> With another workout your week would pass { $most } hard sets for the outer hip.
today-better-next = Your next strength day is <b>{ $day }</b>. If you want to train anyway, that is your call.
today-train-anyway = Train anyway
today-trained = <b>Today's workout is done.</b> Nicely done. Your next strength day is <b>{ $day }</b>.

# A day to come, inside a sentence: "Your next strength day is ..."
today-day =
    { $when ->
        [today] today
        [tomorrow] tomorrow
       *[date] { $day }
    }

# The way back, from any page
today-button = Today
today-back-to-workout = Back to the workout
today-back-to-question = Go on
