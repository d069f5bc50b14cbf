"""The language of claims: its grammar, its names, their dimensions, its evaluation.

- `nodes` - the nodes of an expression and walks over them; shared with other packages
- `syntax` - from text to nodes, on a white list of Python's grammar
- `functions` - the table of functions, with everything that is said about each
- `names` - figures, outside observations and units by name
- `checks` - whether names and dimensions of a comparison fit
- `arithmetic` - what operations make of numbers and ranges
- `dates` - the months between two dates
- `evaluation` - the span of an operand under a reading; shared with other packages
"""

from sovstats.expressions.evaluation import evaluate, statement_leaf
from sovstats.expressions.functions import FUNCTIONS
from sovstats.expressions.names import Names, Quantity, read_names
from sovstats.expressions.nodes import Comparison, Node, names_in
from sovstats.expressions.syntax import parse_expression

__all__ = [
    "FUNCTIONS", "Comparison", "Names", "Node", "Quantity", "evaluate", "names_in",
    "parse_expression", "read_names", "statement_leaf",
]  # fmt: skip
