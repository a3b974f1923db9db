"""`adopt --seal`: a text is closed once nothing stands in the way, and whoever changes it later is named."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import instrument
from instrument.problem import Misuse
from tests.sealed import SEALING, change, put, run, seal, workspace


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return workspace(tmp_path / "convention")


def test_a_text_is_adopted_and_sealed_as_it_stands(home: Path) -> None:
    assert seal(home).exit_code == 0
    library = instrument.open(home / "clauses")
    stage = library.stage("adopted-text")
    assert (stage.kind, stage.base, stage.sealed) == ("adopted", "final-draft", True)
    assert library.draft("adopted-text") == library.draft("final-draft")
    assert library.problems == ()


def test_the_record_has_every_clause_in_every_language(home: Path) -> None:
    seal(home)
    record = tomllib.loads((home / "clauses/issued/adopted-text.toml").read_text(encoding="utf-8"))
    assert record["decision"] == "Decision 20"
    clauses = ["title", "clearance", "assistance", "form"]
    assert list(record["words"]) == ["en", "ar", "zh", "fr"]
    assert all(list(words) == clauses for words in record["words"].values())


def test_without_the_option_a_text_is_adopted_and_stays_open(home: Path) -> None:
    assert run(home, *SEALING).exit_code == 0
    assert not instrument.open(home / "clauses").stage("adopted-text").sealed


def test_an_adopted_stage_is_sealed_in_its_place(home: Path) -> None:
    run(home, *SEALING)
    result = run(home, "adopt", "--of", "adopted-text", "--decision", "Decision 21", "--seal")
    assert result.exit_code == 0
    assert instrument.open(home / "clauses").stage("adopted-text").sealed


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("clearance/final-draft.clause", "ten years", "[ten] years", "clearance/1/b@adopted-text.en"),
        ("clearance/final-draft.fr.clause", "dix ans", "[dix] ans", "clearance/1/b@adopted-text.fr"),
        ("clearance/final-draft.ar.clause", "عشر", "[عشر]", "clearance/1/ب@adopted-text.ar"),
        ("clearance/final-draft.zh.clause", "十年", "[十年]", "clearance/1/b@adopted-text.zh"),
        ("clearance/final-draft.clause", "{@assistance}", "{@victims}", 'there is no clause "victims"'),
        ("clearance/final-draft.clause", "{@assistance}", "article 9", "clearance/1/b@adopted-text.en"),
    ],
)
def test_nothing_is_sealed_while_an_authentic_language_has_errors(
    home: Path, name: str, old: str, new: str, told: str
) -> None:
    change(home, name, old, new)
    before = (home / "clauses/library.toml").read_text(encoding="utf-8")
    result = seal(home)
    assert result.exit_code == 2
    assert 'instrument: "adopted-text" is not sealed, and nothing was written:' in result.output
    assert told in result.output
    assert (home / "clauses/library.toml").read_text(encoding="utf-8") == before
    assert not (home / "clauses/issued").exists()


def test_every_place_is_listed_at_once(home: Path) -> None:
    change(home, "clearance/final-draft.clause", "ten years", "[ten] [twelve] years")
    change(home, "assistance/final-draft.fr.clause", "aide", "[aide]")
    assert "3 things stand in the way" in seal(home).output


def test_a_rule_that_the_workspace_left_out_keeps_a_text_open_all_the_same(home: Path) -> None:
    change(home, "clearance/final-draft.clause", "ten years", "[ten] years")
    change(home, "library.toml", "[delegations]", '[checks]\nignore = ["bracket-left"]\n\n[delegations]')
    assert "a bracket is left [bracket-left]" in seal(home).output


def test_a_waiver_with_its_reason_excuses(home: Path) -> None:
    change(home, "clearance/final-draft.clause", "  (b) within", "  %% waive bracket-left: a formula\n  (b) within")
    change(home, "clearance/final-draft.clause", "ten years", "[ten] years")
    assert seal(home).exit_code == 0


def test_a_clause_that_an_authentic_language_lacks_keeps_it_open(home: Path) -> None:
    (home / "clauses/assistance/final-draft.zh.clause").unlink()
    assert 'there is no text in "zh" of: assistance' in seal(home).output


def test_a_translation_older_than_the_original_keeps_it_open(home: Path) -> None:
    change(
        home,
        "library.toml",
        "[stages.final-draft]",
        '[stages.final-text]\nbase = "final-draft"\n\n[stages.final-draft]',
    )
    put(home, "assistance/final-text.clause", "## Article 2 — Assistance\n\n1. Each State Party shall aid victims.\n")
    result = run(home, *(word.replace("final-draft", "final-text") for word in SEALING), "--seal")
    assert result.exit_code == 2
    assert 'this is of "final-draft", but the original changed at "final-text"' in result.output


def test_a_courtesy_translation_may_be_missing(home: Path) -> None:
    assert "es" in instrument.open(home / "clauses").settings.languages
    assert seal(home).exit_code == 0


def test_a_pending_proposal_keeps_it_open(home: Path) -> None:
    _propose(home)
    assert "DC/1 on final-draft is pending" in seal(home).output
    run(home, "reject", "DC/1", "--decision", "Decision 9", "--at", "2026-05-01")
    assert seal(home).exit_code == 0


def _propose(home: Path) -> None:
    words = home / "words.txt"
    words.write_text('In article 2, paragraph 1, replace "assist" with "help".\n', encoding="utf-8")
    filed = run(home, "propose", str(words), "--by", "Delegation A", "--against", "final-draft", "--at", "2026-04-21")
    assert filed.exit_code == 0, filed.output
    (name,) = (path.stem for path in (home / "clauses/proposals").iterdir())
    issued = run(home, "issue", name, "--at", "2026-04-22")
    assert issued.exit_code == 0, issued.output


def test_the_proposal_that_is_adopted_is_no_obstacle_to_the_seal(home: Path) -> None:
    _propose(home)
    for code, old, new in (("fr", "aide", "assiste"), ("ar", "تقدم", "تمنح"), ("zh", "援助受害者", "帮助受害者")):
        change(home, f"assistance/final-draft.{code}.clause", old, new)
    words = ("adopt", "DC/1", "--stage", "adopted-text", "--decision", "Decision 20", "--at", "2026-05-22", "--seal")
    result = run(home, *words)
    assert 'this is of "final-draft", but the original changed at "adopted-text"' in result.output
    assert "DC/1 on final-draft is pending" not in result.output
    assert run(home, *words[:-1]).exit_code == 0
    for code in ("fr", "ar", "zh"):
        text = (home / f"clauses/assistance/final-draft.{code}.clause").read_text(encoding="utf-8")
        put(home, f"assistance/adopted-text.{code}.clause", text)
    sealed = run(home, "adopt", "--of", "adopted-text", "--decision", "Decision 20", "--seal", "--at", "2026-05-22")
    assert sealed.exit_code == 0, sealed.output


@pytest.mark.parametrize("language", ["", ".fr"])
def test_words_changed_after_the_seal_are_named_wherever_they_stand(home: Path, language: str) -> None:
    seal(home)
    name = f"assistance/final-draft{language}.clause"
    change(home, name, "Assistance", "Aid")
    spoken = ' in "fr"' if language else ""
    told = f"adopted-text: the words of assistance have changed{spoken} since it was sealed"
    (problem,) = instrument.open(home / "clauses").problems
    assert problem.message == told
    assert problem.where.name.endswith(name)
    listed = run(home, "list")
    assert listed.exit_code == 1
    assert told in listed.output


def test_a_comment_of_the_secretariat_breaks_no_seal(home: Path) -> None:
    seal(home)
    change(home, "assistance/final-draft.clause", "1. Each", "%% as agreed\n1. Each")
    assert instrument.open(home / "clauses").problems == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sealed = true", "sealed = false", "library.toml no longer says that it is adopted and sealed"),
        ('"clearance", "assistance"', '"assistance", "clearance"', "the order of the clauses has changed"),
        ('"assistance", ', "", "assistance has gone"),
    ],
)
def test_what_library_toml_does_to_a_sealed_text_is_named(home: Path, old: str, new: str, told: str) -> None:
    seal(home)
    change(home, "library.toml", old, new)
    messages = [problem.message for problem in instrument.open(home / "clauses").problems]
    assert any(message.startswith("adopted-text: ") and told in message for message in messages)


def test_a_clause_slipped_in_after_the_seal_is_named(home: Path) -> None:
    seal(home)
    change(home, "library.toml", '"assistance", ', '"assistance", "extra", ')
    put(home, "extra/final-draft.clause", "## Article 3 — Extra\n\n1. Nothing.\n")
    (problem,) = instrument.open(home / "clauses").problems
    assert problem.message == "adopted-text: extra has come in since it was sealed"


def test_a_courtesy_translation_is_made_after_the_seal(home: Path) -> None:
    seal(home)
    library = instrument.open(home / "clauses")
    library.save("final-draft", library.draft("adopted-text").clauses, language="es")
    assert instrument.open(home / "clauses").problems == ()


def test_a_record_that_was_taken_away_is_missed(home: Path) -> None:
    seal(home)
    (home / "clauses/issued/adopted-text.toml").unlink()
    (problem,) = instrument.open(home / "clauses").problems
    assert problem.message == "adopted-text is adopted and sealed, and the record of its words is not there"


def test_a_damaged_record_is_named(home: Path) -> None:
    seal(home)
    put(home, "issued/adopted-text.toml", "stage = \n")
    (problem,) = instrument.open(home / "clauses").problems
    assert "is no record of a seal" in problem.message


@pytest.mark.parametrize("text", ["adopted-text", "final-draft", "final-draft.fr"])
def test_neither_a_sealed_text_nor_what_it_inherits_is_written_to(home: Path, text: str) -> None:
    seal(home)
    library = instrument.open(home / "clauses")
    stage, _, language = text.partition(".")
    clauses = [replace(clause, provisions=()) for clause in library.draft(text)]
    with pytest.raises(Misuse, match='"adopted-text" is sealed'):
        library.save(stage, clauses, language=language)
    with pytest.raises(Misuse, match="sealed"):
        library.save(stage, library.draft("adopted-text").clauses[:1])


def test_what_a_sealed_text_has_of_its_own_may_change_in_an_earlier_stage(home: Path) -> None:
    run(home, *SEALING)
    for code in ("", ".fr", ".ar", ".zh"):
        text = (home / f"clauses/assistance/final-draft{code}.clause").read_text(encoding="utf-8")
        put(home, f"assistance/adopted-text{code}.clause", text)
    sealed = run(home, "adopt", "--of", "adopted-text", "--decision", "Decision 20", "--seal", "--at", "2026-05-22")
    assert sealed.exit_code == 0
    library = instrument.open(home / "clauses")
    clauses = [
        replace(clause, provisions=()) if clause.id == "assistance" else clause
        for clause in library.draft("final-draft.fr")
    ]
    library.save("final-draft", clauses, language="fr")
    assert not [each for each in instrument.open(home / "clauses").problems if each.code == "seal"]


def test_what_is_saved_on_a_sealed_text_is_a_correction_of_it(home: Path) -> None:
    seal(home)
    library = instrument.open(home / "clauses")
    library.save("corrected-text", library.draft("adopted-text").clauses, base="adopted-text")
    again = instrument.open(home / "clauses")
    assert again.stage("corrected-text").kind == "corrected"
    assert again.problems == ()


def test_no_draft_grows_from_a_sealed_text(home: Path) -> None:
    seal(home)
    change(home, "library.toml", "sealed = true\n", 'sealed = true\n\n[stages.next]\nbase = "adopted-text"\n')
    (problem,) = instrument.open(home / "clauses").problems
    assert problem.message == '"adopted-text" is adopted and sealed, and "next" on it is no corrected stage'
    result = run(home, "adopt", "--of", "adopted-text", "--stage", "again", "--decision", "Decision 22")
    assert result.exit_code == 2
    assert '"again" on it cannot be adopted' in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--decision", "Decision 1"), "name the proposals to adopt, or the stage to adopt as it stands"),
        (("--of", "final-draft", "--decision", "Decision 1"), "--of makes a new stage"),
        (("--of", "final-draft", "--decision", "Decision 1", "--seal"), '"final-draft" is not adopted'),
        (("--of", "final", "--stage", "x", "--decision", "Decision 1"), '"final" is no stage'),
    ],
)
def test_a_decision_that_says_too_little_is_refused(home: Path, words: tuple[str, ...], told: str) -> None:
    result = run(home, "adopt", *words)
    assert result.exit_code == 2
    assert told in result.output


def test_what_is_sealed_is_not_sealed_again(home: Path) -> None:
    seal(home)
    result = run(home, "adopt", "--of", "adopted-text", "--decision", "Decision 22", "--seal")
    assert (result.exit_code, '"adopted-text" is sealed already' in result.output) == (2, True)
