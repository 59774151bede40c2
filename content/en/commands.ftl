# The menu that Telegram shows beside the text field.
command-start = Set up your plan, or pick up where you were
command-today = What today holds
command-done = Log the current set ("done" does it too)
command-skip = Leave out the current move
command-undo = Take back the last entry
command-progress = What you have done so far
command-plan = See and change your plan
command-remind = When I write to you
command-pause = Quiet for a while
command-resume = Send reminders again
command-why = Why a message came, or didn't
command-learn = Short reads about hips and training
command-privacy = What is kept, and what isn't
command-deleteme = Delete everything about you
command-cancel = Leave an open question
command-help = What I understand
