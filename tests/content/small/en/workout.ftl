# What is said during a workout.
-coach = your coach

set-asked = Set { $number } of { $sets }: <b>{ $reps ->
    [one] one rep
   *[other] { $reps } reps
}</b>
greeting = Hi { $name }, { -coach } here.
    .button = Start
# allow lazy: it is the name of a stretch
stretch-named = The lazy frog.
set-mode =
    { $mode ->
        [hold] Hold it.
       *[reps] Count them.
    }
