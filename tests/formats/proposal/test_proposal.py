"""A proposal survives its file, word for word; what is wrong in a file is said all at once, each with its place."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from instrument.changes import to_json
from instrument.difference.comparison import changes_of
from instrument.formats import proposal as proposal_format
from instrument.model import Clause, Instrument, Provision, text
from instrument.problem import Severity, render
from instrument.proposals.agreement import Agreement
from instrument.proposals.life import Event, Step
from instrument.proposals.positions import Position
from instrument.proposals.proposal import Proposal, fingerprint, receive, take
from instrument.proposals.sponsors import Sponsor
from instrument.proposals.symbol import parse
from instrument.tables import Source
from tests import laws, records

OLD, NEW = (
    Instrument((Clause("use", label="Article 1", provisions=(Provision(0, "1.", text(words)),)),))
    for words in ("As soon as possible.", "Within ten years.")
)
WORDS = 'In article 1, paragraph 1, replace "As soon as possible" with "Within ten years".'
CANONICAL = f"""\
+++
symbol = "CCM/12"
against = "first"
language = "en"
audience = "participants"
hash = "{fingerprint(WORDS)}"
sponsors = [
  {{ name = "Delegation A", joined = 2026-02-10T17:42:00, behalf = "Group One" }},
  {{ name = "Delegation B", joined = 2026-02-11, left = 2026-02-20 }},
]
life = [
  {{ step = "received", at = 2026-02-10T17:42:00, by = "Delegation A", channel = "e-mail" }},
  {{ step = "issued", at = 2026-02-11T09:00:00 }},
]
+++

{WORDS}

%% explanation
A period that can be counted.

