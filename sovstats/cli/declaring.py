"""How a command is declared: its name, help, arguments and function in one place.

Only argparse is imported, so that the help and a wrong command cost no more than that.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FINE, FOUND, WRONG_USE = 0, 1, 2
"""The exit status: all is well, something was found, wrong use."""

Argument = tuple[str, dict[str, Any]]
Function = Callable[[Namespace], int]


@dataclass(frozen=True)
class Command:
    """A command: what it does, its arguments, what its help ends with."""

    function: Function
    help: str
    arguments: tuple[Argument, ...]
    epilog: str | None


COMMANDS: dict[str, Command] = {}
"""All commands by name, in the order of the help."""


def command(
    help: str, *arguments: Argument, epilog: str | None = None
) -> Callable[[Function], Function]:
    """Declare a function as the command of its name."""

    def declare(function: Function) -> Function:
        COMMANDS[function.__name__] = Command(function, help, arguments, epilog)
        return function

    return declare


def value(flag: str, metavar: str, help: str, default: str | None = None) -> Argument:
    """Return an argument that has a value; without dashes in front it is required."""
    return flag, {"metavar": metavar, "help": help, "default": default}


def switch(flag: str, help: str) -> Argument:
    """Return an option that is given or not."""
    return flag, {"action": "store_true", "help": help}
