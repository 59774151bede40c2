# Short answers to what was no answer to anything. $kind, $training and $saved are keys, not words.
oddities-help = <b>What I understand</b>
oddities-help-words =
    <b>In a workout</b>, just write:
    <b>done</b> as planned, <b>done 12</b> or <b>45 s</b> for another amount
    <b>skip</b>, <b>hurts</b>, <b>more</b>, <b>undo</b>, <b>stop</b>

    <b>After a reminder</b>: <b>start</b>, <b>later</b>, <b>tomorrow</b> or <b>skip</b>
    <b>no pictures</b> shows moves in words only, <b>pictures</b> brings the clips back

    This isn't medical care. In an emergency, call your local emergency number.
oddities-not-understood =
    { $kind ->
        [command] I don't know that command. /help lists the ones that work.
        [media] I can only read text. /help shows what works.
       *[text] I didn't get that. /today shows what's next, /help shows what works.
    }
oddities-stands-below = It's right below.
oddities-tap-wanted = Please tap one of the buttons above.
oddities-edit-ignored =
    { $training ->
        [yes] I don't read edits, so what was logged stays. <b>undo</b> takes back the last entry.
       *[no] I don't read edits. Just send it again as a new message.
    }
oddities-private-only = I only talk in private, so that your training stays yours. Write to me directly and send /start.
oddities-failed =
    { $saved ->
        [yes] Something went wrong on my side, but what you sent is saved.
       *[no] Sorry, something went wrong on my side and that was not saved. Please send it once more.
    }
oddities-slowed = That's a lot at once. I go through it one by one, so it takes a while. Nothing gets lost.
oddities-button-forged = That button is from an earlier version. /today shows what's next.
oddities-nothing-to-cancel = No question is open. All good.
