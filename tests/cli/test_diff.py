"""`instrument diff`: what it shows in every format, how it ends, what it refuses."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from instrument.cli import group
from instrument.formats.docx.parts.opened import opened
from tests.corpus import CORPUS, needs_corpus

CLEARANCE = """\
## Article 2 — Clearance

1. Each State Party shall clear the areas under its control within five years. {#deadline}
2. It shall teach people about the risk.
3. It shall mark the areas.
4. It shall report on the work every year, and shall make the report public.
5. It may ask for an extension.
  (a) The request is made to the Meeting.
  (b) The Meeting decides.
"""
REVISED = """\
## Article 2 — Clearance and marking

1. Each State Party should clear the areas under its control within ten years. {#deadline}
1 bis. [It shall keep a list of the areas.]{by="Delegation A"}
2. It shall mark the areas.
3. It shall report on the work every year, and shall make the report public.
4. It may ask for an *extension*.
  (a) The request is made to the Meeting.
"""
AID = """\
## Article — Aid

1. It shall teach people about the risk.
2. Each State Party may [aid]{by="Delegation A"} others under {@use}.
"""
SUMMARY = (
    "1 insertion and 2 replacements in article 2, among them 1 of normative force and 1 of figures; article 3 is new; "
    "article 2, paragraph 1 bis is new; article 2, paragraph 5 (b) of the old text is deleted; article 2, paragraph 2 "
    "of the old text is moved to article 3, paragraph 1; 2 provisions are only renumbered; 1 passage differs in "
    "emphasis only; nothing else."
)


def run(*arguments: str, input: bytes | None = None) -> Result:
    result = CliRunner().invoke(group, ["diff", *arguments], input=input, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def revised(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, in whose second text a provision has moved and others have changed in every way."""
    monkeypatch.setenv("COLUMNS", "80")
    settings = workspace / "clauses/library.toml"
    order = 'order = ["title", "use", "aid", "clearance"]'
    text = settings.read_text(encoding="utf-8").replace(order, 'order = ["title", "use", "clearance", "aid"]')
    for name, words in {
        "library.toml": text,
        "use/first.clause": "## Article 1 — Use\n\n1. Never under any circumstances.\n",
        "clearance/first.clause": CLEARANCE,
        "clearance/second.clause": REVISED,
        "aid/second.clause": AID,
    }.items():
        (workspace / "clauses" / name).write_text(words, encoding="utf-8", newline="\n")
    return workspace


def test_the_terminal_shows_what_became_of_each_line(revised: Path) -> None:
    result = run("first", "second")
    assert (result.exit_code, result.stderr) == (1, "")
    assert (
        result.stdout
        == """\
Comparison of first and second

1 insertion and 2 replacements in article 2, among them 1 of normative force and
1 of figures; article 3 is new; article 2, paragraph 1 bis is new; article 2,
paragraph 5 (b) of the old text is deleted; article 2, paragraph 2 of the old
text is moved to article 3, paragraph 1; 2 provisions are only renumbered; 1
passage differs in emphasis only; nothing else.

~ changed   # renumbered   + new   - deleted   > moved here   < moved away
{+put in+}   [-taken out-]
         … unchanged: Draft convention – Article 1 (2) …

~        Article 2 — Clearance {+and marking+}
~ force  1. Each State Party [-shall-]{+should+} clear the areas under its
  figure    control within [-five-]{+ten+} years.
<        2. (moved to article 3, paragraph 1)
+        {+1 bis.+} {+[It shall keep a list of the areas.] (Delegation
               A)+}
#        [-3-]{+2+}. It shall mark the areas.
#        [-4-]{+3+}. It shall report on the work every year, and shall make
             the report public.
         (emphasis changed: “extension”)
~        [-5-]{+4+}. It may ask for an extension.
           (a) The request is made to the Meeting.
-          [-(b)-] [-The Meeting decides.-]

+        {+Article 3+} — {+Aid+}
         (moved from article 2, paragraph 2)
>        [-2-]{+1+}. It shall teach people about the risk.
+        {+2.+} {+Each State Party may [aid] (Delegation A) others under
            article 1.+}
"""
    )


def test_a_page_on_which_nothing_but_a_number_changed_has_its_legend(workspace: Path) -> None:
    Path("old.clause").write_text('+++\nid = "use"\n+++\n## Article 1\n\n2. Never.\n', encoding="utf-8")
    Path("new.clause").write_text('+++\nid = "use"\n+++\n## Article 1\n\n3. Never.\n', encoding="utf-8")
    shown = run("old.clause", "new.clause").stdout
    assert "# renumbered" in shown
    assert "{+put in+}   [-taken out-]" in shown
    run("old.clause", "new.clause", "-o", "page.md")
    assert "put in" in Path("page.md").read_text(encoding="utf-8")


def test_words_are_marked_as_git_marks_them(revised: Path) -> None:
    assert (
        run("first", "second", "--format", "words", "--context", "0").stdout
        == """\
--- first
+++ second
@@ -clearance/heading +clearance/heading @@ article 2, heading
Article 2 Clearance{+ and marking+}
1. Each State Party [-shall-]{+should+} clear the areas under its control within [-five-]{+ten+} years.
[-2. It shall teach people about the risk.-]
{+1 bis. [It shall keep a list of the areas.]{by="Delegation A"}+}
[-3.-]{+2.+} It shall mark the areas.
[-4.-]{+3.+} It shall report on the work every year, and shall make the report public.
[-5.-]{+4.+} It may ask for an extension.
@@ -clearance/5/b + @@ article 2, paragraph 5 (b)
  [-(b) The Meeting decides.-]
@@ - +aid/heading @@ article 3, heading
{+Article 3 Aid+}
{+1. It shall teach people about the risk.+}
{+2. Each State Party may [aid]{by="Delegation A"} others under {@use}.+}
"""
    )


def test_porcelain_has_one_stretch_of_words_a_line(revised: Path) -> None:
    result = run("clearance/1@first", "clearance/1@second", "--format", "porcelain")
    assert (
        result.stdout
        == """\
--- clearance/1@first
+++ clearance/1@second
@@ -clearance/heading +clearance/heading @@ article 2, heading
 Article 2
~
 1. Each State Party 
-shall
+should
  clear the areas under its control within 
-five
+ten
  years.
~
"""
    )


def test_the_table_counts_lines_and_words_article_by_article(revised: Path) -> None:
    result = run("first", "second", "--stat")
    assert result.exit_code == 1
    assert (
        result.stdout
        == f"""\
first → second
{SUMMARY}

           new  deleted  changed  moved here  moved away  renumbered  +words  -words
article 2    1        1        3           ·           1           2      12       5
article 3    2        ·        ·           1           ·           ·       8       ·
in all       3        1        3           1           1           2      20       5
"""
    )


def test_three_texts_are_compared_step_by_step(revised: Path) -> None:
    result = run("first", "paper", "second", "--stat")
    assert "\nfirst → paper\n" in f"\n{result.stdout}"
    assert result.stdout.endswith(
        """
           first → paper         paper → second
article 2  6 deleted, 1 changed  5 new, 2 changed
article 3                        new
"""
    )
    shown = run("first", "paper", "second").stdout
    assert shown.index("Comparison of first and paper") < shown.index("Comparison of paper and second")
    data = json.loads(run("first", "paper", "second", "--format", "json").stdout)
    assert [(step["old"], step["new"]) for step in data["steps"]] == [("first", "paper"), ("paper", "second")]


def test_json_says_all_of_it(revised: Path) -> None:
    data = json.loads(run("first", "second", "--format", "json").stdout)
    assert (data["format"], data["old"], data["new"], data["summary"]) == (1, "first", "second", SUMMARY)
    assert data["counts"]["total"]["replacements"] == 2
    assert data["changes"]["format"] == 1
    line = next(line for line in data["lines"] if line["old"] and line["old"][0]["address"] == "clearance/1")
    assert line["pieces"][1:3] == [
        {"did": "deleted", "text": ["shall"], "weights": ["force"]},
        {"did": "inserted", "text": ["should"], "weights": ["force"]},
    ]
    only = json.loads(run("first", "second", "--format", "json", "--changed-only").stdout)
    assert "same" not in {line["fate"] for line in only["lines"]}
    assert "same" in {line["fate"] for line in data["lines"]}


@pytest.mark.parametrize("ending", ["md", "html", "txt", "json"])
def test_the_ending_of_a_file_chooses_the_format(revised: Path, ending: str) -> None:
    result = run("first", "second", "-o", f"comparison.{ending}")
    assert (result.exit_code, result.stdout, result.stderr) == (1, f"comparison.{ending}\n", "")
    assert (revised / f"comparison.{ending}").stat().st_size > 500


def test_a_word_file_carries_the_changes_tracked(revised: Path) -> None:
    stamp = ["--author", "Delegation A", "--date", "2026-03-10"]
    result = run("first", "second", "-o", "marked.docx", *stamp)
    assert (result.exit_code, result.stdout) == (1, "marked.docx\n")
    proven, unproven = result.stderr.splitlines()
    assert re.fullmatch(r"tracked and proven: \d+ insertions, \d+ deletions and .* by Delegation A", proven)
    assert unproven == "not proven: how words, tables and pages look"
    again = (revised / "marked.docx").read_bytes()
    run("first", "second", "-o", "marked.docx", *stamp)
    assert (revised / "marked.docx").read_bytes() == again
    for view, text in (("rejected", "first"), ("accepted", "second")):
        assert run(text, "marked.docx", "--view", view).exit_code == 0


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("second", "President's text (A/CONF.1/PT/1)"),
        ("clearance@second", "President's text (A/CONF.1/PT/1)"),
        ("returned.docx", "returned"),
        ("-", "standard input"),
    ],
)
def test_where_nobody_is_named_the_changes_are_by_what_people_call_the_second_text(
    revised: Path, text: str, author: str
) -> None:
    settings = revised / "clauses/library.toml"
    kind = 'kind = "President\'s text"\n'
    told = settings.read_text(encoding="utf-8").replace(kind, f'{kind}symbol = "A/CONF.1/PT/1"\n')
    settings.write_text(told, encoding="utf-8")
    CliRunner().invoke(group, ["build", "second", "-o", "returned.docx"])
    old = "clearance@first" if "@" in text else "first"
    result = run(old, text, "-o", "marked.docx", input=CLEARANCE.encode())
    assert f" by {author}\n" in result.stderr


