"""Quotation marks in a document, and the stretches of text between them."""
