"""What a paragraph is to the last bit, read off the part it stands in or written out again."""

from pathlib import Path

import pytest

from instrument.formats.docx.parts.opened import opened
from instrument.formats.docx.parts.sessions import bare
from instrument.formats.docx.parts.tree import parse
from instrument.formats.docx.revising.revise import body_of
from instrument.formats.docx.revising.traces import traces
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.press import pressed
from tests.formats.docx.treaties import treaty

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FILES = sorted(path.relative_to(CORPUS) for path in (CORPUS / "docx").glob("*/*.docx"))


def both(source: bytes) -> tuple[list[bytes], list[bytes]]:
    """The traces of a part, read off its bytes and written out."""
    root = parse(source, "draft.docx", "word/document.xml")
    return [*traces(root, bare(source) or b"").values()], [*traces(root).values()]


def part(inside: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>', encoding: str = "utf-8") -> bytes:
    return f"{head}<w:document {NAMESPACE}><w:body>{inside}</w:body></w:document>".encode(encoding)


def told_apart(data: bytes) -> tuple[list[int], ...]:
    """For each paragraph the first one that is like it, both ways."""
    file = opened(data, "draft.docx")
    body = body_of(file)
    found = [*traces(body, bare(file.parts[file.main]) or b"").values()], [*traces(body).values()]
    return tuple([each.index(trace) for trace in each] for each in found)


def test_a_part_that_we_wrote_tells_the_same_paragraphs_apart():
    read, written = told_apart(pressed(treaty(250)))
    assert read == written
    assert len(set(read)) > 200
    assert bare(opened(pressed(treaty(25)), "draft.docx").parts["word/document.xml"])


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_part_that_others_wrote_tells_the_same_paragraphs_apart(path: Path):
    read, written = told_apart((CORPUS / path).read_bytes())
    assert read == written


@pytest.mark.parametrize(
    "words",
    [
        'he wrote w:rsidR="1"> and no more',
        "<![CDATA[<w:p>]]>",
        "<!-- <w:p> -->",
        "<?word <w:p>?>",
        "a &gt; b",
        "&#65;&#x42;",
        "第四条",
    ],
)
def test_what_stands_in_words_is_no_tag(words: str):
    read, written = both(part(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p><w:p/>"))
    assert read == written
    assert len(read) == 2


@pytest.mark.parametrize("inside", ['<w:p w:x="a>b" w:rsidR="1"/>', "<w:p w:x='/>'>a</w:p>", '<w:p w:x="/>">a</w:p>'])
def test_an_attribute_may_look_like_the_end_of_its_tag(inside: str):
    read, written = both(part(inside))
    assert read == written


def test_two_texts_that_are_the_same_bytes_in_two_encodings_are_two_texts():
    western = part("<w:p><w:t>Ã©</w:t></w:p>", '<?xml version="1.0" encoding="ISO-8859-1"?>', "latin-1")
    unicode = part("<w:p><w:t>é</w:t></w:p>")
    assert western[-60:] == unicode[-60:]
    assert both(western)[0] != both(unicode)[0]


def test_paragraphs_outside_the_body_are_not_taken_for_those_in_it():
    inside = "<w:p><w:t>a</w:t></w:p>"
    source = part(inside).replace(b"<w:body>", b"<w:background><w:p/></w:background><w:body>")
    body = parse(source, "draft.docx", "word/document.xml")[1]
    assert [*traces(body, bare(source) or b"").values()] == [*traces(body).values()]
