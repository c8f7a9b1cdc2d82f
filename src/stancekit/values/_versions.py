"""What made an analysis: names of parts, and their versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._fields import shown, wrong_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Versions(Mapping[str, str]):
    """A version for each part, in alphabetical order; it can't be changed, so it may be hashed.

    Example:
        >>> Versions({"scorer": "rules 1.1", "language": "en 1.0"})
        {'language': 'en 1.0', 'scorer': 'rules 1.1'}
    """

    __slots__ = ("_table",)

    def __init__(self, versions: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        self._table = dict(sorted(dict(versions).items()))

    def __getitem__(self, part: str) -> str:
        return self._table[part]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __hash__(self) -> int:
        return hash(tuple(self._table.items()))

    def __repr__(self) -> str:
        return repr(self._table)

    def __reduce__(self) -> tuple[type[Versions], tuple[dict[str, str]]]:
        return Versions, (self._table,)


def as_versions(versions: Mapping[str, str] | Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """A mapping or pairs as `Versions`.

    Raises:
        TypeError: It is neither, or a name or a version is no `str`.
    """
    if isinstance(versions, Versions):
        return versions
    try:
        table: dict[Any, Any] = dict(versions)
    except (TypeError, ValueError):
        wrong_type("versions", "a mapping of names to versions", versions)
    for name, version in table.items():
        if not (isinstance(name, str) and isinstance(version, str)):
            msg = f"'versions' must hold strings alone (got {shown(name)}: {shown(version)})"
            raise TypeError(msg)
    return Versions(table)
