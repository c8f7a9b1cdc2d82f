"""The stance-scorer protocol, the registry of scorers, and how one is asked."""
