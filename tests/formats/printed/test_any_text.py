"""Whatever a text holds, the importer reads it, loses none of its words, and puts none out of order."""

from hypothesis import example, given
from hypothesis import strategies as st

from instrument.formats import clause
from instrument.formats.printed import read
from tests.formats.printed.accounting import nothing_is_lost

_PIECES = st.sampled_from(
    [
        *"[]()*_\\|:;.,，。–“”\n\x02\u2028\x0c\ufeff\u200dé😀",
        *("\n\n", "\n    ", "\r\n", " ", "  ", "\t", "\u00a0", "**", "[[", "; ", ", ", "# ", "## ", "e\u0301", "word"),
        *("Article 1", "Article 2", "Article 3 bis", "ARTICLE 2.", "###Article 2", "Article premier", "Статья 1"),
        *("PART I", "Part V", "ANNEX", "Annex I", "Preamble", "PREAMBLE", "I. ", "II. Scope", "DONE at"),
        *("第一条", "第二条", "序言", "附件一", "（一）", "一、", "المادة 1", "المادة 2", "الأول ", "- 1 ", "- 2 "),
        *("Have agreed", "Recalling", "The States", "shall", "shall not", "of this Convention"),
        *("1.", "2. ", "(a) ", "b) ", "(i) ", "(ii)", "3bis. ", "1°.", "A.", "Option 1: "),
        *("---", "title: Rivers", "{:toc}", "* TOC", "[^1]", "[^1]: ", "[a](b/c)", "[x]: y/z", "[x]", "<b>", "</b>"),
    ]
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=40).map("".join) | st.text(min_size=1, max_size=80)


def _holds_text(text: str) -> bool:
    """Whether there is anything to read; a null character would make it a binary file."""
    return "\0" not in text and any(map(str.isalnum, text))


@given(_TEXTS.filter(_holds_text))
def test_any_plain_text_is_read_and_no_word_of_it_is_lost(text: str) -> None:
    nothing_is_lost(text.encode(errors="ignore"), "any.txt")


@given(_TEXTS.filter(_holds_text))
@example("<b>[^1]: \n\nword")
@example("word[^1]\n\n[^1]: note\n\n[^<b>]: x\n\n    more")
@example("word[^1]\n\n[^1]: note\n\n    <b>[^2]: x")
@example("word[^1\x02]\n\n[^1\x02]: note")
def test_any_markdown_is_read_and_no_word_of_it_is_lost(text: str) -> None:
    nothing_is_lost(f"{text}\n\nword".encode(errors="ignore"), "any.md")


@given(_TEXTS.filter(_holds_text), st.sampled_from(["any.txt", "any.md"]))
def test_what_was_read_can_be_kept_as_clauses(text: str, name: str) -> None:
    instrument = read(f"{text}\n\nword".encode(errors="ignore"), name).value
    kept = clause.read_instrument(clause.write_instrument(instrument), "kept.clause")
    assert kept.value == instrument
    assert not kept.errors
