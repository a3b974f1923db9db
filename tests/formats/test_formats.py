"""Every ending finds its reader and its writer, and an unknown one is refused with the list."""

import pytest

from instrument import formats
from instrument.formats import FORMATS, VIEWS
from instrument.formats.docx.walking.view import VIEWS as DOCX_VIEWS
from instrument.paper import Paper
from instrument.problem import Misuse


@pytest.mark.parametrize("ending", [ending for ending, format in FORMATS.items() if format.writer])
def test_every_writer_writes_bytes(ending: str) -> None:
    assert isinstance(formats.writer(ending)(Paper("", "en", ())), bytes)


@pytest.mark.parametrize("ending", [ending for ending, format in FORMATS.items() if format.reader])
def test_every_reader_is_there(ending: str) -> None:
    assert callable(formats.reader(ending))


def test_an_unknown_ending_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Misuse, match=r'"\.rtf" is no ending known here; known are: \.docx, \.docm, \.dotx, \.odt'):
        formats.reader(".rtf")
    with pytest.raises(Misuse, match=r'"\.html" files are not read; convert it to one of: \.docx'):
        formats.reader(".html")
    with pytest.raises(Misuse, match=r'a document is not written as "\.clause"; choose one of: \.docx'):
        formats.writer(".clause")


def test_the_views_are_those_of_the_reader_of_word_files_and_another_is_refused() -> None:
    assert tuple(DOCX_VIEWS) == VIEWS
    with pytest.raises(Misuse, match='"both" is no view of tracked changes; there are: accepted, rejected, marked'):
        formats.reader(".docx", "both")
