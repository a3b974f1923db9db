"""The law of the walk: however elements stand in one another, each word is read once, with the changes around it."""

from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import _Element

from instrument.formats.docx.parts.tree import attribute, fragment, w
from instrument.formats.docx.walking.walk import walk

# What words may stand in: changes, wrappers, runs, something unknown, and properties, which no words can stand in.
TAGS = ("w:ins", "w:del", "w:smartTag", "w:hyperlink", "w:r", "w:p", "w:unknown", "w:rPr", "w:txbxContent")
CHANGES = {w("ins"), w("del")}
TREES = st.recursive(
    st.just("<w:t>x</w:t>"),
    lambda inner: st.builds(
        lambda tag, children: f"<{tag}>{''.join(children)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=30,
)


def around(element: _Element) -> list[str]:
    """The changes around an element, outermost first, by their numbers."""
    return [attribute(each, "id") for each in element.iterancestors() if each.tag in CHANGES][::-1]


def is_closed(element: _Element) -> bool:
    """Whether an element stands where no words can be."""
    return next(element.iterancestors(w("rPr")), None) is not None


@given(st.lists(TREES, max_size=4))
def test_words_are_read_once_under_the_changes_around_them(trees: list[str]) -> None:
    root = fragment(f"<w:body><w:p>{''.join(trees)}</w:p></w:body>")
    for number, each in enumerate(root.iter(*CHANGES, w("t"))):
        each.set(w("id"), str(number))
        each.text = str(number) if each.tag == w("t") else None
    closed, read = ([each for each in root.iter(w("t")) if is_closed(each) is closed] for closed in (True, False))
    walked = walk(root, "document")
    spans = [span for block in walked.blocks for span in block.spans]
    assert {span.chars: [revision.id for revision in span.revisions] for span in spans} == {
        str(each.text): around(each) for each in read
    }
    assert len(spans) == len(read)
    told = " ".join(finding.words for finding in walked.findings if finding.code == "not-read")
    assert sorted(told.split()) == sorted(str(each.text) for each in closed)
