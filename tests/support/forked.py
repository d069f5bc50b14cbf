"""A program that imports all of sovstats and then runs commands in copies of itself.

A forked copy begins to work at once, so that a kill meets work and not imports. Jobs
come in and results go out as one line of JSON each; `support.commands` is the other
end.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import threading
from pathlib import Path
from time import perf_counter
from typing import Any

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.move"}
WRITING = os.O_WRONLY | os.O_RDWR

LATE = "edtf filelock matplotlib.backends.backend_agg pandera.pandas pint".split()
"""What modules of the package import when it is used, and what takes time."""


class Watch:
    """The files that a command opens below a folder, and the changes it makes there.

    Python announces each of them before it is done; with `last` the process kills
    itself instead of the change of this number, the first being number 0.
    """

    def __init__(self, folder: Path, last: int | None) -> None:
        self.folder = folder
        self.last = last
        self.read: list[str] = []
        self.changed: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._opened(*arguments)
        elif event in CHANGES:
            self._change(f"{event} {arguments[0]}")

    def _opened(self, path: object, mode: str | None, flags: int) -> None:
        if not isinstance(path, str | os.PathLike):
            return
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - follows no link
        if not absolute.is_relative_to(self.folder):
            return
        place = absolute.relative_to(self.folder).as_posix()
        if flags & WRITING:
            self._change(place)
        elif mode is not None:
            # Without a mode it is os.open, by which shutil looks into folders.
            self.read.append(place)

    def _change(self, what: str) -> None:
        if len(self.changed) == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.changed.append(what)


def run(
    arguments: list[str],
    folder: str,
    seconds: float | None = None,
    change: int | None = None,
    file_size: int | None = None,
) -> dict[str, Any]:
    """Run a command in a folder, and kill it after a time or before a change.

    With `file_size` the system refuses to write files of more bytes.
    """
    output, output_end = os.pipe()
    watched, watched_end = os.pipe()
    began = perf_counter()
    child = os.fork()
    if child == 0:
        watch = Watch(Path(folder), change)
        status = _work(arguments, folder, output_end, watch, file_size)
        os.write(watched_end, json.dumps([watch.read, watch.changed]).encode())
        os._exit(status)
    os.close(output_end)
    os.close(watched_end)
    killer = threading.Timer(seconds or 0, os.kill, (child, signal.SIGKILL))
    if seconds is not None:
        killer.start()
    said = _read_all(output)
    took = perf_counter() - began
    seen = json.loads(_read_all(watched) or "[[], []]")
    killer.cancel()
    _, ended = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    return {
        "status": status, "seconds": took, "output": said, "read": seen[0],
        "changed": seen[1],
    }  # fmt: skip


def _work(
    arguments: list[str], folder: str, output: int, watch: Watch, size: int | None
) -> int:
    """Run a command in this copy of the process and return its exit status."""
    from sovstats.cli import main

    os.chdir(folder)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(output)
    sys.addaudithook(watch)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    if size is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        status = main(arguments)
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
        status = 70
    sys.stdout.flush()
    sys.stderr.flush()
    # Whoever reads the output knows by this that it is complete.
    os.close(1)
    os.close(2)
    return status


def _read_all(pipe: int) -> str:
    with os.fdopen(pipe, encoding="utf-8") as stream:
        return stream.read()


def import_everything() -> None:
    """Import every module of the package, and with them all that they need."""
    import sovstats

    for found in pkgutil.walk_packages(sovstats.__path__, "sovstats."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    for name in LATE:
        importlib.import_module(name)
    # What is here now is never garbage; a copy need not touch it to find that out.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    import_everything()
    for job in sys.stdin:
        print(json.dumps(run(**json.loads(job))), flush=True)
