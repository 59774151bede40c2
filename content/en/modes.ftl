# Pregnancy and the time after a birth. $mode is a key: pregnancy or after_birth.

# The one question more, before a mode
modes-pelvis =
    <b>Does the front or back of your pelvis hurt?</b> For example when you stand on one leg, or open your legs wide.

    If it does, moves stay small and even on both sides, without standing on one leg.
modes-pelvis-hurts = Yes, or I'm not sure
modes-pelvis-fine = No, it doesn't hurt

# $growing: asked before the plan grows again.
modes-self-check =
    { $growing ->
        [yes] <b>Good to hear.</b> Before your plan grows: did any of this come up in the last weeks?
       *[no] <b>How have you been since the birth?</b> Does any of this apply to you?

            • A C-section, or a birth with complications
    }
    • Leaking
    • Heaviness or a bulge down below
    • Your belly pushing out in the middle
    • Pain at a wound, or a cut or tear that isn't healed
    • Bleeding that gets more

    I don't keep which line it was. A longer self-check, if you like: the Get Active Questionnaire for Postpartum, at csepguidelines.ca.
modes-self-check-applies = Something applies, or I'm not sure
modes-self-check-none = I read the list, none applies to me

# When a mode begins, and the signs at which to stop
modes-begun =
    { $mode ->
        [pregnancy] <b>Pregnancy mode is on.</b> Move so that you can still talk, keep breathing, and end each set with good reps left. Hold on when you stand, and don't get too hot.
       *[after_birth] <b>We start gently.</b> Each move stays at its first two steps until you say so. A little pelvic floor work every day goes well with it.
    }
modes-signs =
    { $mode ->
        [pregnancy]
            <b>Stop, and call your midwife or doctor</b>, if one of these comes:
            • Bleeding, or fluid that leaks
            • Regular, painful contractions
            • Being out of breath before you even start
            • Dizziness or a headache
            • A calf that hurts or swells
            • Muscles that feel weak
            • Chest pain: then call your local emergency number
       *[after_birth]
            <b>Stop, and see a pelvic health physio or your clinician</b>, if one of these comes:
            • Leaking
            • Heaviness or a bulge down below
            • Your belly pushing out in the middle
            • Pain at a wound
            • Bleeding that gets more
    }
modes-go-on = Go on

# On the plan, the start card and each strength move
modes-name =
    { $mode ->
        [pregnancy] <b>Pregnancy mode</b>
       *[after_birth] <b>Gentle start after birth</b>
    }
modes-signs-button = When to stop and call
modes-leave = Leave pregnancy mode
modes-grow = No signs for weeks: let it grow again
modes-talk-test = Can you still talk at this pace? Then it's right. Stop with good reps left.
