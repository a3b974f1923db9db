"""TOML written by hand is checked key by key, and every problem knows its line."""

from instrument.problem import Where
from instrument.tables import ANY, Rows, Schema, Shape, Source, check, read

SHAPES: dict[str, Schema] = {
    "title": Shape.TEXT,
    "stages": {ANY: {"sealed": Shape.FLAG, "date": Shape.DATE, "order": Shape.TEXTS, "format": Shape.NUMBER}},
    "members": Rows({"delegation": Shape.TEXT}),
}


def problems(text: str) -> list[str]:
    source = Source("a.toml", text)
    return [str(problem) for problem in check(source, read(source).value, SHAPES).problems]


def test_what_is_as_expected_is_kept_and_the_rest_is_left_out() -> None:
    source = Source("a.toml", 'title = 1\n[stages.one]\nsealed = true\ndate = 2026-03-09T10:00:00\norder = ["use"]\n')
    checked = check(source, read(source).value, SHAPES)
    assert list(checked.value) == ["stages"]
    assert checked.value["stages"]["one"]["order"] == ["use"]
    assert [str(problem) for problem in checked.problems] == [
        'a.toml:1:1: error: "title" must be a text in quotation marks [wrong-value]'
    ]


def test_every_wrong_value_says_what_it_must_be() -> None:
    text = '[stages.one]\nsealed = "yes"\ndate = "March"\norder = [1]\nformat = true\n'
    assert problems(text) == [
        'a.toml:2:1: error: "sealed" must be true or false [wrong-value]',
        'a.toml:3:1: error: "date" must be a date such as 2026-03-09 or 2026-03-09T10:00:00 [wrong-value]',
        'a.toml:4:1: error: "order" must be a list of texts in quotation marks [wrong-value]',
        'a.toml:5:1: error: "format" must be a whole number [wrong-value]',
    ]
    assert problems("stages = 1\nmembers = 1") == [
        'a.toml:1:1: error: "stages" must be a table [wrong-value]',
        'a.toml:2:1: error: "members" must be a list of tables [wrong-value]',
    ]


def test_an_unknown_key_in_a_table_of_a_list_is_found() -> None:
    assert problems('members = [\n  { delegaton = "a" },\n]\n') == [
        'a.toml:1:1: error: "delegaton" means nothing here (did you mean "delegation"?) [unknown-key]'
    ]


def test_a_key_is_found_in_its_own_table_and_not_in_another() -> None:
    source = Source("a.toml", "[one]\nbase = 1\n[ two . 'three' ] # a comment\nbase = 2\n")
    assert source.where("two", "three", "base").line == 4
    assert source.where("two", "three", "nothing").line == 3
    assert source.where("four") == Where("a.toml")


def test_broken_toml_is_one_problem_where_it_breaks() -> None:
    assert [str(problem) for problem in read(Source("a.toml", "a = 1\nb = = 2\n")).problems] == [
        "a.toml:2:5: error: this is not TOML: Invalid value [toml]"
    ]
    assert read(Source("a.toml", "a = 1\nb = [\n")).problems[0].where.line == 3
