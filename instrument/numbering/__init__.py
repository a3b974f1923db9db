"""The two numberings: the issued one, frozen while a text is negotiated, and the final one, which runs on.

`counting` has the rule for one row of labels, `headings` and `lists` find the rows, `final` puts them together;
`concordance` tells which provision had which number at each stage. What a newcomer is called while numbers are frozen
is in `labels.inserting`.
"""

from instrument.numbering.final import Numbering, number, relabelled, renumber

__all__ = ["Numbering", "number", "relabelled", "renumber"]
