"""The `ensemble` and `default` scorers: several scorers pooled.

`_ensemble` pools any scorers; `_default` pools `rules` and `encoder`.
"""
