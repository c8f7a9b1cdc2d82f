"""Files and records to articles, and the passages in them that are not part of the story."""

from .articles import read_article, read_articles
from .boilerplate import find_boilerplate
from .failure import Failure

__all__ = ["Failure", "find_boilerplate", "read_article", "read_articles"]
