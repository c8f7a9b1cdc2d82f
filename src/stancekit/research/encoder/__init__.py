"""Trains and exports the stance encoder; needs the extra ``train``."""
