"""The command line: parsing, errors and exit status; the work is in `commands`.

Exit status 0: fine. 1: something was found, such as a failed validation or a verdict
that is not the expected one. 2: wrong use.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from typing import Any

from sovstats._version import __version__
from sovstats.errors import (
    SovstatsError,
    ValidationError,
    nearest,
)

FINE, FOUND, WRONG_USE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, with the nearest command suggested."""

    def error(self, message: str) -> None:  # type: ignore[override]
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
    parser.add_argument("--data", **DATA)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=_Parser
    )
    for name, (help_text, arguments) in COMMANDS.items():
        command = commands.add_parser(
            name, help=help_text, description=help_text, epilog=EPILOGS.get(name)
        )
        # Suppressed, so that it does not undo a --data in front of the command.
        command.add_argument("--data", **DATA, default=argparse.SUPPRESS)
        for flags, options in arguments:
            command.add_argument(*flags, **options)  # type: ignore[arg-type]
    return parser


DATA: dict[str, Any] = {"metavar": "DIR", "help": "another dataset folder"}
Argument = tuple[tuple[str, ...], dict[str, object]]
HEDGE: Argument = (
    ("--hedge",),
    {"metavar": "WIDTH", "help": "how far a hedge loosens a number: 0.1 or 10%%"},
)
COMMANDS: dict[str, tuple[str, list[Argument]]] = {
    "tables": ("list the tables and topics", []),
    "show": (
        "print a table, a topic or one figure",
        [(("name",), {"metavar": "NAME", "help": "a table, a topic or a figure"})],
    ),
    "find": (
        "find figures by a word",
        [(("word",), {"metavar": "WORD", "help": "a word to look for"})],
    ),
    "check": (
        "recompute all claims and say which hold, under which reading",
        [
            (("--kind",), {"metavar": "KIND", "help": "only claims of this kind"}),
            (("--strict",), {"action": "store_true", "help": "fail on contradictions"}),
            (("--explain",), {"metavar": "CLAIM", "help": "one claim in full"}),
            (
                ("--sensitivity",),
                {
                    "action": "store_true",
                    "help": "which verdicts hang on the hedge width: 5, 10, 20 %%",
                },
            ),
            HEDGE,
        ],
    ),
    "verify": (
        "decide an expression of your own",
        [
            (
                ("expression",),
                {"metavar": "EXPR", "help": "such as 'a / b == 40 * percent'"},
            ),
            HEDGE,
        ],
    ),
    "audit": (
        "prove that no number in the texts was passed over",
        [
            (("folder",), {"metavar": "DIR", "help": "your copies of the texts"}),
            (
                ("--reason",),
                {"metavar": "CODE", "help": "print the exclusions of a reason"},
            ),
            (("--stamp",), {"action": "store_true", "help": "write the anchors"}),
        ],
    ),
    "chart": (
        "draw a chart, or all",
        [
            (("name",), {"metavar": "NAME|all", "help": "the name of a chart"}),
            (
                ("--out",),
                {"metavar": "DIR", "default": "build", "help": "where to (build)"},
            ),
            (
                ("--format",),
                {"metavar": "LIST", "default": "svg", "help": "svg,png,pdf"},
            ),
        ],
    ),
    "report": (
        "write pages that show every figure and claim, and print a summary",
        [
            (
                ("--out",),
                {
                    "metavar": "DIR",
                    "default": "build/report",
                    "help": "where to (build/report); a report there is replaced",
                },
            ),
            (
                ("--texts",),
                {"metavar": "DIR", "help": "quote from your own copies of the texts"},
            ),
            (("--open",), {"action": "store_true", "help": "open it in a browser"}),
        ],
    ),
    "init": (
        "make an empty dataset for texts of your own",
        [(("folder",), {"metavar": "DIR", "help": "where to"})],
    ),
    "draft": (
        "propose a row for every number in a new text; with --data, write them",
        [
            (("text",), {"metavar": "TEXT", "help": "a text file"}),
            (
                ("--source",),
                {"metavar": "NAME", "help": "its name (made of its file's name)"},
            ),
        ],
    ),
    "build": ("make the processed tables from the raw ones", []),
    "validate": ("check the raw tables and report every problem", []),
}

SENSELESS = (
    ("explain", "sensitivity", "one is about a claim, the other about all; choose one"),
    ("explain", "kind", "a claim that is named has its kind; leave out --kind"),
    ("sensitivity", "hedge", "it compares fixed widths; leave out --hedge"),
    ("sensitivity", "strict", "it compares verdicts and fails none; choose one"),
)
"""Pairs of options of `check`, and why they are refused together."""

EPILOGS = {
    "verify": "An expression compares (== < <= > >=) figures, outside observations, "
    "units and numbers, joined by + - * / ** and by growth(old, new), "
    "decline(old, new), share(part, rest, ...), mean, min, max, abs, "
    "rank(one, others, ...), years(a, b), months(a, b), exact(x).",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal may lack a character of ours: '?' instead of a failure.
        sys.stdout.reconfigure(errors="replace")
    parser = make_parser()
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help()
        return FINE
    if given.command == "check":
        _refuse_pairs(parser, given)
    from sovstats.cli import commands

    try:
        return commands.run(given)
    except ValidationError as error:
        print(error, file=sys.stderr)
        return FOUND
    except SovstatsError as error:
        print(f"sovstats: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        sys.stderr.close()
        return FINE
    except OSError as error:
        print(f"sovstats: {_refused(error)}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("sovstats: stopped", file=sys.stderr)
        return FOUND


def _refuse_pairs(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """Refuse options of `check` of which one would be ignored."""
    for one, other, reason in SENSELESS:
        if all(getattr(given, option) not in (None, False) for option in (one, other)):
            parser.error(f"--{one} and --{other} do not go together: {reason}")


def _refused(error: OSError) -> str:
    """Say which file the system refused, why, and what to do."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"the system refused to read or write a file: {reason}"
    advice = "look whether it is there and whole"
    if isinstance(error, PermissionError):
        advice = "change its permissions, or work on a copy in a folder of your own"
    return f"{error.filename}: cannot read or write it ({reason}); {advice}"


if __name__ == "__main__":
    sys.exit(main())
