"""Stance scorers by name: our own, the user's, and those that installed packages bring."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final, TypeVar

from ...errors import ScorerLoadError, ScorerNameTakenError, UnknownScorerError
from ._protocol import StanceScorer, is_scorer

GROUP: Final = "stancekit.scorers"
"""Installed packages announce their scorers in this group of entry points."""

BUILT_IN: Final[Mapping[str, str]] = {
    "default": "stancekit.stances.ensemble._default:make_default",
    "encoder": "stancekit.stances.encoder._scorer:EncoderScorer",
    "ensemble": "stancekit.stances.ensemble._ensemble:EnsembleScorer",
    "rules": "stancekit.stances.rules._scorer:RulesScorer",
    "sklearn": "stancekit.stances.learned._scorer:SklearnScorer",
    "textblob": "stancekit.stances.adapters._textblob:TextBlobScorer",
}
"""Our own, as ``module:attribute``, so that naming them loads nothing."""

ScorerFactory = Callable[..., StanceScorer]
Factory = TypeVar("Factory", bound=ScorerFactory)


def _installed() -> Iterable[EntryPoint]:
    return entry_points(group=GROUP)


class ScorerRegistry:
    """Factories of stance scorers, by name.

    Args:
        built_in: Names that are always there, each with ``module:attribute``.

        discover: Gives the entry points of installed packages; asked anew each time.

    Example:
        >>> scorers = ScorerRegistry({}, discover=tuple)
        >>> @scorers.register("even")
        ... class EvenScorer:
        ...     name = "even"
        ...     def score(self, candidates):
        ...         return [None for _ in candidates]
        >>> scorers.names(), scorers.make("even").name
        (('even',), 'even')
    """

    def __init__(
        self,
        built_in: Mapping[str, str] = BUILT_IN,
        *,
        discover: Callable[[], Iterable[EntryPoint]] = _installed,
    ) -> None:
        self._built_in = dict(built_in)
        self._registered: dict[str, ScorerFactory] = {}
        self._discover = discover

    def __repr__(self) -> str:
        return f"<ScorerRegistry: {', '.join(self.names()) or 'no names'}>"

    def names(self) -> tuple[str, ...]:
        """What `make` finds, sorted; nothing is imported to tell."""
        plugged = (entry_point.name for entry_point in self._discover())
        return tuple(sorted({*self._built_in, *self._registered, *plugged}))

    def register(self, name: str) -> Callable[[Factory], Factory]:
        """Decorate a factory (a class will do) so that `make` finds it as *name*.

        Put it above ``@frozen``: attrs builds a new class, and a decorator below would keep the
        old one.

        Raises:
            TypeError: The name is none, as where ``@scorers.register`` stands without brackets.

            ScorerNameTakenError: The name is in use.
        """
        if not isinstance(name, str) or not name:
            msg = (
                f"'name' must be a string that is not empty (got {name!r}); write @scorers.register(\"mine\")"
            )
            raise TypeError(msg)

        def decorator(factory: Factory) -> Factory:
            if (owner := self._owner(name)) is not None:
                msg = f"stance scorer name {name!r} is taken by {owner}; choose another"
                raise ScorerNameTakenError(msg)
            self._registered[name] = factory
            return factory

        return decorator

    def make(self, name: str, /, **settings: Any) -> StanceScorer:
        """Build the scorer registered as *name*.

        A scorer of ours or of the user's wins over an installed one of the same name. What stands
        behind a colon is the setting ``model``: ``sklearn:FOLDER``, on the command line, too.

        Raises:
            UnknownScorerError: Nothing goes by that name.

            TypeError: It takes no such setting, or needs one that is missing.

            ScorerNameTakenError: Two installed packages claim the name.

            ScorerLoadError: It can't be imported or built.
        """
        if name not in self._registered and ":" in name:
            name, _, settings["model"] = name.partition(":")
            _check_takes_model(name, self._find(name), settings["model"])
        factory = self._find(name)
        _check_settings(name, factory, settings)
        return _built(name, factory, settings)

    def _owner(self, name: str) -> str | None:
        if name in self._registered:
            return repr(self._registered[name])
        return self._built_in.get(name)

    def _find(self, name: str) -> ScorerFactory:
        if name in self._registered:
            return self._registered[name]
        if name in self._built_in:
            module, _, attribute = self._built_in[name].partition(":")
            factory: ScorerFactory = getattr(import_module(module), attribute)
            return factory
        return self._plugged(name)

    def _plugged(self, name: str) -> ScorerFactory:
        found = {e.value: e for e in self._discover() if e.name == name}
        if not found:
            raise UnknownScorerError(name, self.names())
        if len(found) > 1:
            msg = (
                f"stance scorer name {name!r} must belong to one installed package "
                f"(claimed by {', '.join(sorted(found))}); uninstall all but one"
            )
            raise ScorerNameTakenError(msg)
        (entry_point,) = found.values()
        try:
            factory: ScorerFactory = entry_point.load()
        except Exception as error:
            msg = f"stance scorer {name!r} can't be imported from {entry_point.value!r}: {_reason(error)}"
            raise ScorerLoadError(msg) from error
        if not callable(factory):
            rule = f"stance scorer {name!r} must name something callable"
            msg = f"{rule} (got {factory!r} at {entry_point.value!r})"
            raise ScorerLoadError(msg)
        return factory


def _check_takes_model(name: str, factory: ScorerFactory, model: str) -> None:
    """Name the fault as whoever writes a name on a command line knows it."""
    if not model:
        msg = f"stance scorer '{name}:' must name a model behind the colon (got nothing)"
        raise ScorerLoadError(msg)
    if "model" not in inspect.signature(factory).parameters:
        msg = f"stance scorer {name!r} takes no model of your own (got {model!r})"
        raise ScorerLoadError(msg)


def _check_settings(name: str, factory: ScorerFactory, settings: Mapping[str, Any]) -> None:
    try:
        parameters = inspect.signature(factory).parameters
    except (TypeError, ValueError):  # some callables written in C tell nothing
        return
    if any(p.kind is p.VAR_KEYWORD for p in parameters.values()):
        return
    by_name = {n: p for n, p in parameters.items() if p.kind in {p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY}}
    takes = ", ".join(by_name) or "no settings"
    for setting in settings:
        if setting not in by_name:
            msg = f"stance scorer {name!r} has no setting {setting!r} (it takes: {takes})"
            raise TypeError(msg)
    for setting, parameter in by_name.items():
        if parameter.default is parameter.empty and setting not in settings:
            msg = f"stance scorer {name!r} needs the setting {setting!r} (it takes: {takes})"
            raise TypeError(msg)


def _built(name: str, factory: ScorerFactory, settings: Mapping[str, Any]) -> StanceScorer:
    try:
        scorer = factory(**settings)
    except Exception as error:
        # With settings, the caller's value is the likelier fault, and the factory's words say which.
        if settings and isinstance(error, (TypeError, ValueError)):
            raise
        msg = f"stance scorer {name!r} can't be built: {_reason(error)}"
        raise ScorerLoadError(msg) from error
    if not is_scorer(scorer):
        msg = f"stance scorer {name!r} must have a 'name' and a method 'score' (got {scorer!r})"
        raise ScorerLoadError(msg)
    return scorer


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


scorers: Final = ScorerRegistry()
"""The registry that everything in stancekit asks."""
