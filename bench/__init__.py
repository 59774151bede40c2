"""What the program costs, against peers written the usual way, in one run."""
