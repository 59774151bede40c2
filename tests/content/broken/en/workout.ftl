# What is said during a workout.
-coach = your coach

set-asked = Set { $number } of { $sets }: <b>{ $reps ->
    [one] one rep
   *[other] { $reps } <i>reps
}</b>
greeting = Hi { $name }, { -coch } here, see { set-aksed }.
    .button = <b>Start</b> the very first workout
greeting = Hello
# allow lazy
stretch-named = The lazy frog.
praise = A flawless
    set, you are not
    lazy.
this line is no message
count = { COUNT($sets) } sets
set-mode =
    { $mode ->
        [hodl] Hold it.
       *[reps] Count { $what }.
    }
unclosed = { $name
numbered =
    { $count ->
        [one] 1
        [other] 2
    }
