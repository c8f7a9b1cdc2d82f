"""Files and records to articles, and the passages in them that are not part of the story."""

from ._articles import read_article, read_articles
from ._boilerplate import BoilerplateFinder, find_boilerplate
from ._failure import Failure
from ._sources import Readable

__all__ = ["BoilerplateFinder", "Failure", "Readable", "find_boilerplate", "read_article", "read_articles"]
