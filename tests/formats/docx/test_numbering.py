"""The label that a reader of Word sees, rule by rule; the clauses are those of ISO/IEC 29500-1:2016 unless said."""

import pytest

from instrument.formats.docx.numbering import Label, Numbering
from instrument.formats.docx.parts.tree import w
from instrument.problem import Severity
from tests.formats.docx.numbered import (
    THREE,
    abstract,
    labels,
    level,
    listed,
    number,
    numbering,
    override,
    root,
    shown,
    style,
    styled,
)


def test_a_paragraph_in_no_list_has_no_label():
    assert labels(numbering(THREE + number(1)), "", styled("Normal"), (9, 0)) == [None, None, None]
    assert Numbering(None, None).label(None) is None


def test_levels_count_and_the_deeper_ones_start_again_17_9_10():
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert labels(numbering(THREE + number(1)), *places) == [
        "1.", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2.", "2.1",
    ]  # fmt: skip


def test_a_level_that_is_passed_over_counts_as_begun():
    assert labels(numbering(THREE + number(1)), (1, 2), (1, 1), (1, 0)) == ["1.1.1", "1.2", "2."]


def test_a_level_starts_at_its_start_and_at_nought_where_it_has_none_17_9_25():
    bare = '<w:lvl w:ilvl="1"><w:lvlText w:val="%2"/></w:lvl>'
    counter = numbering(abstract(level(0, "%1", start=7), bare) + number(1))
    assert labels(counter, (1, 0), (1, 0), (1, 1), (1, 1)) == ["7", "8", "0", "1"]


def test_what_follows_a_label_is_told_17_9_28():
    lists = abstract(level(0, "%1"), level(1, "%2", '<w:suff w:val="space"/>')) + number(1)
    counter = numbering(lists)
    assert shown(counter, (1, 0)) == Label("1", 0, "tab", bullet=False)
    assert shown(counter, (1, 1)) == Label("1", 1, "space", bullet=False)


def test_text_around_the_numbers_is_printed_as_it_is_17_9_11():
    lists = abstract(level(0, "Article %1"), level(1, "(%2)", format="lowerLetter"), level(2, "Annex")) + number(1)
    assert labels(numbering(lists), (1, 0), (1, 1), (1, 2)) == ["Article 1", "(a)", "Annex"]


def test_a_text_that_names_a_deeper_level_is_left_out_whole_as_word_does():
    # The standard (17.9.11) would leave out the number alone; Word the whole text (MS-OI29500, 17.9.11 c).
    assert labels(numbering(abstract(level(0, "%1.%2")) + number(1)), (1, 0)) == [""]


def test_a_level_without_numbers_prints_its_text_and_is_empty_in_others():
    # MS-DOC 2.4.6.4, step 2: the number is an empty string, the text around it stays.
    lists = abstract(level(0, "Part:", format="none"), level(1, "%1%2.")) + number(1)
    assert labels(numbering(lists), (1, 0), (1, 1)) == ["Part:", "1."]


def test_legal_levels_print_plain_numbers_17_9_4():
    lists = abstract(level(0, "%1", format="upperRoman"), level(1, "%1.%2", "<w:isLgl/>", "lowerLetter")) + number(1)
    assert labels(numbering(lists), (1, 0), (1, 0), (1, 1)) == ["I", "II", "2.1"]


def test_legal_levels_keep_a_zero_in_front():
    # MS-DOC, LVLF, fLegal: the one format that is kept.
    lists = abstract(level(0, "%1", format="decimalZero"), level(1, "%1.%2", "<w:isLgl/>")) + number(1)
    assert labels(numbering(lists), (1, 0), (1, 1)) == ["01", "01.1"]
    lists = abstract(level(0, "%1"), level(1, "%1.%2", '<w:isLgl w:val="0"/>', "lowerLetter")) + number(1)
    assert labels(numbering(lists), (1, 0), (1, 1)) == ["1", "1.a"]


@pytest.mark.parametrize(
    "restart, shown",
    [
        (None, ["1.1.1", "1.2.1", "2.1.1"]),
        ("0", ["1.1.1", "1.2.2", "2.1.3"]),  # never
        ("1", ["1.1.1", "1.2.2", "2.1.1"]),  # after the first level
        ("2", ["1.1.1", "1.2.1", "2.1.1"]),  # after the second, and any higher: MS-OI29500, 17.9.10 c
        ("3", ["1.1.1", "1.2.1", "2.1.1"]),  # no higher level: ignored
        ("x", ["1.1.1", "1.2.1", "2.1.1"]),
    ],
)
def test_a_level_says_what_starts_it_again_17_9_10(restart, shown):
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    lists = abstract(level(0, "%1"), level(1, "%2"), level(2, "%1.%2.%3", more)) + number(1)
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert [labels(numbering(lists), *places)[place] for place in (2, 4, 6)] == shown


