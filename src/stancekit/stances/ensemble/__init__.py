"""Several stance scorers as one, and the `default` combination."""
