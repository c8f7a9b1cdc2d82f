"""Training the stance encoder; needs the ``train`` extra."""
