"""(c) A workout bot as it is usually written: pickled state, a ConversationHandler, one daily job for each user."""

import os
from datetime import time
from zoneinfo import ZoneInfo

from telegram import ReplyKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

TRAINING = 0
EXERCISES = ["Glute bridge", "Clamshell", "Standing leg lift", "Side plank", "Butterfly"]
KEYBOARD = ReplyKeyboardMarkup([["done", "skip"], ["stop"]], resize_keyboard=True)


async def remind(context: ContextTypes.DEFAULT_TYPE) -> None:
    """Remind a user of their workout."""
    await context.bot.send_message(context.job.chat_id, "Time for your workout!")


def schedule(application: Application, chat_id: int) -> None:
    """Remind a user each day."""
    at = time(18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    application.job_queue.run_daily(remind, at, chat_id=chat_id, name=str(chat_id))


async def restore(application: Application) -> None:
    """Schedule everybody again after a restart: jobs are not persistent."""
    for chat_id in application.chat_data:
        schedule(application, chat_id)


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Begin a workout."""
    context.user_data["sets"] = []
    context.chat_data["reminder"] = "18:00"
    if not context.job_queue.get_jobs_by_name(str(update.effective_chat.id)):
        schedule(context.application, update.effective_chat.id)
    await update.message.reply_text(f"Let's go! First: {EXERCISES[0]}, 10 reps.", reply_markup=KEYBOARD)
    return TRAINING


async def done(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Log a set."""
    sets = context.user_data["sets"]
    sets.append({"exercise": EXERCISES[len(sets) // 3 % len(EXERCISES)], "reps": 10, "at": update.message.date})
    exercise = EXERCISES[len(sets) // 3 % len(EXERCISES)]
    await update.message.reply_text(
        f"Set {len(sets)} logged. Next: {exercise}, set {len(sets) % 3 + 1} of 3, 10 reps.", reply_markup=KEYBOARD
    )
    return TRAINING


async def stop(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """End the workout."""
    await update.message.reply_text(f"Well done: {len(context.user_data['sets'])} sets.")
    return ConversationHandler.END


def main() -> None:
    """Start the bot."""
    persistence = PicklePersistence(filepath=os.environ["PICKLE"])
    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_BOT_TOKEN"])
        .base_url(os.environ["TELEGRAM_API_URL"] + "/bot")
        .persistence(persistence)
        .post_init(restore)
        .build()
    )
    conversation = ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            TRAINING: [MessageHandler(filters.Regex("^done"), done), MessageHandler(filters.Regex("^stop$"), stop)]
        },
        fallbacks=[CommandHandler("stop", stop)],
        name="workout",
        persistent=True,
    )
    application.add_handler(conversation)
    application.run_polling(allowed_updates=Update.ALL_TYPES)


main()
