"""The commands: arguments, exit status, text for the terminal.

- `entry` - `main`: the parser, errors, exit status
- `declaring` - how a command is declared, and the codes of the exit status
- `commands` - every command with its help, its arguments and what it does
- `text_table` - tables in the width of the terminal, or as CSV
- `findings` - what came of the claims, and one claim in full
- `summary` - the summary that ends a report
"""

from sovstats.cli.entry import main

__all__ = ["main"]
