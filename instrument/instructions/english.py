"""The English of instructions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

from instrument.instructions.elements import LAST, Op, Role, Tag, Unit
from instrument.instructions.lexicon import Meaning, lexicon

_VERBS: Mapping[Meaning, str] = {
    (Tag.VERB, Op.REPLACE): "replacement of|replace|substitute|change|exchange|replacing|substituting|changing",
    (Tag.VERB, Op.DELETE): "deletion of|deletion|delete|remove|strike|strike out|omit|suppress|sup|lift"
    "|deleting|removing|striking|striking out|omitting|take out|drop",
    (Tag.VERB, Op.INSERT): "insertion of|addition of|insert|add|include|append|adding|inserting|including"
    "|interpolate|we add",
    (Tag.VERB, Op.AMEND): "revise|mod|revising|redraft|reword|rewrite",
    (Tag.VERB, Op.MODIFY): "amend|amending|amend and complete|modify|modifying",
    (Tag.VERB, Op.MOVE): "move|transfer|relocate|moving|transferring|place|put|placing|putting",
    (Tag.VERB, Op.MERGE): "merge|combine|merging|combining|join",
    (Tag.VERB, Op.SPLIT): "split|divide|splitting|dividing",
    (Tag.VERB, Op.RENUMBER): "renumber|redesignate|renumbering|redesignating",
    (Tag.VERB, Op.BRACKET): "enclose|bracket|keep in square brackets",
    (Tag.VERB, Op.KEEP): "retain|keep|maintain|noc|no change to|no change in|no change|retaining"
    "|(...)|(…)|unchanged|remains unchanged",
    (Tag.VERB, Op.RESERVE): "reserve|reserves|reserve position|reserve our position|reserves its position"
    "|reserve the position|reserving",
    (Tag.DONE, Op.REPLACE): "replaced|substituted|changed",
    (Tag.DONE, Op.DELETE): "deleted|removed|struck|struck out|omitted|lifted|suppressed",
    (Tag.DONE, Op.INSERT): "inserted|added|included|appended",
    (Tag.DONE, Op.AMEND): "revised|reworded|redrafted",
    (Tag.DONE, Op.MODIFY): "amended|modified",
    (Tag.DONE, Op.MOVE): "moved|transferred|placed|put",
    (Tag.DONE, Op.MERGE): "merged|combined",
    (Tag.DONE, Op.SPLIT): "split into two|divided into two",
    (Tag.DONE, Op.RENUMBER): "renumbered|redesignated|relettered|becomes|become|shall become|to become",
    (Tag.DONE, Op.BRACKET): "enclosed|bracketed",
    (Tag.DONE, Op.KEEP): "retained|maintained|kept",
    (Tag.DONE, Op.RESERVE): "reserved",
}

_PLACES: Mapping[Meaning, str] = {
    (Tag.UNIT, Unit.ARTICLE): "article|articles|art.|arts.|art|arts",
    (Tag.UNIT, Unit.ANNEX): "annex|annexes|appendix",
    (Tag.UNIT, Unit.PART): "part|parts",
    (Tag.UNIT, Unit.SECTION): "section|sections|sect.",
    (Tag.UNIT, Unit.PREAMBLE): "preamble",
    (Tag.UNIT, Unit.FINAL): "final formula|testimonium",
    (Tag.UNIT, Unit.RECITAL): "preambular paragraph|preambular paragraphs|recital|recitals|pp|preambular para"
    "|preambular para.|preambular paras|preambular paras.",
    (Tag.UNIT, Unit.PARAGRAPH): "paragraph|paragraphs|para.|paras.|para|paras|operative paragraph"
    "|operative paragraphs|op|numbered paragraph|numbered paragraphs|§|§§",
    (Tag.UNIT, Unit.ITEM): "subparagraph|subparagraphs|sub-paragraph|sub-paragraphs|subpara.|sub-para."
    "|subparas.|sub-paras.|point|points|item|items|letter|indent|indents|subitem|clause|clauses",
    (Tag.UNIT, Unit.CHAPEAU): "chapeau|chapeaux|introductory words|introductory part|introductory text"
    "|introductory phrase|introductory sentence|lead-in",
    (Tag.UNIT, Unit.CLOSING): "closing words|closing text|flush text|concluding words|closing sentence",
    (Tag.UNIT, Unit.HEADING): "title|heading|titles|headings",
    (Tag.UNIT, Unit.FOOTNOTE): "footnote|footnotes",
    (Tag.UNIT, Unit.SENTENCE): "sentence|sentences",
    (Tag.UNIT, Unit.LINE): "line|lines",
}

_ROLES: Mapping[Meaning, str] = {
    (Tag.ROLE, Role.IN): "in|of|under|within|to the text of|from the text of|under the heading of|in the text of"
    "|into|on|regarding|concerning|with regard to|with respect to",
    (Tag.ROLE, Role.AFTER): "after|following|immediately after|immediately following",
    (Tag.ROLE, Role.BEFORE): "before|preceding|immediately before|in front of|ahead of",
    (Tag.ROLE, Role.BETWEEN): "between",
    (Tag.ROLE, Role.END): "at the end|at end|at the very end|at the end of|at end of|to the end of|to the end",
    (Tag.ROLE, Role.START): "at the beginning|at the beginning of|at the start|at the start of|at beginning of"
    "|to the beginning of|to the start of",
    (Tag.ROLE, Role.WITH): "with|by|with the following text",
    (Tag.ROLE, Role.FOR): "for|instead of|in place of|in lieu of|for the original wording",
    (Tag.ROLE, Role.FROM): "from",
    (Tag.ROLE, Role.TO): "to|up to|up to and including|through|until|-",
    (Tag.ROLE, Role.AS): "as|so as to become",
    (Tag.ROLE, Role.AROUND): "around",
}  # fmt: skip

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

_COUNTS: Mapping[Meaning, str] = {
    **{(Tag.COUNT, n): f"{word}|{n}{_end}" for n, (word, _end) in enumerate(
        zip(_ORDINALS, ["st", "nd", "rd", *["th"] * 17], strict=True), 1)},
    (Tag.COUNT, LAST): "last|final",
    (Tag.COUNT, LAST - 1): "penultimate|last but one",
    (Tag.COUNT, 1): "first|1st|opening",
    **{(Tag.LETTERS, str(n)): word for n, word in enumerate(_NUMBERS, 1)},
}  # fmt: skip

_SIGNS: Mapping[Meaning, str] = {
    (Tag.SIGN, "."): "full stop|period",
    (Tag.SIGN, ","): "comma",
    (Tag.SIGN, ";"): "semicolon|semi-colon",
    (Tag.SIGN, ":"): "colon",
}

# "renumber the subsequent paragraphs accordingly", in every way of saying it.
_ACCORDINGLY = "|".join(
    " ".join(filter(None, parts))
    for parts in (
        ("renumber accordingly",), ("renumbering accordingly",), ("reletter accordingly",),
        *product(
            ("renumber", "renumbering", "reletter"), ("", "all"), ("", "the"),
            ("subsequent", "following", "remaining"), ("paragraphs", "articles", "subparagraphs", "provisions"),
            ("", "accordingly"),
        ),
    )
)  # fmt: skip

_REST: Mapping[Meaning, str] = {
    (Tag.WORDS, None): "word|words|phrase|phrases|expression|expressions|term|terms|figure|figures|passage|number"
    "|part of the sentence|bracketed text|text in square brackets|date|reference|opening word|opening words",
    (Tag.NEW, None): "new|additional|further new|the following new",
    (Tag.NEW, "behind"): "(new)",
    (Tag.FOLLOWING, None): "the following|following words|as follows|the following text|the text below",
    (Tag.READS, None): "therefor|therefor the following|in its place|in their place|to read|to read as follows"
    "|read as follows|shall read|shall read as follows|should read|should read as follows|reads|reads as follows"
    "|reading|reading as follows|will read|read|to the following"
    "|so that it would read as follows|as reading|which reads|which reads as follows",
    (Tag.ASSERTED, None): "so that it reads|so that it would read|so that the paragraph reads"
    "|so that the paragraph will read|so that the sentence reads|so that it will read|so as to read"
    "|so that the paragraph would read|so that the article reads|so that it shall read",
    (Tag.EVERYWHERE, None): "throughout|wherever it appears|wherever they appear|wherever it occurs|wherever they occur"
    "|each time it appears|wherever appearing|in each place|in each case|throughout the text|throughout the document"
    "|throughout the draft|throughout the convention|throughout the treaty|everywhere|in all places"
    "|every time it appears|wherever the word appears|wherever the words appear",
    (Tag.OCCURRENCE, None): "occurrence|occurrences|time it appears|appearance",
    (Tag.REST, None): "all words|all the words|the remainder|the rest|everything|all text|the remaining words",
    (Tag.ACCORDINGLY, None): _ACCORDINGLY,
    (Tag.BRACKETS, None): "square brackets|brackets|in square brackets|in brackets|within square brackets"
    "|between square brackets|square bracket",
    (Tag.EXISTING, None): "existing text|current text|present text|original text|text as it stands|original wording",
    (Tag.TITLED, None): "entitled|titled|headed",
    (Tag.TIMES, None): "twice",
    (Tag.AND, None): "and|and then|then|as well as|and also|&",
    (Tag.LIKE, None): "as in|as proposed in|as contained in|sub-amendment to|subamendment to|proposal|proposal in",
    (
        Tag.REASON,
        None,
    ): "because|since|on the ground that|on the grounds that|in order to|so as to|given that"
    "|in view of"
    "|for consistency|for the sake of|to align|to ensure|to clarify|to reflect|in line with|to be consistent with"
    "|as this|as it|for clarity|as agreed|in accordance with",
    (
        Tag.CONDITION,
        None,
    ): "if|subject to|unless|provided that|should the|in the event|depending on|pending"
    "|where agreed"
    "|as soon as agreed|assuming",
    (Tag.PERSON, None): "consequential changes|consequential amendments|consequential change|make consequential changes"
    "|make the necessary consequential changes|make consequential amendments|in the singular|in the plural"
    "|should be in the singular|should be in the plural|mutatis mutandis|editorial changes|as appropriate"
    "|sup *|make corresponding changes|corresponding changes|or similar wording|or similar language|respectively",
    (
        Tag.FILLER,
        None,
    ): "the|a|an|this|that|its|is|are|be|should|shall|should be|shall be|is to be|are to be|to be"
    "|must be"
    "|would be|also|please|kindly|we propose|we propose to|we propose that|we suggest|we suggest to|we suggest that"
    "|we would like to|we would|propose to|proposes to|proposes that|proposal to|it is proposed to|it is proposed that"
    "|accordingly|existing|original|said|wording|text|is hereby|are hereby|hereby|numbered|draft resolution"
    "|draft convention|draft text|draft|newly|all|our|delegation proposes|immediately|therein"
    "|instead|associated|further|it|them|starting at|beginning at|starting on",
}


_SEPARATORS: Mapping[Meaning, str] = {
    (Tag.SEMICOLON, None): ";",
    (Tag.COMMA, None): ",",
    (Tag.COLON, None): ":",
    (Tag.STOP, None): ".",
    (Tag.OPEN, None): "(",
    (Tag.CLOSE, None): ")",
}

ENGLISH = lexicon("en", _SEPARATORS, _REST, _VERBS, _PLACES, _ROLES, _COUNTS, _SIGNS, through="to|through|-")

# How a line begins that gives reasons and asks for nothing.
OPENERS = re.compile(
    r"\s*(?:rationale|explanation|explanatory note|justification|reasons?|comments?|remarks?|note|background"
    r"|reasoning|motivation)\s*(?:[:.]|-|\n|$)"
)
# Who speaks, before what is asked for: "Delegation A proposes to", "The delegation of B reserves".
SPEAKERS = re.compile(
    r"(?:[\w'’.-]+,?[ \t]+){1,12}?"
    r"(?:(?:(?:would[ \t]+(?:like|wish|prefer)|wish|wishes|proposes?|suggests?|requests?|recommends?|prefers?)[ \t]+"
    r"(?:(?:to|that)[ \t]+)?){1,3}|(?=reserves?\b|maintains?\b))"
)
# What a line is that begins another proposal.
HEADERS = re.compile(r"\s*amendment\s+(?:no\.?|number)?\s*\d[\w.-]*\s*[:.]?\s*")
# How a sentence begins that asks for something, even by a verb that is not known.
ORDER = re.compile(r"(?:ditto|idem)\b")
# Abbreviations that end no sentence.
ABBREVIATED = re.compile(r"\b(?:arts?|paras?|nos?|pp|op|al|subparas?|sect|cf|viz|i\.e|e\.g)\.$")
# What stands for words that are not given.
UNSAID = r"(?:rest|remainder) unchanged|\((?:…|\.{3})\)"
