"""What is drawn ahead of time, with the extra `pictures`; the running bot only sends the files."""
