"""A change printed as one readable line."""

from tests.difference.texts import compared


def lines(old: str | tuple[str, ...], new: str | tuple[str, ...]) -> list[str]:
    return [str(line) for line in compared(old, new)]


USE = """
use
## Article 1 — Use

1. In the years that follow, and as long as the Meeting of the States does not decide otherwise, no State shall use them
2. It shall report within five years of that day, or within such longer time as the Meeting may set, on its work.
"""


def test_long_stretches_that_stayed_are_cut() -> None:
    assert lines(USE, USE.replace("five", "ten").replace("on its work", "on all its work")) == [
        "article 1, paragraph 2 (figure): 2. It shall report within [-five-]{+ten+} years of that day, or within … "
        "time as the Meeting may set, on{+ all+} its work."
    ]


def test_the_place_says_what_became_of_a_line() -> None:
    aid = "aid\n## Article 2 — Aid\n\n1. States shall help one another in good faith.\n"
    first, _, second = USE.partition("2. ")
    moved = f"{aid}2. {second}"
    assert lines((USE, aid), (first, moved)) == [
        "article 1, paragraph 2, moved to article 2, paragraph 2: [-2.-] [-It shall report within five years of that "
        "day, or within such longer time as the Meeting may set, on its work.-]",
        "article 2, paragraph 2, moved from article 1, paragraph 2: 2. It shall report within five …",
    ]


def test_a_label_that_changed_is_marked() -> None:
    assert lines(USE, USE.replace("2. It", "1 bis. It")) == [
        "article 1, paragraph 1 bis, formerly article 1, paragraph 2: [-2.-]{+1 bis.+} It shall report within five …"
    ]


def test_references_and_holders_read_as_in_a_clause_file() -> None:
    new = USE.replace("five years", 'five [ten]{by="Delegation A"} years under {@use#start}')
    (line,) = lines(USE, new)
    assert '{+ [ten]{by="Delegation A"}+} years' in line
    assert "{+ under {@use#start}+}" in line
