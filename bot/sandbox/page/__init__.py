"""A Telegram to try in the browser: a page with phones, and worlds behind it."""
