"""The Telegram edge: updates in through the intake, replies out through the outlet, one module per feature."""
