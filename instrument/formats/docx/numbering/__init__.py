"""The labels that Word prints by itself before numbered paragraphs: "3.1", "(a)", "Article 4", "•".

Nothing of them stands in the text: a paragraph names a list and a level, and the label is counted.
`docs/word/numbering.md` has the rules, and where other programs differ.
"""

from instrument.formats.docx.numbering.counting import Label, Member, Numbering

__all__ = ["Label", "Member", "Numbering"]
