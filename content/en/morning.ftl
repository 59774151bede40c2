# The morning after a pain. $morning is a key, not a word: better, same or worse.
morning-question = Yesterday <b>{ $name }</b> hurt, { $pain } of 10. <b>How is it this morning?</b>
morning-answer =
    { $morning ->
        [better] Better or gone
        [same] The same
       *[worse] Worse
    }
morning-told =
    { $morning ->
        [better] Good. <b>{ $name }</b> comes back a step easier all the same, and grows from there.
        [same] Noted. <b>{ $name }</b> comes back a step easier, and doesn't get harder until it has gone well once.
       *[worse] Noted. <b>{ $name }</b> comes back easier still. If it stays or gets worse, have a physiotherapist or doctor look at it.
    }
morning-change = Not right? Tap the one that is.
morning-known = That's noted already.
