"""The registry: states, office holders and organizations known beforehand, and whom the user adds."""
