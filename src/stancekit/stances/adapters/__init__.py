"""Other libraries and models as stance scorers."""
