"""Bytes become text exactly or are refused with what to do."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.encoding import EncodingError, decode


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty: there is nothing to annotate."),
        (b"\xff\xfea\x00", "The text is UTF-16, not UTF-8: save it as UTF-8."),
        (b"a\n\nb\xe1", "Byte 4 (line 3) is 0xE1, which is not UTF-8: save the text as UTF-8."),
        (b"\xed\xa0\x80", "Byte 0 (line 1) is 0xED, which is not UTF-8: save the text as UTF-8."),
        (b"a\nb\x00", "Byte 3 (line 2) is NUL, so this is no text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, where="a.txt")
    assert str(caught.value).startswith(f"a.txt: {sentence}")


def test_a_byte_order_mark_is_kept() -> None:
    assert decode(b"\xef\xbb\xbfa\r\n") == "\ufeffa\r\n"


@given(st.binary() | st.text().map(str.encode))
def test_decoding_gives_the_bytes_again_or_an_error(data: bytes) -> None:
    with suppress(EncodingError):
        assert decode(data).encode() == data
