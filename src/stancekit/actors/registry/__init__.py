"""Who is known beforehand: states, their heads, organizations, and whom the user adds."""
