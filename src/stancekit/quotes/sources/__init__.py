"""Sources: the words that name who speaks."""
