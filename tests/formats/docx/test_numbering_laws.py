"""Labels under definitions drawn by chance, good and broken."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from instrument.formats.docx.numbering import Numbering
from tests.formats.docx import numbering_model as model
from tests.formats.docx.numbered import (
    THREE,
    abstract,
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


@given(st.data())
def test_broken_definitions_never_fail(data):
    """Elements and attributes of a good file in any wrong place."""
    lists = THREE + number(1, override(0, 3, level(0, "%1"))) + abstract('<w:numStyleLink w:val="S"/>', id=2)
    tree = root("numbering", lists + number(2, abstract=2))
    styles = root("styles", style("S", listed(2), kind="numbering") + style("P", listed(1, 1), "P"))
    odd = st.sampled_from(["", "-1", "x", "1", "99999999999", "%9%8", "S", "P", "\ue000"])
    for part in (tree, styles):
        elements = list(part.iter())
        for element in data.draw(st.lists(st.sampled_from(elements), max_size=6)):
            for name in list(element.attrib):
                element.set(name, data.draw(odd))
            data.draw(st.sampled_from(elements)).append(etree.Element(element.tag, dict(element.attrib)))
    counter = Numbering(tree, styles)
    for each in ((1, 0), (2, 1), (1, 8), styled("P"), listed(1) + styled("S")):
        shown(counter, each)


@given(model.documents())
def test_labels_are_those_of_counting_all_again_for_every_paragraph(document):
    lists, paragraphs = document
    counter = numbering(model.xml(lists))
    for place, each in enumerate(paragraphs):
        label = shown(counter, (each.list + 1, each.level), each.counts)
        assert label is not None
        assert label.text == model.label(lists, paragraphs[:place], each)
