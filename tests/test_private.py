"""Nothing leaves the machine: no dependency looks anybody up, calls anybody, or leaves files behind."""

import os
import re
import shutil
import subprocess
import sys

import pytest

ANALYSIS = """
import time
import stancekit as sk
for analyzer in (sk.Analyzer(), sk.Analyzer("sklearn"), sk.Analyzer("textblob")):
    list(analyzer.stream(["Olga Brandt praised Tim Weaver in Paris."] * 3, workers=2))
time.sleep(5)  # an uploader would wait for a while before it calls
"""

ALONE = ("unshare", "--map-root-user", "--net")

CALL = re.compile(r"\b(connect|send\w*)\(.*AF_INET")
"""Somebody is called, or sent a question such as where a host is; a socket that is only made calls nobody."""


def run(source, *before, **environment):
    return subprocess.run(
        [*before, sys.executable, "-W", "always", "-c", source],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace, which shows system calls")
def test_no_dependency_calls_anybody_or_leaves_files(tmp_path):
    """Of an analysis with workers, every call of the system is looked at."""
    home, log = tmp_path / "home", tmp_path / "calls"
    home.mkdir()
    follow = ("strace", "-f", "-e", "trace=network", "-o", str(log))
    alone = ALONE if can_unshare() else ()

    done = run(
        f"if __name__ == '__main__':\n{indented(ANALYSIS)}",
        *alone,
        *follow,
        HOME=str(home),
        XDG_CACHE_HOME=str(home / "cache"),
        TMPDIR=str(home),
    )

    assert done.returncode == 0, done.stderr
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert not [call for call in calls if CALL.search(call)]
    assert not [*home.rglob("*")]


def test_the_log_would_show_a_call(tmp_path):
    """The measure itself: an address of the internet is seen, a socket of the machine is not."""
    assert CALL.search("12 connect(3, {sa_family=AF_INET, sin_port=htons(53)}, 16) = -1 ENETUNREACH")
    assert CALL.search("12 sendto(3, ..., 40, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 40")
    assert not CALL.search("12 bind(10, {sa_family=AF_INET6, sin6_port=htons(0)}, 28) = 0")
    assert not CALL.search('12 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0')


def test_telemetry_is_off_once_stancekit_is_imported():
    """Also where the program asks ONNX Runtime for something itself, later."""
    source = "import stancekit, os; print(os.environ['ORT_DISABLE_TELEMETRY'])"

    assert run(source, ORT_DISABLE_TELEMETRY="1").stdout.strip() == "1"
    assert run(f"import os; os.environ.pop('ORT_DISABLE_TELEMETRY', 0); {source}").stdout.strip() == "1"


def test_who_imported_it_first_is_told():
    """It can't be turned off any more then; the warning says how it can next time."""
    source = (
        "import os; os.environ.pop('ORT_DISABLE_TELEMETRY', 0)\n"
        "import sys, types; sys.modules['onnxruntime'] = types.SimpleNamespace()\n"  # as if it were loaded
        "import stancekit\n"
        "del sys.modules['onnxruntime']; os.environ['ORT_DISABLE_TELEMETRY'] = '1'\n"
        "stancekit.Analyzer('rules').analyze('Ann left.')\n"
    )

    told = run(source).stderr

    assert "RuntimeWarning: onnxruntime was imported before stancekit" in told
    assert "ORT_DISABLE_TELEMETRY=1" in told


def can_unshare():
    """Whether this machine lets a program have a network of its own."""
    return (
        shutil.which("unshare") is not None and not subprocess.run([*ALONE, "true"], check=False).returncode
    )


def indented(source):
    return "\n".join("    " + line for line in source.strip().splitlines())
