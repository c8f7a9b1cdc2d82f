"""How well quotes are found and told apart by speaker: figures on a corpus, made again from a path.

The command is ``python -m stancekit.research.quotes POLNEAR.jsonl``.
"""
