"""The world over HTTP: the Bot API for the bot, the control API for everybody else."""
