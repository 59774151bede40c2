tabbed =
	The second line.
