"""The reader's copies of the texts: which edition, passages, anchors, citations.

- `copies` - whether a copy is there, and whether it is the transcribed text
- `passages` - the sentence around a figure
- `anchors` - finding the rows of one copy of a text again in another
- `citations` - citing a figure and a work
"""

from sovstats.texts.anchors import AnchorFinder, Squeezed, make_anchors
from sovstats.texts.citations import cite_figure, cite_work, title_and_year
from sovstats.texts.copies import TextCopy, folder_of_texts, read_copy
from sovstats.texts.passages import Passage, Texts, passage, read_texts

__all__ = [
    "AnchorFinder", "Passage", "Squeezed", "TextCopy", "Texts", "cite_figure",
    "cite_work", "folder_of_texts", "make_anchors", "passage", "read_copy",
    "read_texts", "title_and_year",
]  # fmt: skip
