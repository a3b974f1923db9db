"""Instructions read, before any text is looked at: quotations, references, steps, pieces."""

from typing import cast

import pytest

from instrument.instructions.elements import Element, Tag, Target
from instrument.instructions.languages import language
from instrument.instructions.lexicon import fold
from instrument.instructions.lexing import lexed
from instrument.instructions.quotations import quotes
from instrument.instructions.received import received
from instrument.instructions.steps import steps

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ('Replace "a" with "b".', ["a", "b"]),
        ("Replace 'a' with 'b'.", ["a", "b"]),
        ("Replace “a” with „b“.", ["a", "b"]),
        ("Replace « a » by ‹b›.", ["a", "b"]),
        ("Replace ‘a’ with ‘b’.", ["a", "b"]),
        ("Delete “the ‘sole’ use”.", ["the ‘sole’ use"]),
        ('Delete "the "sole" use".', ['the "sole" use']),
        ("The States' reports and the State's report.", []),
        ("Delete 'the States' and add 'it'.", ["the States", "it"]),
        ("Delete “the use", []),
        ("Add: “1. One.\n“2. Two.”", ["1. One.\n2. Two."]),
        ("Add: “1. One.\n2. Two.”", ["1. One.\n2. Two."]),
        ("It is rock 'n roll\nand the dogs' day.", []),
        ("”a”", []),
        ("", []),
    ],
)
def test_what_is_quoted(words: str, quoted: list[str]) -> None:
    assert [quote.words for quote in quotes(words)] == quoted


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("article 5", ["article 5"]),
        ("Article 15, paragraph 2", ["article 15, paragraph 2"]),
        ("paragraph 8 (a) (ii)", ["paragraph 8, label a, label ii"]),
        ("paragraph 2(c)", ["paragraph 2, label c"]),
        ("2(c)", ["paragraph 2, label c"]),
        ("Article 4(1), point (c)", ["article 4, label 1, subparagraph c"]),
        ("article 12(2)", ["article 12, label 2"]),
        ("Art. 5.2.a", ["article 5, label 2, label a"]),
        ("annex I", ["annex I"]),
        ("annex I, section A, paragraph 2", ["annex I, section A, paragraph 2"]),
        ("section 1 of part II", ["part II, section 1"]),
        ("part II, section 1", ["part II, section 1"]),
        ("part II, article 4", ["part II, article 4"]),
        ("annex I and article 4", ["annex I", "article 4"]),
        ("paragraphs 3 to 5", ["paragraph 3 to 5"]),
        ("paragraphs 3-5", ["paragraph 3 to 5"]),
        ("articles 3 and 4", ["article 3", "article 4"]),
        ("paragraphs 1 and 5 of article 4", ["article 4, paragraph 1", "article 4, paragraph 5"]),
        ("the second sentence of paragraph 3 of article 4", ["article 4, paragraph 3, sentence no. 2"]),
        ("Paras. 176 (line 8), 178 (line 6)", ["paragraph 176, line 8", "paragraph 178, line 6"]),
        ("the final sentence (starting at line 15)", ["sentence last, line 15"]),
        ("PP8bis", ["preambular paragraph 8 bis"]),
        ("OP6 alt", ["paragraph 6 alt"]),
        ("the third preambular paragraph", ["preambular paragraph no. 3"]),
        ("the first and second paragraphs of the preamble", ["preamble, paragraph no. 1", "preamble, paragraph no. 2"]),
        ("the last two indents", ["subparagraph last to -1"]),
        ("the chapeau of article 2", ["article 2, chapeau"]),
        ("the title of article 4", ["article 4, heading"]),
        ("paragraph 3 quater", ["paragraph 3 quater"]),
        ("Article XVII", ["article XVII"]),
        ("numbered paragraph two", ["paragraph 2"]),
        ("§ 4", ["paragraph 4"]),
    ],
)  # fmt: skip
def test_what_is_cited(words: str, named: list[str]) -> None:
    found = lexed(words, fold(words), 0, len(words), [], ENGLISH.lexicon)
    targets = [target for each in found if each.tag is Tag.PLACE for target in cast("list[Target]", each.value)]
    assert [", ".join(map(str, target)) for target in targets] == named


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Delete paragraph 3.", ["Delete paragraph 3"]),
        ("Delete paragraph 3 and insert “x” in paragraph 4.", ["Delete paragraph 3", "and insert “x” in paragraph 4"]),
        (
            "In article 3, replace “a” with “b” and, in paragraph 4, after “c” insert “d”.",
            ["In article 3, replace “a” with “b”", "and, in paragraph 4, after “c” insert “d”"],
        ),
        ("Paragraph 3 is deleted and paragraph 4 is moved.", ["Paragraph 3 is deleted", "and paragraph 4 is moved"]),
        ("Delete “a”; replace “b” with “c”.", ["Delete “a”", "replace “b” with “c”"]),
        ("Replace “a” by “b” and “c” by “d”.", ["Replace “a” by “b”", "Replace … “c” by “d”"]),
    ],
)
def test_a_step_has_one_verb(words: str, parts: list[str]) -> None:
    found = lexed(words, fold(words), 0, len(words), list(quotes(words)), ENGLISH.lexicon)
    assert [_written(words, step) for step in steps(found)] == parts


def _written(words: str, step: list[Element]) -> str:
    """A step as it is written; a verb that it shares with the one before stands apart."""
    shared = step[1].start - step[0].end > 12
    verb = f"{words[step[0].start : step[0].end]} … " if shared else ""
    return verb + words[step[shared].start : step[-1].end].rstrip(".")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Article 4\nDelete paragraph 2.", ["Heading", "Statement"]),
        ("Article 4 – Clearance\nDelete paragraph 2.", ["Heading", "Statement"]),
        ("Rationale: paragraph 2 says so.\n\nDelete paragraph 3.", ["Remark", "Statement"]),
        ("We thank the Chair.", ["Remark"]),
        ("Delete the blurb of paragraph 2.", ["Fault"]),
        ("1. Delete paragraph 2.\n2. Delete paragraph 3.", ["Statement", "Statement"]),
        ("- Delete paragraph 2.\n• Delete paragraph 3.", ["Statement", "Statement"]),
        ("Amend paragraph 2 to read:\n2. It applies.", ["Statement"]),
        ("Delegation A proposes to delete paragraph 2.", ["Statement"]),
        ("Amendment No. 3\nDelete paragraph 2.", ["Heading", "Statement"]),
        ("Delete paragraph 2 because it is long and insert “x” in article 3.", ["Fault"]),
    ],
)
def test_what_a_line_is(words: str, kinds: list[str]) -> None:
    pieces = received(words, ENGLISH)
    assert [type(piece).__name__ for piece in pieces] == kinds
    assert pieces[0].start == 0
