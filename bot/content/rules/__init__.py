"""What must agree between the parts of a pack; each module holds the rules about one thing."""