def test_an_override_never_says_what_starts_a_level_again():
    # MS-OI29500, 17.9.10 b.
    never = override(1, level=level(1, "%2)", '<w:lvlRestart w:val="0"/>'))
    assert labels(numbering(THREE + number(1, never)), (1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "1)", "2.", "1)"]


def test_lists_of_one_definition_count_together_17_9_15():
    lists = THREE + number(1) + number(2) + abstract(level(0, "%1"), id=2) + number(3, abstract=2)
    assert labels(numbering(lists), (1, 0), (2, 0), (3, 0), (1, 0)) == ["1.", "2.", "1", "3."]


def test_a_list_starts_at_its_own_number_once_17_9_26():
    lists = THREE + number(1) + number(2, override(0, 1))
    assert labels(numbering(lists), (1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)) == [
        "1.", "2.", "1.", "2.", "3.", "4.",
    ]  # fmt: skip


def test_a_list_that_started_at_one_level_does_not_start_at_another():
    # Word writes an override for every level of a list that a person restarts at one: the paragraphs above it go on
    # (MS-DOC 2.4.6.4, step 10: the list "has not been encountered before").
    lists = THREE + number(1) + number(2, *(override(index, 1) for index in range(9)))
    assert labels(numbering(lists), (1, 0), (1, 1), (1, 0), (2, 1), (2, 0)) == ["1.", "1.1", "2.", "2.1", "3."]


def test_a_level_that_starts_again_starts_at_the_overriding_number():
    # ISO/IEC 29500-1:2008, 17.9.27: "as well as whenever it is restarted".
    counter = numbering(THREE + number(1, override(1, 5)))
    assert labels(counter, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1.", "1.5", "1.6", "2.", "2.5"]


def test_an_override_may_replace_a_level_whole_and_the_count_goes_on_17_9_8():
    lists = THREE + number(1) + number(2, override(0, level=level(0, "Article %1", start=7)))
    assert labels(numbering(lists), (1, 0), (2, 0), (1, 0)) == ["1.", "Article 2", "3."]
    assert labels(numbering(lists), (2, 0), (1, 0)) == ["Article 7", "8."]


def test_the_overriding_number_prevails_over_the_overriding_level_17_9_26():
    lists = THREE + number(1) + number(2, override(0, 3, level(0, "Article %1", start=7)))
    assert labels(numbering(lists), (1, 0), (2, 0)) == ["1.", "Article 3"]


def test_a_style_brings_its_list_and_so_do_those_it_is_based_on_17_3_1_19():
    styles = style("Base", listed(1)) + style("Sub", listed(index=1), "Base") + style("Plain", "", "Sub")
    counter = numbering(THREE + number(1), styles)
    assert labels(counter, styled("Base"), styled("Sub"), styled("Plain"), styled("Unknown")) == [
        "1.", "1.1", "1.2", None,
    ]  # fmt: skip


def test_the_default_style_is_that_of_a_paragraph_without_one():
    counter = numbering(THREE + number(1), style("Normal", listed(1)).replace("<w:style", '<w:style w:default="1"'))
    assert labels(counter, "", styled("Unknown"), styled("Normal")) == ["1.", "2.", "3."]


def test_a_paragraph_may_change_the_list_or_the_level_alone():
    counter = numbering(THREE + number(1) + number(2), style("Sub", listed(1, 1)))
    assert labels(counter, (1, 0), styled("Sub", listed(2)), styled("Sub", listed(index=2))) == ["1.", "1.1", "1.1.1"]


def test_a_style_belongs_to_the_level_that_names_it_17_9_23():
    lists = abstract(level(0, "%1."), level(1, "%1.%2", '<w:pStyle w:val="Sub"/>'))
    counter = numbering(lists + number(1), style("Sub", listed(1)) + style("Base", listed(1)))
    assert labels(counter, styled("Base"), styled("Sub")) == ["1.", "1.1"]


def test_a_level_written_in_a_style_prevails_over_the_level_that_names_it():
    # MS-OI29500, 17.3.1.19 a: "Word does not ignore this element within a paragraph style".
    lists = abstract(level(0, "%1."), level(1, "%1.%2", '<w:pStyle w:val="Sub"/>'), level(2, "%1.%2.%3"))
    assert labels(numbering(lists + number(1), style("Sub", listed(1, 2))), styled("Sub")) == ["1.1.1"]


def test_number_nought_takes_a_paragraph_out_of_its_list_17_9_18():
    styles = style("Base", listed(1)) + style("Free", listed(0), "Base")
    counter = numbering(THREE + number(1), styles)
    assert labels(counter, styled("Base"), styled("Base", listed(0)), styled("Free"), styled("Base")) == [
        "1.", None, None, "2.",
    ]  # fmt: skip


def test_a_definition_may_be_that_of_a_list_style_17_9_21():
    link = abstract('<w:numStyleLink w:val="Outline"/>', id=2)
    lists = THREE + link + number(1) + number(2, abstract=2) + number(3, override(0, 7), abstract=2)
    counter = numbering(lists, style("Outline", listed(1), kind="numbering"))
    assert labels(counter, (1, 0), (2, 0), (2, 1), (3, 0)) == ["1.", "2.", "2.1", "7."]


def test_a_list_style_that_leads_nowhere_or_in_a_circle_gives_no_label_and_no_failure():
    link = abstract('<w:numStyleLink w:val="Outline"/>') + number(1)
    assert labels(numbering(link), (1, 0)) == [None]
    assert labels(numbering(link, style("Outline", listed(1), kind="numbering")), (1, 0)) == [None]
    assert labels(numbering(THREE + number(1), style("A", "", "B") + style("B", "", "A")), styled("A")) == [None]


def test_bullets_are_signs_and_told_from_numbers():
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    picture = '<w:lvlPicBulletId w:val="0"/>'
    lists = abstract(
        level(0, "\uf0b7", font, "bullet"), level(1, "o", "", "bullet"), level(2, "", picture, "bullet")
    )  # fmt: skip
    counter = numbering(lists + number(1))
    assert shown(counter, (1, 0)) == Label("•", 0, "tab", bullet=True)
    assert labels(counter, (1, 1), (1, 2)) == ["◦", "•"]


def test_a_bullet_takes_percent_signs_literally():
    # MS-OI29500, 17.9.17 a.
    assert labels(numbering(abstract(level(0, "%1", format="bullet")) + number(1)), (1, 0)) == ["%1"]


def test_a_hidden_label_is_not_seen():
    counter = numbering(abstract(level(0, "%1.", "<w:rPr><w:vanish/></w:rPr>")) + number(1))
    assert labels(counter, (1, 0)) == [""]


def test_a_deleted_paragraph_shows_its_number_and_the_next_has_it_again():
    counter = numbering(THREE + number(1))
    seen = [shown(counter, (1, 0), counts) for counts in (True, False, False, True)]
    assert [label.text for label in seen if label] == ["1.", "2.", "2.", "2."]


def test_a_deleted_paragraph_does_not_use_up_the_start_of_a_list():
    counter = numbering(THREE + number(1) + number(2, override(0, 5)))
    seen = [shown(counter, *each) for each in (((1, 0), True), ((2, 0), False), ((2, 0), True))]
    assert [label.text for label in seen if label] == ["1.", "5.", "5."]


def test_numbers_go_on_through_the_cells_of_a_table():
    row = "".join(f"<w:tc><w:p><w:pPr>{listed(1, 0)}</w:pPr></w:p></w:tc>" for _ in range(2))
    body = root("body", f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>")
    counter = numbering(THREE + number(1))
    found = [counter.label(paragraph.find(w("pPr"))) for paragraph in body.iter(w("p"))]
    assert [label.text for label in found if label] == ["1.", "2.", "3.", "4."]


def test_numbers_in_words_are_in_the_language_of_the_paragraph():
    french = '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>'
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="es-ES"/></w:rPr></w:rPrDefault></w:docDefaults>'
    lists = abstract(level(0, "%1", format="ordinal"), level(1, "%1", french, "ordinal")) + number(1)
    counter = numbering(lists, defaults + style("Français", listed(1), more=french))
    assert labels(counter, (1, 0), styled("Français"), listed(1, 0) + french, (1, 1)) == ["1º", "2e", "3e", "3e"]


def test_a_format_of_ones_own_stands_in_an_alternative_and_its_zeros_are_printed():
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    lists = abstract(f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{own}<w:lvlText w:val="%1."/></w:lvl>') + number(1)
    assert labels(numbering(lists), (1, 0), (1, 0)) == ["001.", "002."]


def test_a_format_nobody_knows_is_shown_in_figures_and_reported_once():
    counter = numbering(abstract(level(0, "%1.", format="thaiLetters")) + number(1))
    assert labels(counter, (1, 0), (1, 0)) == ["1.", "2."]
    (problem,) = counter.problems
    assert problem.severity is Severity.WARNING
    assert problem.message == 'the number format "thaiLetters" is not known; its labels are shown in figures'


def test_an_ordinal_in_a_language_nobody_taught_us_is_reported():
    counter = numbering(abstract(level(0, "%1", '<w:rPr><w:lang w:val="nl-NL"/></w:rPr>', "ordinalText")) + number(1))
    assert labels(counter, (1, 0)) == ["1"]
    assert "in the language nl" in counter.problems[0].message


def test_a_level_that_is_not_defined_has_no_label_but_counts_and_is_reported():
    counter = numbering(abstract(level(0, "%1.")) + number(1))
    assert labels(counter, (1, 0), (1, 1), (1, 0), (1, 12)) == ["1.", None, "2.", None]
    assert [problem.message for problem in counter.problems] == [
        "level 2 of list 1 is not defined, so its paragraphs have no label",
        "level 13 of list 1 is not defined, so its paragraphs have no label",
    ]


def test_a_list_that_is_not_defined_gives_no_label_and_is_reported_17_9_18():
    counter = numbering(THREE + number(1), style("Base", listed(7)))
    assert labels(counter, (9, 0), styled("Base"), (1, 0), (9, 1)) == [None, None, "1.", None]
    assert [problem.message for problem in counter.problems] == [
        "list 9 is not defined, so its paragraphs have no label",
        "list 7 is not defined, so its paragraphs have no label",
    ]


def test_a_level_that_names_a_style_does_not_number_the_style_by_itself_17_9_23():
    # The tie has two ends: without a list in the style, the paragraph is in none.
    lists = abstract(level(0, "%1.", '<w:pStyle w:val="Sub"/>')) + number(1)
    assert labels(numbering(lists, style("Sub")), styled("Sub"), styled("Sub", listed(1))) == [None, "1."]


def test_a_list_that_starts_again_with_each_section_is_reported_ms_docx_2_5_2_1():
    marked = THREE.replace("<w:abstractNum ", '<w:abstractNum w15:restartNumberingAfterBreak="{}" ')
    again, goes_on = (numbering(marked.format(value) + number(1)) for value in (1, 0))
    assert labels(again, (1, 0), (1, 0)) == labels(goes_on, (1, 0), (1, 0)) == ["1.", "2."]
    assert [problem.message for problem in again.problems] == [
        "list 1 starts again after each break between sections: its labels go on here"
    ]
    assert goes_on.problems == ()


def in_table(counter: Numbering, *paragraphs: str) -> list[str | None]:
    """The labels of paragraphs in a table whose style is "Grid"."""
    found = (counter.label(root("pPr", each), table="Grid") for each in paragraphs)
    return [label.text if label else None for label in found]


def test_a_table_style_numbers_what_nothing_else_does_17_7_2():
    # Table styles come first and paragraph styles over them. LibreOffice and, as far as we know, nobody else prints
    # these labels: hence the report.
    styles = style("Grid", "", "Base", "table") + style("Base", listed(1, 1), kind="table")
    styles += style("Own", listed(2)) + style("Free", listed(0))
    counter = numbering(THREE + number(1) + abstract(level(0, "(%1)"), id=2) + number(2, abstract=2), styles)
    assert in_table(counter, "", styled("Own"), styled("Free"), listed(0), "") == ["1.1", "(1)", None, None, "1.2"]
    assert labels(counter, "") == [None]
    assert [problem.message for problem in counter.problems] == [
        'list 1 is that of the table style "Grid": other programs may show no label'
    ]


def test_a_table_style_that_numbers_its_first_row_alone_is_reported_17_7_6_6():
    first = f'<w:tblStylePr w:type="firstRow"><w:pPr>{listed(1)}</w:pPr></w:tblStylePr>'
    counter = numbering(THREE + number(1), style("Grid", kind="table", more=first))
    assert in_table(counter, "", listed(1, 0)) == [None, "1."]
    assert [problem.message for problem in counter.problems] == [
        'the table style "Grid" numbers rows or columns of its tables: these have no label'
    ]


def test_a_label_of_a_million_characters_is_cut_and_reported():
    counter = numbering(abstract(level(0, "x" * 1_000_000)) + number(1))
    (text,) = labels(counter, (1, 0))
    assert text == "x" * 255
    assert "longer" in counter.problems[0].message


def test_a_start_beyond_all_bounds_is_held_within_them():
    lists = abstract(level(0, "%1", format="upperRoman", start=999_999_999)) + number(1, override(0, 99_999))
    assert labels(numbering(lists), (1, 0), (1, 0)) == ["M" * 32 + "DCCLXVII", "32768"]


@pytest.mark.parametrize(("label", "could"), [
    ("Article 7", True), ("Article IX", True), ("Article 3 bis", False), ("7", False), ("", False),
])  # fmt: skip
def test_which_labels_word_could_print_with_other_numbers_and_which_never(label: str, could: bool):
    counter = numbering(abstract(level(0, "Article %1 ")) + number(1))
    assert counter.could_print(root("pPr", listed(1, 0)), label) is could
    assert counter.could_print(None, label) is False
