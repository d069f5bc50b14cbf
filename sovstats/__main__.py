"""``python -m sovstats``."""

import sys

from sovstats.cli import main

sys.exit(main())
