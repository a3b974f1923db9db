"""The page of a comparison: it reads without a script, and a browser jumps, folds and parts the two texts."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instrument.difference.comparison import diff
from instrument.formats.html import write
from instrument.formats.html.phrases import PHRASES
from instrument.model import Clause, Instrument, Kind, Provision, text
from instrument.paper import Chars, Paper, Paragraph, Revision, Style
from instrument.papers.comparison import compare
from tests import edits
from tests.papers.reading import Page, is_in_order, words_of

CHROMIUM = shutil.which("chromium")
LONG = "Each State Party shall report once a year to the Depositary on the measures that it has taken."
OLD = (
    ("use", "Article 1", ("No State shall use them.", LONG, "Mines fall outside the scope of this Convention.")),
    ("aid", "Article 2", ("Aid shall be given to all victims in areas under its control.",)),
    ("end", "Article 3", ("This Convention is of unlimited duration, and the Depositary keeps it.",)),
)
NEW = (
    ("use", "Article 1", ("No State may use them.", LONG, "A quite new line, of stockpiles and their destruction.")),
    *OLD[1:],
)


def instrument(clauses: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Instrument:
    return Instrument(
        tuple(
            Clause(
                id,
                Kind.ARTICLE,
                label,
                text(f"On {id}"),
                tuple(Provision(0, f"{number}.", text(line)) for number, line in enumerate(lines, 1)),
            )
            for id, label, lines in clauses
        )
    )


def page(**how: object) -> bytes:
    return write(compare(diff(instrument(OLD), instrument(NEW)), **how).value)


@settings(max_examples=40)
@given(st.data())
def test_every_word_of_both_texts_is_on_the_page_in_order(data: st.DataObject) -> None:
    base = data.draw(edits.instruments())
    paper = compare(diff(base, data.draw(edits.edited(base))[0])).value
    shown = Page(write(paper))
    assert is_in_order(words_of(paper), shown.words)
    assert len(shown.having("id")) == len(set(shown.having("id")))


def test_changes_are_told_apart_without_colour_and_by_a_screen_reader() -> None:
    source = page().decode()
    assert '<del class="force">shall</del><ins class="force">may</ins>' in source
    assert '--said-inserted: "inserted:"; --said-deleted: "deleted:"' in source
    assert "ins.force, ins.figure { text-decoration: underline double;" in source


def test_a_label_that_changed_is_still_a_label() -> None:
    changed = (
        Chars("2", revision=Revision("delete")),
        Chars("3", revision=Revision("insert")),
        Chars("."),
        Chars("\t", gap=True),
    )
    line = Paragraph(Style.PROVISION, (*changed, Chars("Each")), change="renumbered")
    assert (
        '<p class="provision labelled" data-change="renumbered">'
        '<span class="label"><del>2</del><ins>3</ins>.</span> Each</p>' in write(Paper("", "en", (line,))).decode()
    )


def test_the_list_of_contents_reads_as_the_new_text() -> None:
    gone = Revision("delete")
    heading = (Chars("Use", revision=gone), Chars("Aid", revision=Revision("insert")))
    line = Paragraph(Style.ARTICLE, heading, "Article 1", target="aid", change="changed")
    source = write(Paper("", "en", (line,))).decode()
    assert '<a href="#aid"><span class="label">Article 1</span> Aid</a>' in source


def test_the_page_needs_nothing_from_outside_and_its_bar_waits_for_the_script() -> None:
    source = page().decode()
    assert not re.search(r"https?:|url\(|@import|<link|<img|src=", source)
    assert re.search(r'<div class="bar"[^>]* hidden', source)
    assert source.count("<script>") == 1


def test_a_row_of_two_texts_says_what_happened_and_a_short_row_spans_both_columns() -> None:
    source = page(form="columns", only_changed=True, context=0).decode()
    assert '<tr data-change="changed"><td>' in source
    assert '<tr data-change="folded"><td colspan="2">' in source
    assert 'data-do="sides"' not in source


@pytest.mark.parametrize("language", PHRASES)
def test_the_bar_speaks_every_language_of_the_house(language: str) -> None:
    line = Paragraph(Style.PROVISION, (Chars("x"),), change="inserted")
    source = write(Paper("", language, (line,))).decode()
    assert PHRASES[language].sides in source and f"{PHRASES[language].changes['inserted']} <b>1</b>" in source
    assert PHRASES[language].position.count("{}") == 2 and PHRASES[language].unchanged.count("{}") == 1


# What a browser does. The harness presses keys, writes what it sees as JSON, and the test reads it.
HARNESS = """
<script>
addEventListener("load", () => {
  const press = (key, code = "") => document.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true }));
  const all = (what) => [...document.querySelectorAll(what)];
  const shown = (what) => all(what).filter((e) => e.checkVisibility()).map((e) => e.innerText);
  const at = () => document.activeElement.innerText.replace(/\\s+/g, " ");
  const position = () => document.querySelector(".position").textContent;
  const seen = {};
  ACTIONS
  const out = document.createElement("pre");
  out.id = "seen";
  out.textContent = JSON.stringify(seen);
  document.body.append(out);
});
</script></body>"""


def browse(tmp_path: Path, source: bytes, actions: str) -> dict[str, object]:
    file = tmp_path / "page.html"
    harness = HARNESS.replace("ACTIONS", actions)
    file.write_text(source.decode().replace("</body>", harness), encoding="utf-8")
    shown = chromium(tmp_path, "--virtual-time-budget=2000", "--dump-dom", file.as_uri())
    found = Page(shown.encode()) and re.search(r'<pre id="seen">(.*?)</pre>', shown, re.DOTALL)
    assert found, "the script of the page failed"
    return dict(json.loads(found[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")))


def chromium(tmp_path: Path, *arguments: str) -> str:
    assert CHROMIUM
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}")
    done = subprocess.run([CHROMIUM, *options, *arguments], capture_output=True, check=True, timeout=120)
    return done.stdout.decode()


browser = [pytest.mark.judge, pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")]


class TestInABrowser:
    pytestmark = browser

    def test_keys_jump_from_change_to_change_and_around(self, tmp_path: Path) -> None:
        actions = """
          seen.before = position(); press("n"); seen.first = [at(), position()];
          press("j"); seen.second = [at(), position()]; press("k"); seen.back = at();
          press("p"); seen.around = position(); press("т", "KeyN"); seen.otherScript = position();
        """
        assert browse(tmp_path, page(), actions) == {
            "before": "– of 3",
            "first": ["1. No State shallmay use them.", "1 of 3"],
            "second": ["3. Mines fall outside the scope of this Convention.", "2 of 3"],
            "back": "1. No State shallmay use them.",
            "around": "3 of 3",
            "otherScript": "1 of 3",
        }

    def test_the_filter_leaves_headings_and_changes_and_unfolds_on_demand(self, tmp_path: Path) -> None:
        actions = """
          const button = document.querySelector('[data-do="only"]'), lines = () => shown("section p").length;
          press("f"); seen.lines = lines(); seen.folds = shown(".fold"); seen.headings = shown("h2 .label");
          seen.pressed = button.ariaPressed;
          document.querySelector(".fold").click(); seen.unfolded = lines(); seen.focus = at().slice(0, 18);
          button.click(); seen.all = lines(); seen.released = button.ariaPressed;
        """
        assert browse(tmp_path, page(), actions) == {
            "lines": 3,
            "folds": ["… unchanged: 1 …", "… unchanged: Article 2 – Article 3 (2) …"],
            "headings": ["Article 1"],
            "pressed": "true",
            "unfolded": 4,
            "focus": "2. Each State Part",
            "all": 6,
            "released": "false",
        }

    def test_side_by_side_each_text_reads_alone(self, tmp_path: Path) -> None:
        actions = """
          press("n"); press("s");
          seen.old = shown(".pair > .old"); seen.new = shown(".pair > .new"); seen.heads = shown(".heads > span");
          seen.ids = new Set(all("[id]").map((e) => e.id)).size === all("[id]").length; seen.kept = position();
          press("s"); seen.pairs = shown(".pair").length;
        """
        seen = browse(tmp_path, page(), actions)
        squeezed = [[re.sub(r"\s+", " ", line).strip() for line in seen[side]] for side in ("old", "new")]
        assert squeezed[0][1:4] == ["1. No State shall use them.", f"2. {LONG}", f"3. {OLD[0][2][2]}"]
        assert squeezed[1][1:4] == ["1. No State may use them.", f"2. {LONG}", f"3. {NEW[0][2][2]}"]
        assert (seen["heads"], seen["ids"], seen["kept"], seen["pairs"]) == (
            ["Old text", "New text"],
            True,
            "1 of 3",
            0,
        )

    def test_the_keys_are_explained_and_the_explanation_closes(self, tmp_path: Path) -> None:
        actions = """
          const dialog = document.querySelector("dialog");
          press("?"); seen.open = dialog.open; press("f"); seen.only = document.body.classList.contains("only");
          dialog.querySelector("button").click(); seen.closed = !dialog.open;
        """
        assert browse(tmp_path, page(), actions) == {"open": True, "only": False, "closed": True}

    def test_two_columns_jump_and_filter_by_row(self, tmp_path: Path) -> None:
        actions = """
          press("n"); seen.first = at(); press("f"); seen.rows = shown("tbody tr[data-change]").length;
        """
        seen = browse(tmp_path, page(form="columns"), actions)
        assert seen == {"first": "1. No State shall use them. 1. No State may use them.", "rows": 3}

    @pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext on this machine")
    def test_it_prints_without_the_bar_and_with_its_marks(self, tmp_path: Path) -> None:
        file, printed = tmp_path / "page.html", tmp_path / "page.pdf"
        file.write_bytes(page())
        chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}", file.as_uri())
        words = subprocess.run(["pdftotext", str(printed), "-"], capture_output=True, check=True).stdout.decode()
        assert "No State shall" in words and "force" in words
        assert "Side by side" not in words and "inserted:" not in words