def test_marks_for_paper_leave_nothing_to_accept(revised: Path) -> None:
    run("first", "second", "-o", "printed.docx", "--marks", "printed")
    run("first", "second", "-o", "columns.docx", "--marks", "columns")
    for name in ("printed.docx", "columns.docx"):
        xml = opened((revised / name).read_bytes(), name).parts["word/document.xml"]
        assert b"w:author" not in xml
        assert b"<w:strike/>" in xml


def test_a_word_file_is_marked_as_it_is(revised: Path) -> None:
    CliRunner().invoke(group, ["build", "first", "-o", "issued.docx"])
    CliRunner().invoke(group, ["build", "second", "-o", "returned.docx"])
    for new in ("returned.docx", "second"):
        assert run("issued.docx", new, "-o", "marked.docx", "--no-receipt").exit_code == 1
        parts = opened((revised / "marked.docx").read_bytes(), "marked.docx").parts
        issued = opened((revised / "issued.docx").read_bytes(), "issued.docx").parts
        assert {name for name in issued if parts[name] != issued[name]} <= {
            "word/document.xml",
            "word/footnotes.xml",
            "customXml/item1.xml",
        }
    assert run("issued.docx", "issued.docx", "-o", "same.docx").exit_code == 0


def test_documents_hold_unchanged_lines_unless_told_otherwise(revised: Path) -> None:
    run("first", "second", "-o", "all.md")
    run("first", "second", "-o", "changed.md", "--changed-only")
    assert "Never under any circumstances" in (revised / "all.md").read_text(encoding="utf-8")
    assert "Never under any circumstances" not in (revised / "changed.md").read_text(encoding="utf-8")
    assert "Never under any circumstances" in run("first", "second", "--all").stdout


