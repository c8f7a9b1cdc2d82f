"""Commands that train the bundled models and measure the rooms on corpora; no other room imports them."""
