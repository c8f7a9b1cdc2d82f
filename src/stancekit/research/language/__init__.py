"""Trains, exports and measures the bundled English pipeline; needs the extra ``train``."""
