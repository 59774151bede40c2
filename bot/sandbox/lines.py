"""Plays a script against a bot: says, presses, moves the clock, and notices surprises.

> done               say it
[2]  [Done]          press a button by number, label, or a part that only one label has
tap Done@2           press a button of the 2nd newest message that ever had it
+2h30m  @next        move the clock on, or to what the bot waits for
@2026-11-23T18:00Z   move it to an instant, also back
= text               the bot said this since the last input (= [Done] for a button)
! text               the bot did not say this since the last input
edit text            change the last message
location 52.5,13.4   also: sticker, voice, photo, video, document, contact, dice, poll
repeat LINE until TEXT    do a line again and again until the bot says this (or [Done] is there)
off the record       go on, and write nothing down until: on the record
restart              kill the bot and start it again on the same database
include FILE         the lines of another script, beside this one
# comment
"""
