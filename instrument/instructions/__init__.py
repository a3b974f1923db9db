"""Instructions in prose: "In article 4, paragraph 2, replace X with Y", read and carried out.

What was received becomes pieces (`received`), told from `explanations`, their words `elements` (`lexicon`, `citing`,
`lexing`), those `steps`, and each step an `Instruction` (`framing`). Against a text (`standing`) its references are
looked up (`resolving`), its quotations found (`finding`), and its edits written (`executing`, `inserting`, `moving`,
`deeds`) by an `editor` for one `desk`, which lets none touch what another one does. Languages
are tables: `english`, `french`. `writing` goes the other way, from changes to prose.
"""

from instrument.instructions.amending import amend
from instrument.instructions.outcome import Amended, Outcome, Status
from instrument.instructions.writing import Sentence, say

__all__ = ["Amended", "Outcome", "Sentence", "Status", "amend", "say"]
