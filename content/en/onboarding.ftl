# The first screen. $named tells whether Telegram gave us a name.
onboarding-welcome =
    { $named ->
        [yes] Hi { $name }! I'm your coach for <b>hip and glute strength at home</b>.
       *[no] Hi! I'm your coach for <b>hip and glute strength at home</b>.
    }

    Two or three short workouts a week, one move at a time, at your level. I remind you and keep count.

    Hip dips are mostly bone structure, and they are normal. We train strength and control, never a shape.

    This isn't medical care, and you can stop whenever you like. It's made for adults, so first:
onboarding-adult = I am 18 or older
onboarding-under-age = I am under 18
onboarding-too-young =
    Thanks for telling me. This coach is made for adults, so we end here, and nothing about you is stored.

    Getting stronger is a great idea at your age. A school or sports coach, or a parent, can help you find training where somebody sees how you move.

# The readiness check: the list itself stands in labels.yaml, between these two texts.
onboarding-readiness =
    { $why ->
        [break] <b>Welcome back!</b> After a longer break I ask this once more before we train: does any of this apply to you now?
        [year] <b>A year has gone by</b>, so I ask this once more before we train: does any of this apply to you now?
        [again] <b>Your readiness check, once more.</b> Does any of this apply to you now?
       *[first] <b>A quick check before we train.</b> Does any of this apply to you?
    }
onboarding-readiness-kept = I keep the date and what the plan has to respect, never which line it was.
onboarding-readiness-none = I read the list, none applies to me
onboarding-readiness-joint = Only a joint, muscle or tendon problem
onboarding-readiness-others = One of the others

onboarding-areas =
    <b>Which areas should your plan go easy on?</b>
    Tap all that apply, then Continue. Moves are changed or left out to match.

    If it limits you in daily life, please see a physiotherapist first.
onboarding-areas-missing = Pick at least one to go on, or go back to the list.
onboarding-topics =
    <b>Which of these is it?</b>
    Tap all that apply. I use it once, to set up your plan. The topic itself is not kept.
onboarding-continue = Continue
onboarding-back-to-list = Back to the list

# Asked before something is stored that only a doctor can clear.
onboarding-doctor-confirm =
    You chose: <b>{ $topics }</b>.

    Training then waits until a doctor has seen you, and I can't lift that. Is that right?
onboarding-doctor-yes = Yes, that's right
onboarding-doctor-back = Back, I'll choose again
onboarding-held-doctor =
    <b>Please see a doctor before you exercise.</b> Your training waits until then. I ask again on <b>{ $day }</b>.

    If you have chest pain now, call your local emergency number.

    What your answers brought can only be changed by a new check on that day. If a doctor has cleared you, or it was a mistake: /deleteme and then /start is the way.

    You can still read: /learn
onboarding-held-clinician =
    { $mode ->
        [pregnancy] <b>Please ask your midwife or doctor first.</b> In a pregnancy without complications, strength training is safe and good; they know whether that is yours.
        [after_birth] <b>Please see your clinician or a pelvic health physio first.</b> They can look at how you are healing, and tell which moves suit you.
       *[none] <b>Please ask your clinician first</b> which moves suit you. A doctor, midwife or physiotherapist who knows you can tell.
    }

    Until then: easy walking, if you usually walk. Once they say it's fine, tap below.
onboarding-held-alarm =
    <b>Training waits until somebody has had a look.</b> Until then I send nothing.

    A doctor, nurse or physiotherapist says it's fine? Or did I misread you? Tap below, and we go on.
onboarding-misread = You misread me, I'm well
onboarding-clinician-agreed = My clinician said it's OK

# Where somebody lives
onboarding-place =
    <b>Where do you live?</b> It lets me write at your own time.

    Tap, or type your city. What your clock shows now works too, like 18:42.
onboarding-place-there = { $time } in { $place }
onboarding-place-zone = { $time } ({ $zone })
onboarding-share-location = Share my location
onboarding-location = Tap <b>Send my location</b> below the text field. I keep the time zone and forget where you are. Typing a city works too.
onboarding-location-key = Send my location
onboarding-places-found = <b>Which one is it?</b> If none fits, type a bigger city near you.
onboarding-place-unknown = I don't know that place. Try a bigger city near you, or what your clock shows now, like 18:42.
onboarding-other-place = That's not where I live
onboarding-place-settled = { $place } time it is: { $time } now.

# On which days
onboarding-days =
    <b>Which days suit you?</b>
    Two or three a week is plenty. Leave about two days between them.
onboarding-days-own = Choose my own days
onboarding-days-choose = <b>Mark your days</b>, then tap Done. Writing them works too, like <b>mon wed fri</b>.
onboarding-days-done = Done
onboarding-days-strength = Strength on { $days }.
onboarding-days-mixed =
    Strength on { $strength }.
    Mobility on { $mobility }: easy moving only, so that about two days stay between strength workouts.
onboarding-days-missing = It takes at least two days, with a day off between them.
onboarding-days-refused =
    <b>Those days don't leave room for two strength days.</b>
    Mark two days that aren't neighbours; Sunday and Monday are neighbours too.

# At what time
onboarding-time =
    <b>What time suits you?</b>
    Tap, or type one like 17:30. Something you do anyway is a good hook, like getting home.
onboarding-time-which = <b>Morning or evening?</b>
onboarding-time-unclear = I didn't get that as a time.