def test_texts_that_read_alike_end_with_nought(revised: Path) -> None:
    result = run("first", "first")
    assert result.exit_code == 0
    assert "The texts are identical." in result.stdout
    assert run("first", "first", "--format", "words").stdout == ""
    assert run("first", "first", "--stat").stdout == "first → first\nThe texts are identical.\n"


def test_ids_and_anchors_make_no_difference_to_a_reader(revised: Path) -> None:
    for name, id in (("one", "use"), ("two", "never")):
        front = f'+++\nid = "{id}"\n+++\n'
        Path(f"{name}.clause").write_text(f"{front}## Article 1 — Use\n\n1. Never.\n", encoding="utf-8")
    result = run("one.clause", "two.clause")
    assert result.exit_code == 0
    assert "The texts read alike; they differ in ids and anchors" in result.stdout.replace("\n", " ")


def test_a_text_may_come_from_anywhere(revised: Path) -> None:
    printed = b"Article 1\nUse\n\n1. Never under any circumstance.\n\nArticle 2\nAid\n\n1. It helps.\n"
    result = run("use@first", "-", "--format", "words", input=printed)
    assert "1. Never under any [-circumstances-]{+circumstance+}." in result.stdout
    Path("printed.txt").write_bytes(printed)
    assert run("printed.txt", "-", input=printed).exit_code == 0
    assert run("first.fr", "use@first").exit_code == 1


