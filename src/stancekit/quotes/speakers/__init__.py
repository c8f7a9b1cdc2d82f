"""Speaker attribution: from source words to actors."""
