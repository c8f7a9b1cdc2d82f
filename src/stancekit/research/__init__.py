"""Research commands: they train the bundled models and measure the rooms on corpora.

``python -m stancekit.research`` lists them. No other room imports this one.
"""
