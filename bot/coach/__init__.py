"""What the coach can do for an athlete: one module per feature, without Telegram and without SQL."""