def test_references_of_a_place_lead_into_the_whole(revised: Path) -> None:
    result = run("clearance@first", "aid@second")
    assert "others under article 1." in re.sub(r"\s+", " ", result.stdout)


def test_a_number_that_only_followed_can_go_unmarked(revised: Path) -> None:
    for name, number in (("one", 1), ("two", 3)):
        use = f"## Article {number} — Use\n\n1. Never.\n"
        aid = "## Article 2 — Aid\n\n1. It goes on under {@use}.\n"
        parts = (f'+++\nid = "{id}"\n+++\n{words}' for id, words in (("use", use), ("aid", aid)))
        Path(f"{name}.clause").write_text("\n".join(parts), encoding="utf-8")
    assert "# number 1. It goes on under [-article 1-]{+article 3+}." in run("one.clause", "two.clause").stdout
    assert "1. It goes on under article 3." in run("one.clause", "two.clause", "--all", "--no-consequential").stdout


def test_marks_stand_beside_colours(revised: Path) -> None:
    plain = run("clearance/1@first", "clearance/1@second").stdout
    coloured = (
        CliRunner()
        .invoke(group, ["--color", "always", "diff", "clearance/1@first", "clearance/1@second"], catch_exceptions=False)
        .stdout
    )
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[31m\x1b[9m[-shall-]\x1b[0m" in coloured


def test_arabic_runs_from_right_to_left_and_chinese_breaks_between_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "40")
    chinese = "缔约国承诺清除并销毁位于其管辖或控制区域内的集束弹药遗留物，或确保清除并销毁此种遗留物。"
    arabic = "تتعهد كل دولة طرف بأن تزيل وتدمر مخلفات الذخائر العنقودية"
    for name, words in (("old", chinese), ("new", chinese.replace("承诺", "应")), ("ar", arabic), ("ar2", arabic[:-4])):
        language = "ar" if name.startswith("ar") else "zh"
        front = f'+++\nid = "use"\nlanguage = "{language}"\n+++\n'
        Path(f"{name}.clause").write_text(f"{front}## 第一条\n\n1. {words}\n", encoding="utf-8")
    lines = run("old.clause", "new.clause").stdout.splitlines()
    assert not any(line.strip().startswith(("，", "。", "-]", "+}")) for line in lines)
    assert any("[-承诺-]{+应+}" in line for line in lines)
    shown = run("ar.clause", "ar2.clause").stdout
    assert "\u2067" in shown and "\u2069" in shown


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["first", "secnd"],
            'instrument: "secnd" is no stage of clauses (did you mean "second"?); its stages are: first, paper, second',
        ),
        (["gone.txt", "second"], "instrument: there is no file gone.txt; look at the name and the folder"),
        (
            ["first", "second", "-o", "a.pdf"],
            'instrument: a comparison is not written as ".pdf"; choose one of: .txt, .md, .html, .json, .docx',
        ),
        (
            ["first", "second", "--profile", "ccn"],
            'instrument: there is no style profile "ccn"; the profiles are un, ccm',
        ),
        (["first"], "Error: diff takes two texts or more, and one was named."),
        (["-", "-"], "Error: standard input is one text; name the other."),
        (
            ["first", "paper", "second", "-o", "a.docx"],
            "Error: a document compares two texts, and 3 were named; make one of each step.",
        ),
        (
            ["first", "second", "--stat", "--format", "words"],
            "Error: --stat is a table for the terminal; --format json holds its numbers.",
        ),
        (
            ["first", "second", "-o", "a.docx", "--date", "yesterday"],
            'Error: "yesterday" is no date; write one as 2026-03-10 or 2026-03-10T09:00.',
        ),
    ],
)
def test_what_cannot_be_compared_is_one_sentence_and_two(revised: Path, arguments: list[str], sentence: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr.splitlines()[-1]) == (2, "", sentence)


