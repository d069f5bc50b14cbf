"""TODO"""

from sovstats.expressions.names import Names, read_names
from sovstats.expressions.nodes import names_in
from sovstats.expressions.syntax import parse_expression
