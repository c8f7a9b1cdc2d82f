"""Values as JSON records, and back: the one converter that readers, writers and the command line share.

A record is what `json` reads and writes. The converter knows every value; the functions here add what
JSON leaves open: which version of the format it is, what an id refers to, and where in a record a fault is.
"""

from . import _reading, _writing  # noqa: F401 - they teach the converter our values
from ._records import article_from_record, article_to_record, dumps, from_record, loads, to_record

__all__ = ["article_from_record", "article_to_record", "dumps", "from_record", "loads", "to_record"]
