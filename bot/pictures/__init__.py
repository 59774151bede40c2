"""What is drawn. Needs the extra `pictures` (numpy, Pillow, av); the bot itself never imports it."""
