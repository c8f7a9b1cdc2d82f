"""Quotation marks in a document.

- `_marked_document`: the tokens of a document, each with the pair of marks around it
- `_quoted_stretches`: the text between marks, with the words before and behind it
- `_regions`: regions of text fitted to the pairs of marks
"""
