progress-this-month =
    { $count ->
        [0] <b>No workout yet this month</b>
        [one] <b>1 workout this month</b>
       *[other] <b>{ $count } workouts this month</b>
    }
progress-this-week =
    { $count ->
        [0] This week: { $planned } planned
       *[other] This week: { $count } of { $planned } planned
    }
progress-weeks-on-plan = Weeks on plan so far: { $count } (one free miss a week)
progress-in-all =
    { $count ->
        [one] In all: 1 workout
       *[other] In all: { $count } workouts
    }
progress-moves = <b>Your moves</b> (the smallest set each time)
progress-trend-first = { $name }: { $latest }
progress-trend =
    { $way ->
        [up] { $name }: { $latest }, up from { $before }. Best { $best }
        [same] { $name }: { $latest }, same as before. Best { $best }
       *[down] { $name }: { $latest }, { $before } before. Best { $best }
    }
progress-sides = <b>Left and right</b> (sides may differ, and that's fine)
progress-gap =
    { $percent ->
        [0] even
       *[other] { $percent } % apart
    }
progress-balance-first = { $name }: { $latest }
progress-balance = { $name }: { $first } at first, { $latest } last time
progress-milestones = <b>What you've done</b>
progress-empty = Nothing here yet, and that's fine. After your first workout I'll show what you did and how each move grows.
