privacy-page =
    <b>What is kept</b>
    • Your Telegram number and language
    • Your plan: days, time, time zone, level, equipment, length
    • The day of your readiness check, whether training waits, and what the plan goes easy on
    • When you pause, and whether it is because you're ill, until you're well
    • Your training log: sets, how hard it was, pain from 0 to 10, where, and how it was the morning after
    • When I wrote to you

    <b>What isn't</b>
    • Which topic of the readiness check applied to you
    • Your name, your city, your location
    • Weight, measurements, photos

    What you type waits in an inbox so that no set is lost. Once I have answered, it is deleted from there, and every trace of it within two hours. Which number wrote when stays for eight days at most.

    I share nothing with anybody. Whoever runs this bot can read its database, and Telegram carries what we write.

    /deleteme deletes everything, and by the next night every trace of it in the database. If whoever runs this bot makes backups, older ones keep it until they throw those away. How long that is, only they can say.
privacy-deletion-question =
    <b>Delete everything about you?</b>
    Your plan and your whole training log go, and can't be brought back.
privacy-keep = Keep everything
privacy-delete = Yes, delete everything
privacy-deleted =
    Everything about you is deleted. What you see in this chat is yours: Telegram's own menu clears it.

    Thank you for training with me. Send /start to set up again whenever you like.
