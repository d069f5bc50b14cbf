"""The command line: parsing, errors and exit status; the work is in `commands`."""

from __future__ import annotations

import argparse
import io
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from sovstats._version import __version__

# Importing the module declares its commands.
from sovstats.cli import commands  # noqa: F401
from sovstats.cli.declaring import COMMANDS, FINE, FOUND, WRONG_USE
from sovstats.errors import SovstatsError, ValidationError, nearest

DATA = "another dataset folder"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, with the nearest command suggested."""

    def error(self, message: str) -> NoReturn:
        # The message of argparse would list all commands and suggest none.
        if "invalid choice" in message:
            word = message.split("invalid choice: '")[-1].split("'")[0]
            hint = nearest(word, COMMANDS)
            message = f"there is no command '{word}'{hint}"
        self.exit(WRONG_USE, f"sovstats: {message} (see sovstats --help)\n")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="sovstats",
        description="Check the statistics that historical texts print.",
        epilog="Exit status: 0 fine, 1 something was found, 2 wrong use.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--data", metavar="DIR", help=DATA)
    parsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, command in COMMANDS.items():
        own = parsers.add_parser(
            name, help=command.help, description=command.help, epilog=command.epilog
        )
        # Suppressed, so that it does not undo a --data in front of the command.
        own.add_argument("--data", metavar="DIR", help=DATA, default=argparse.SUPPRESS)
        for flag, options in command.arguments:
            own.add_argument(flag, **options)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command of the command line and return its exit status.

    Parameters
    ----------
    arguments
        The words of the command line, such as ``["show", "horses_1929"]``. None means
        those that the program was started with.

    Returns
    -------
    int
        0 where all is well. 1 if something was found, such as a failed validation or a
        verdict that is not the expected one, and if the user stopped it. 2 for an
        error of the user or of the system, which is printed as one sentence.

    Raises
    ------
    SystemExit
        By ``--help``, by ``--version``, and with status 2 for arguments that cannot be
        read.

    Examples
    --------
    >>> main(["verify", "horses_1934 < horses_1929"])  # doctest: +ELLIPSIS
    horses_1934 < horses_1929
    ...
    literal: the order holds for the numbers exactly as printed.
    0
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal may lack a character of ours: '?' instead of a failure.
        sys.stdout.reconfigure(errors="replace")
    parser = make_parser()
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help()
        return FINE
    warnings.showwarning = lambda message, *rest: _complain(message)
    try:
        return COMMANDS[given.command].function(given)
    except argparse.ArgumentError as error:
        parser.error(str(error))
    except ValidationError as error:
        print(error, file=sys.stderr)
        return FOUND
    except SovstatsError as error:
        _complain(error)
        return WRONG_USE
    except BrokenPipeError:
        # A reader such as head has seen enough: with stderr closed Python is silent.
        sys.stderr.close()
        return FINE
    except OSError as error:
        _complain(_refused(error))
        return WRONG_USE
    except KeyboardInterrupt:
        _complain("stopped")
        return FOUND


def _complain(sentence: object) -> None:
    """Print an error or a warning as a sentence."""
    print(f"sovstats: {sentence}", file=sys.stderr)


def _refused(error: OSError) -> str:
    """Say which file the system refused, why, and what to do."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"the system refused to read or write a file: {reason}"
    advice = "look whether it is there and whole"
    if isinstance(error, PermissionError):
        advice = "change its permissions, or work on a copy in a folder of your own"
    return f"{error.filename}: cannot read or write it ({reason}); {advice}"
