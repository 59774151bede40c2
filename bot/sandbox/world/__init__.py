"""The world behind the Bot API: people, chats, updates and the clock. No HTTP in here."""
