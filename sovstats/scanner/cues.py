"""What stands around a run, reduced to the few cues that decide how it is read."""

from __future__ import annotations

import re

from sovstats.scanner.dates import TIME_CUES
from sovstats.scanner.mention import Cue
from sovstats.scanner.vocabulary import REFERENCE_WORDS

_BEFORE = re.compile(r"(?:(№|§)|([^\W\d_]+)(\.?)|([(,'’]))\s*$")
_AFTER = re.compile(r"[\s\-]*([^\W\d_]+)")
_HEDGE_WORDS = frozenset(
    "about than nearly almost some over approximately roughly least most around".split()
)
_CUES = TIME_CUES | REFERENCE_WORDS
_CUES |= frozenset("from between the a an several few many afew , ' ’".split())
_PART = frozenset(
    "of part parts less more as smaller larger greater higher lower bigger longer "
    "shorter again better worse cheaper dearer and or to the their its his in from "
    "than below above is was are were by for at on with that which who when "
    "what".split()
)
_NO_PLURAL = frozenset(
    "was has is this its as us plus thus does always perhaps versus towards besides "
    "whereas his hers yours ours theirs less unless".split()
)
_RATIO = re.compile(r"(?:ratio|proportion|relation|odds)s?\s+(?:of|is|was|as)\s*$")
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|aged?|ages|anywhere|costs?|lasts?"
    r"|lasted|lasting|receiv\w+|earn\w*|pays?|paid|charg\w+|weigh\w*|contain\w*"
    r"|anything|something|oscillat\w+|fluctuat\w+)\b[^.;]{0,24}$"
)


def cue_of(text: str, start: int, end: int) -> Cue:
    """Return the cues around a stretch of a text."""
    before = _before(text[max(0, start - 60) : start], text[start].isdigit())
    return Cue(before, _after(text[end : end + 24]))


def _before(stretch: str, in_digits: bool) -> str:
    """Return the cue in what stands before a run."""
    found = _BEFORE.search(stretch[-24:])
    if found is None:
        return ""
    word = (found[1] or found[2] or found[4]).lower()
    # No. 5 and No 5 name a piece, no five does not.
    if word in ("no", "nos"):
        abbreviated = found[3] or found[2][0].isupper()
        return word if in_digits and abbreviated else ""
    # Where something ranges from one number to another, the two are one range.
    if word == "from" and _RANGING.search(stretch.lower().rstrip()[:-4]):
        return ""
    if word in ("of", "is", "was", "as") and _RATIO.search(stretch.lower()):
        return "ratio"
    if word in _CUES:
        return word
    return "hedge" if word in _HEDGE_WORDS else ""


def _after(stretch: str) -> str:
    """Return the cue in what stands after a run."""
    found = _AFTER.match(stretch)
    if found is None:
        return "mark"
    word = found[1]
    if word in _PART:
        return "part"
    plural = word.endswith("s") and word.islower() and word not in _NO_PLURAL
    return "plural" if plural else "word"
