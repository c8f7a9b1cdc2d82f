"""The contract of stance scorers.

`_protocol` says what a scorer is; `_registry` finds scorers by name; `_rate` asks one, with names masked
and its answers checked; `_mean` combines the ratings of one pair; `_estimator` is what estimators of
candidates share.
"""
