"""Marked words on lines of a terminal's width."""

from hypothesis import given
from hypothesis import strategies as st

from instrument.cli.diffing.wrapping import wrap
from instrument.problem import columns
from tests import strategies

SPANS = st.lists(st.tuples(st.sampled_from(["", "insert", "delete"]), strategies.CHARS), max_size=5)


@given(SPANS, st.integers(1, 30))
def test_wrapping_loses_no_character_and_no_style(spans: list[tuple[str, str]], width: int) -> None:
    lines = wrap(spans, width)
    for style in ("", "insert", "delete"):
        shown = "".join(chars for line in lines for name, chars in line if name == style)
        given_ = "".join(chars for name, chars in spans if name == style)
        assert "".join(shown.split()) == "".join(given_.split())


@given(st.lists(st.sampled_from(["shall", "a", "(i)", "States"]), min_size=1), st.integers(8, 30))
def test_no_line_is_wider_than_the_terminal(words: list[str], width: int) -> None:
    lines = wrap([("", " ".join(words))], width)
    assert all(sum(columns(chars) for _, chars in line) <= width for line in lines)


def test_a_mark_stays_on_the_word_it_marks() -> None:
    assert wrap([("", "ab cd"), ("insert", "{+, ef+}"), ("", ".")], 6) == [
        [("", "ab")],
        [("", "cd"), ("insert", "{+,")],
        [("insert", "ef+}"), ("", ".")],
    ]


def test_chinese_breaks_between_characters_and_not_before_a_stop() -> None:
    assert wrap([("", "缔约国承诺。")], 10) == [[("", "缔约国承")], [("", "诺。")]]


def test_a_no_break_space_is_no_place_to_break() -> None:
    assert wrap([("", "article\u00a04 shall")], 9) == [[("", "article\u00a04")], [("", "shall")]]