def test_a_comparison_imports_no_word_processor(revised: Path) -> None:
    code = (
        "import sys\nfrom instrument.cli import group\n"
        "try: group(['diff', 'first', 'second'], standalone_mode=False)\nexcept BaseException: pass\n"
        "print(*sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    out = subprocess.run(["python3", "-c", code], capture_output=True, text=True, env=environment, check=False).stdout
    assert not {"docx", "lxml", "diff_match_patch", "hypothesis"} & set(out.splitlines()[-1].split())


PAIRS = [
    ("treaties/ottawa-1997.en.txt", "treaties/ccm-2008.en.txt"),
    ("drafts/paris-agreement/2015-10-23.md", "drafts/paris-agreement/2015-12-04.md"),
    ("drafts/paris-agreement/2015-12-12.md", "drafts/paris-agreement/2016-01-29.md"),
    ("drafts/paris-convention/1934.fr.txt", "drafts/paris-convention/1967.fr.txt"),
    ("drafts/bbnj-prepcom-report/2026-04-02.en.txt", "drafts/bbnj-prepcom-report/2026-05-04.en.txt"),
    ("multilingual/bbnj-2023/ar.txt", "multilingual/bbnj-2023/zh.txt"),
]


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_real_texts_are_compared(old: str, new: str) -> None:
    for form in ("terminal", "words", "porcelain", "json", "markdown", "html"):
        assert run(str(CORPUS / old), str(CORPUS / new), "--format", form).exit_code == 1


@needs_corpus
def test_a_lawyer_sees_what_one_treaty_took_over_from_another() -> None:
    shown = run(str(CORPUS / PAIRS[0][0]), str(CORPUS / PAIRS[0][1])).stdout
    summary = re.sub(r"\s+", " ", shown.partition("~ changed")[0])
    assert "articles 5 and 21 are new" in summary
    assert "article 3 of the old text is deleted" in summary
    assert "articles 3, 4, 22 and 23 are renumbered, formerly articles 4, 5, 21 and 22" in summary


def test_prose_is_amendments_that_make_the_second_text(revised: Path) -> None:
    result = run("first", "second", "--format", "prose")
    assert result.exit_code == 1
    assert "In the heading of article 2, at the end, add “and marking”." in result.stdout
    assert "prose does not say its emphasis" in result.stderr
    assert "nor who holds the brackets" in result.stderr


def test_prose_is_a_document_where_that_was_asked_for(revised: Path) -> None:
    assert run("first", "second", "--format", "prose", "-o", "list.md").exit_code == 1
    assert Path("list.md").read_text(encoding="utf-8").startswith("# Amendments to first\n")
    assert run("first", "second", "--format", "prose", "-o", "list.docx").exit_code == 1
    assert opened(Path("list.docx").read_bytes(), "list.docx")
