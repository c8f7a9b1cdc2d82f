"""The research commands, listed by ``python -m stancekit.research``."""

from __future__ import annotations

import re

import pytest

from stancekit.research.__main__ import commands, main

COMMANDS = commands()


def test_lists_every_command(capsys):
    """Each is shown with how it is called and what it is for, whether or not what it needs is installed."""
    main()
    calls = re.findall(r"^python -m (\S+)", capsys.readouterr().out, re.MULTILINE)

    assert calls == [*COMMANDS]
    assert {"stancekit.research.actors", "stancekit.research.language.export"} <= {*calls}


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_say_what_they_take_and_give(name):
    """Call, input, output and time stand in the docstring, which ``--help`` shows."""
    labels = re.findall(r"^(\w+): ", COMMANDS[name], re.MULTILINE)

    assert labels == ["Command", "Input", "Output", "Time"]
    assert f"``python -m {name} " in COMMANDS[name]
