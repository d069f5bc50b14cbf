"""``python -m sovstats``."""

import sys

from sovstats.cli.entry import main

sys.exit(main())
