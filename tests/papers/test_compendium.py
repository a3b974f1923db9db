"""Many proposals on one text: under its provisions, or by those who made them; with names, or without any."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import instrument
from instrument.building import render
from instrument.changes import Changes, digest
from instrument.difference.comparison import changes_of, diff
from instrument.difference.weaving import Did
from instrument.formats.docx.lint import lint
from instrument.formats.docx.parts.opened import opened
from instrument.model import Clause, Footnote, Holders, Instrument, Note, Provision, Run, text
from instrument.paper import Chars, Paper, Paragraph, Style, Table
from instrument.papers.compendium import Asked, Submission, compendium
from instrument.papers.proposal import proposal_paper
from instrument.problem import Misuse
from tests import edits

NINE = datetime(2026, 2, 10, 9)


def draft(*paragraphs: str) -> Instrument:
    rows = tuple(Provision(0, f"{n}.", text(words)) for n, words in enumerate(paragraphs, 1))
    return Instrument((Clause("use", label="Article 1", heading=text("Use"), provisions=rows),))


BASE = draft("No State shall use them.", "Each State shall report.")


def proposal(by: str, *paragraphs: str, symbol: str = "", explanation: str = "") -> Submission:
    changes = changes_of(BASE, draft(*paragraphs))
    return Submission(symbol or f"DC/{by[-1]}", tuple(by.split("; ")), NINE, f"words of {by}", changes, explanation)


def lines(paper: Paper) -> list[str]:
    """The words of a paper, a paragraph a line, its tables row by row."""
    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            found.append(said(block))
        elif isinstance(block, Table):
            found += [" | ".join("".join(map(said, cell)) for cell in row) for row in block.rows]
    return found


def said(paragraph: Paragraph) -> str:
    marks = {"insert": "{+%s+}", "delete": "[-%s-]"}
    words = "".join(
        (marks[chars.revision.kind] % chars.chars if chars.revision else chars.chars)
        for chars in paragraph.inlines
        if isinstance(chars, Chars)
    )
    return f"{paragraph.label} {words}".strip()


MAY = proposal("Delegation A", "No State may use them.", "Each State shall report.")
MAY_TOO = proposal("Delegation B", "No State may use them.", "Each State shall report.")
YEARLY = proposal("Delegation C", "No State shall use them.", "Each State shall report every year.")
EACH_YEAR = proposal("Delegation D", "No State shall use them.", "Each State shall report each year.")
THIRD = proposal("Delegation E", "No State shall use them.", "Each State shall report.", "Reports are public.")


def test_under_each_provision_stands_its_base_and_then_what_is_proposed() -> None:
    found = lines(compendium(BASE, [MAY]))
    at = found.index("Base text: article 1, paragraph 1")
    assert found[at : at + 4] == [
        "Base text: article 1, paragraph 1",
        "1. No State shall use them.",
        "Delegation A (DC/A):",
        "1. No State [-shall-]{+may+} use them.",
    ]


def test_what_nobody_touches_is_left_out() -> None:
    assert not any("Each State shall report" in line for line in lines(compendium(BASE, [MAY])))


def test_the_same_proposal_by_two_is_said_once_with_both_names() -> None:
    found = lines(compendium(BASE, [MAY, MAY_TOO]))
    assert "Delegation A (DC/A); Delegation B (DC/B):" in found
    assert found.count("1. No State [-shall-]{+may+} use them.") == 1


def test_proposals_that_are_nearly_the_same_are_pointed_out() -> None:
    found = lines(compendium(BASE, [YEARLY, EACH_YEAR]))
    assert any(line.startswith("Possible merger: Delegation D (DC/D) is 9") for line in found)


def test_the_same_words_at_another_level_are_another_proposal() -> None:
    def put(depth: int, by: str) -> Submission:
        (use,) = BASE.clauses
        added = Provision(depth, "(a)", text("at once."))
        changes = changes_of(BASE, Instrument((replace(use, provisions=(*use.provisions, added)),)))
        return Submission(f"DC/{by}", (by,), NINE, "x", changes)

    found = lines(compendium(BASE, [put(0, "Delegation A"), put(1, "Delegation B")]))
    assert {"Delegation A (DC/Delegation A):", "Delegation B (DC/Delegation B):"} <= set(found)


def test_a_text_with_footnotes_has_a_compendium_in_word() -> None:
    def noted(words: str) -> Instrument:
        row = Provision(0, "1.", text(words, Note("1")))
        return Instrument((Clause("use", provisions=(row,), notes=(Footnote("1", text("Since 2026.")),)),))

    base = noted("No State shall")
    mine = Submission("DC/1", ("Delegation A",), NINE, "x", changes_of(base, noted("No State may")))
    assert lint(render(compendium(base, [mine]), ".docx").value) == ()


def test_a_new_paragraph_stands_behind_the_one_it_follows() -> None:
    found = lines(compendium(BASE, [THIRD, YEARLY]))
    assert found.index("New, after article 1, paragraph 2") > found.index("Base text: article 1, paragraph 2")


def test_every_proposal_is_in_the_table_of_which_stands_where() -> None:
    found = lines(compendium(BASE, [MAY, YEARLY, THIRD]))
    assert [line for line in found if line.count(" | ") == 2][1:4] == [
        "article 1, paragraph 1 | DC/A | Delegation A",
        "article 1, paragraph 2 | DC/C | Delegation C",
        "new, after article 1, paragraph 2 | DC/E | Delegation E",
    ]


def test_words_whose_changes_nobody_recorded_are_printed_as_received() -> None:
    found = lines(compendium(BASE, [Submission("DC/9", ("Delegation A",), NINE, "Article 1: too strong.")]))
    assert "Article 1: too strong." in found


def test_by_delegation_they_stand_in_the_order_of_the_alphabet_as_submitted() -> None:
    zeta, epsilon = proposal("Zeta"), proposal("Épsilon", explanation="It is shorter.")
    paper = compendium(BASE, [zeta, epsilon], shape="delegations")
    headings = [said(block) for block in paper.blocks if isinstance(block, Paragraph) and block.style is Style.ARTICLE]
    assert headings[:2] == ["Épsilon", "Zeta"]
    assert "words of Épsilon" in lines(paper)
    assert "Explanation: It is shorter." in lines(paper)


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_without_attribution_no_delegation_is_named_anywhere_in_the_file(ending: str) -> None:
    held = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", HELD),)),)
    changed = (Clause("use", label="Article 1", provisions=(Provision(0, "1.", (*HELD, *text(" Reports."))),)),)
    changes = changes_of(Instrument(held), Instrument(changed))
    mine = Submission("DC/DelegationA/1", ("Delegation A",), NINE, "By Delegation A", changes, "We, Delegation A, ask.")
    paper = compendium(Instrument(held), [mine], attributed=False)
    data = render(paper, ending).value
    parts = opened(data, "c.docx").parts.values() if ending == ".docx" else [data]
    assert not any(b"Delegation" in part for part in parts)


HELD = (*text("They [shall]"), Holders(by=("Delegation A",)), *text(" report."))


def test_proposals_by_delegation_cannot_name_none() -> None:
    with pytest.raises(Misuse, match="choose the shape by articles"):
        compendium(BASE, [MAY], shape="delegations", attributed=False)


def test_up_to_when_proposals_were_received_is_printed() -> None:
    paper = compendium(BASE, [MAY], until=datetime(2026, 2, 12, 22), since=datetime(2026, 2, 1))
    assert "received as of 12 February 2026, 22:00" in " ".join(lines(paper))
    assert paper.title == "Compendium of proposals: addendum"


def test_a_compendium_in_french_speaks_french() -> None:
    base = Instrument(BASE.clauses, "fr")
    paper = compendium(base, [Submission("DC/1", ("Délégation A",), NINE, "x", None)])
    assert paper.title == "Recueil de propositions"


def both(base: Instrument) -> st.SearchStrategy[tuple[Instrument, Instrument]]:
    return edits.edited(base).map(lambda found: (base, found[0]))


@settings(max_examples=25)
@given(edits.instruments().flatmap(both))
def test_no_proposed_word_is_missing_from_a_compendium(pair: tuple[Instrument, Instrument]) -> None:
    submission = Submission("DC/1", ("Delegation A",), NINE, "x", changes_of(*pair))
    found = "".join(lines(compendium(pair[0], [submission])))
    for line in diff(*pair):
        for piece in line.pieces:
            if piece.did is Did.INSERTED:
                words = [word for atom in piece.text if isinstance(atom, Run) for word in atom.chars.split()]
                assert all(word in found for word in words)


def test_one_proposal_is_a_conference_paper_with_its_own_title() -> None:
    both = proposal("Delegation A; Delegation B", "No State may use them.", "Each State shall report.")
    paper = proposal_paper(BASE, both)
    assert paper.title == "Proposal by Delegation A and Delegation B for the amendment of article 1"
    assert "1. No State [-shall-]{+may+} use them." in lines(paper)


def test_the_compendium_of_the_sample_is_written_in_every_format(tmp_path: Path) -> None:
    for ending in (".docx", ".html", ".md", ".txt"):
        assert instrument.write(compendium(BASE, [MAY, YEARLY, THIRD]), tmp_path / f"c{ending}") == ()


def asking(*words: str) -> Submission:
    """A proposal that rewords both paragraphs, asked for in these words; each rewords one of them."""
    texts = [BASE, draft("No State may use them.", "Each State shall report."),
             draft("No State may use them.", "Each State may report.")]  # fmt: skip
    nothing = Changes(digest(BASE), digest(BASE), ())
    through = [nothing, *(changes_of(BASE, text) for text in texts[1:])]
    asked = tuple(map(Asked, words, through, through[1:]))
    return Submission("DC/1", ("Delegation A",), NINE, " ".join(words), through[-1], asked=asked)


def test_each_instruction_stands_under_the_provision_it_is_about() -> None:
    found = lines(compendium(BASE, [asking("Soften paragraph 1.", "Soften paragraph 2.")], form="instructions"))
    first, second = (found.index(f"Base text: article 1, paragraph {number}") for number in (1, 2))
    assert found[first + 3] == "Soften paragraph 1."
    assert found[second + 3] == "Soften paragraph 2."


def test_what_instructions_do_not_say_is_named_and_shown_with_marks() -> None:
    found = lines(compendium(BASE, [asking("Soften paragraph 1.")], form="instructions"))
    second = found.index("Base text: article 1, paragraph 2")
    assert found[second + 3].startswith("The instructions do not say all of it")
    assert found[second + 4] == "2. Each State [-shall-]{+may+} report."


def test_one_instruction_on_two_provisions_stands_under_the_first_and_the_second_points_to_it() -> None:
    both = asking("Soften paragraph 1.", "Soften paragraph 2.")
    once = Asked("Soften all.", both.asked[0].before, both.asked[1].after)
    paper = compendium(BASE, [Submission("DC/1", ("Delegation A",), NINE, "", both.changes, asked=(once,))],
                       form="instructions")  # fmt: skip
    assert lines(paper).count("Soften all.") == 1
    assert "As proposed under article 1, paragraph 1." in lines(paper)