%% changes
{json.dumps(to_json(changes_of(OLD, NEW)), indent=2)}
"""
VALUE = Proposal(
    WORDS,
    "first",
    (
        Sponsor("Delegation A", datetime(2026, 2, 10, 17, 42), behalf="Group One"),
        Sponsor("Delegation B", date(2026, 2, 11), date(2026, 2, 20)),
    ),
    (
        Step(Event.RECEIVED, datetime(2026, 2, 10, 17, 42), "Delegation A", "e-mail"),
        Step(Event.ISSUED, datetime(2026, 2, 11, 9)),
    ),
    parse("CCM/12"),
    audience="participants",
    explanation="A period that can be counted.",
    changes=changes_of(OLD, NEW),
)


def said(source: str) -> list[str]:
    return [str(problem) for problem in proposal_format.read(source, "a.proposal").problems]


def changed(old: str, new: str) -> str:
    assert old in CANONICAL
    return CANONICAL.replace(old, new)


def test_the_canonical_file_reads_as_its_value_and_is_written_as_it_stands() -> None:
    read = proposal_format.read(CANONICAL, "a.proposal")
    assert read.problems == ()
    assert read.value == VALUE
    assert proposal_format.write(read.value) == CANONICAL


@given(records.PROPOSALS)
def test_any_proposal_survives_its_file(proposal: Proposal) -> None:
    laws.a_proposal_survives_its_file(proposal)


@given(records.POSITIONS, records.POSITIONS)
def test_positions_survive_their_file(one: Position, two: Position) -> None:
    written = "\n".join(map(proposal_format.write_position, (one, two)))
    assert proposal_format.read_positions(Source("positions.toml", written)).value == (one, two)


@given(records.AGREEMENTS)
def test_agreements_survive_their_file(agreement: Agreement) -> None:
    written = proposal_format.write_agreement(agreement)
    read = proposal_format.read_agreements(Source("agreements.toml", written))
    assert (read.value, read.problems) == ((agreement,), ())


def test_words_that_look_like_the_parts_of_a_file_are_words() -> None:
    words = "+++\n%% changes\n\n\\%% explanation\n%% odd\n"
    proposal = receive(words, "first", "Delegation A", date(2026, 2, 10))
    written = proposal_format.write(proposal)
    assert "\n\\%% changes\n\n\\\\%% explanation\n\\%% odd\n" in written
    assert proposal_format.read(written).value == proposal
    assert proposal_format.read(written).problems == ()


def test_a_file_written_by_hand_needs_little() -> None:
    source = (
        '+++\nagainst = "first"\nsponsors = [{ name = "Delegation A", joined = 2026-02-10 }]\n'
        'life = [{ step = "received", at = 2026-02-10 }]\n+++\nIn article 1, delete paragraph 2.\n'
    )
    read = proposal_format.read(source, "a.proposal")
    assert read.problems == ()
    assert (read.value.words, read.value.audience) == ("In article 1, delete paragraph 2.", "internal")


def test_every_error_is_said_at_once_each_in_its_place() -> None:
    source = (
        "+++\n"
        'symbol = "CCM/twelve"\n'
        'agianst = "first"\n'
        'audience = "delegates"\n'
        "sponsors = [\n"
        '  { name = "Delegation A; Delegation B", joined = 2026-02-10 },\n'
        '  { name = "Delegation C" },\n'
        "]\n"
        "life = [\n"
        '  { step = "recieved", at = 2026-02-10 },\n'
        '  { step = "issued", at = 2026-02-11T09:00:00Z },\n'
        "]\n"
        "+++\n"
        "\n"
        "Delete article 2.\n"
        "\n"
        "%% chages\n"
        "%% changes\n"
        '{ "format": 1,\n'
        "  base }\n"
        "%% changes\n"
    )
    example = "CCM/12, CCM/CRP.3, CCM/12/Rev.1 or A/CONF.232/2022/L.5*"
    assert sorted(said(source)) == sorted(
        [
            'a.proposal:3:1: error: "agianst" means nothing here (did you mean "against"?) [unknown-key]',
            f'a.proposal:2:1: error: "CCM/twelve" is no document symbol; write one such as {example} [symbol]',
            "a.proposal:1:1: error: nothing says which text this proposal is against [missing]",
            'a.proposal:4:1: error: "delegates" is no audience [unknown-audience]',
            'a.proposal:6:3: error: "Delegation A; Delegation B" names a sponsor with ";", which stands between names '
            "[sponsor]",
            'a.proposal:7:3: error: "joined" is missing here [missing]',
            'a.proposal:10:3: error: "recieved" is no step (did you mean "received"?) [unknown-step]',
            "a.proposal:11:3: error: a time here is that of the conference, without an offset [offset]",
            'a.proposal:17:1: warning: "chages" is no part of a proposal (did you mean "changes"?); '
            "the line is taken for words [unknown-part]",
            "a.proposal:20:3: error: this is not JSON: Expecting property name enclosed in double quotes [bad-changes]",
            'a.proposal:21:1: error: "changes" is given twice; this one is not read [part-twice]',
        ]
    )


def test_a_step_that_was_not_allowed_is_shown_at_its_line() -> None:
    source = changed('  { step = "issued", at = 2026-02-11T09:00:00 }', '  { step = "rejected", at = 2026-02-11 }')
    (problem,) = proposal_format.read(source, "a.proposal").problems
    assert render(problem) == (
        "a.proposal:13:3: error: it cannot be rejected once it is received; it can be: validated, issued, withdrawn, "
        'lapsed, superseded [life]\n  13 |   { step = "rejected", at = 2026-02-11 },\n     |   ^'
    )


def test_words_that_are_no_longer_those_received_are_noticed() -> None:
    source = changed("ten years", "eleven years")
    assert said(source)[0] == (
        "a.proposal:17:1: error: these are not the words that were received: their hash is another one [words-changed]"
    )


@given(st.text(), st.integers(0, len(CANONICAL)), st.integers(0, 40))
def test_no_file_is_too_broken_to_be_read(put: str, at: int, cut: int) -> None:
    for source in (put, CANONICAL[:at] + put + CANONICAL[at + cut :]):
        for problem in proposal_format.read(source, "a.proposal").problems:
            assert render(problem).startswith("a.proposal:")


def test_a_remark_in_front_matter_is_said_not_to_last() -> None:
    source = changed('language = "en"', 'language = "en"  # as the note says').replace('"e-mail"', '"e-mail #7"')
    (problem,) = proposal_format.read(source, "a.proposal").problems
    assert str(problem) == (
        "a.proposal:4:18: warning: this remark is not kept when the proposal is issued or carried on [remark]"
    )


@pytest.mark.parametrize("source", ["Delete article 2.\n", "+++\nagainst = 'first'\n", "\n"])
def test_a_file_without_front_matter_is_told_what_to_begin_with(source: str) -> None:
    problem = proposal_format.read(source, "a.proposal").problems[0]
    assert (problem.code, problem.where.line, problem.severity) == ("front-matter", 1, Severity.ERROR)
    assert problem.hint.startswith("begin with a line of +++")


def test_changes_of_a_later_program_are_refused_where_they_stand() -> None:
    assert said(changed('"format": 1', '"format": 7')) == [
        "a.proposal:22:1: error: these changes are written in format 7; this version reads 1 [bad-changes]"
    ]


def test_what_happens_later_only_adds_to_the_file() -> None:
    later = take(VALUE, Step(Event.WITHDRAWN, date(2026, 2, 12), "Delegation A"))
    before, after = CANONICAL.split("\n"), proposal_format.write(later).split("\n")
    assert [line for line in after if line not in before] == [
        '  { step = "withdrawn", at = 2026-02-12, by = "Delegation A" },'
    ]
    assert [line for line in after if line in before] == before
    assert proposal_format.read(proposal_format.write(replace(later, adopted=VALUE.changes))).value.effect
