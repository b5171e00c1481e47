"""Plain text: in which encoding, and what is no text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.corpus.formats.plain import decode
from borderkg.errors import CorpusError
from tests.corpus.factory import PROSE
from tests.strategies import steady, texts

TRADITIONAL = "邊境口岸是貨物和人員往來的通道，也是地方經濟的重要支點。\n" * 3
HERE = Path("folder/a.txt")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PROSE.encode("utf-8"), "utf-8"),
        (PROSE.encode("gb18030"), "gb18030"),
        (PROSE.encode("gbk"), "gb18030"),
        (PROSE.encode("gb2312"), "gb18030"),
        (PROSE.replace("\n", "\r\n").encode("gb18030"), "gb18030"),
        (PROSE.encode("utf-16"), "utf-16"),
        (b"\xff\xfe" + PROSE.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), "utf-16"),
        (TRADITIONAL.encode("gb18030"), "gb18030"),
        (TRADITIONAL.encode("big5"), "big5hkscs"),
        (f"# 1992年\r\n{TRADITIONAL}".encode("cp950"), "big5hkscs"),
        (TRADITIONAL.encode("utf-8"), "utf-8"),
        (b"plain ASCII text", "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_the_usual_encodings_are_told_apart(data: bytes, encoding: str) -> None:
    """UTF-8, UTF-16 with its mark, the GB family, and Big5 where it is certain are read as what they are."""
    assert decode(data, HERE) == (data.decode(encoding), encoding)


def test_the_mark_of_utf8_is_counted() -> None:
    """The byte-order mark of UTF-8 is a character of the file, so that offsets match what other tools count."""
    assert decode(b"\xef\xbb\xbf" + "口岸".encode(), HERE) == ("\ufeff口岸", "utf-8")
    assert decode("口岸".encode("utf-16"), HERE) == ("口岸", "utf-16")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 text", "a binary file"),
        (b"PK\x03\x04word/document.xml", "a binary file"),
        (b"\x89PNG\r\n", "a binary file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a binary file"),
        (b"text with a nul\x00", "a binary file"),
        ("无标记".encode("utf-16-le") + b"a\x00", "a binary file"),
        (b"\x01\x02\x03\x04text", "full of control characters"),
        (PROSE.encode("utf-16")[:-1], "broken UTF-16 at byte"),
        (b"one\ntwo\nthr\xff", "line 3"),
        ("caf\xe9 na\xefve".encode("latin-1"), "neither UTF-8 (byte 3, line 1) nor GB18030"),
        (PROSE.encode("gb18030")[:-2], "neither UTF-8"),
        ("邊境口岸".encode("big5"), "if it is in Big5: iconv -f BIG5-HKSCS -t UTF-8 a.txt > new.txt"),
        ("\u7c72\u7c6e\u7c95\u8b9c\u8b9e\u8b9f\u8c85\u9e1d\u9e1e\u9ea4".encode("big5"), "if it is in Big5"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, message: str) -> None:
    """Binary files and broken encodings are named, with the place where there is one."""
    with pytest.raises(CorpusError) as raised:
        decode(data, HERE)
    assert str(raised.value).startswith(f"{HERE}: ")
    assert message in str(raised.value)


@pytest.mark.parametrize("place", range(0, 60, 3))
def test_a_damaged_utf8_file_is_not_read_as_rare_characters(place: int) -> None:
    """One bad byte makes GB18030 of a UTF-8 text possible, but nothing that a reader would want."""
    data = bytearray(PROSE.encode())
    data[place * 7] = 0xFF
    with pytest.raises(CorpusError, match="UTF-8"):
        decode(bytes(data), HERE)


@pytest.mark.parametrize("missing", [1, 2])
@pytest.mark.parametrize("characters", [30, 60, 120, 240])
def test_a_utf8_file_that_was_cut_off_is_not_read_as_another(missing: int, characters: int) -> None:
    """A file that ends within a character is broken, wherever it ends."""
    data = PROSE.replace("\n", "")[:characters].encode()[:-missing]
    with pytest.raises(CorpusError, match="UTF-8"):
        decode(data, HERE)


@steady
@given(st.binary() | st.binary().map(lambda data: b"\xff\xfe" + data) | texts.map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes make the reader crash, and what it hands on is what the encoding that it names makes of them."""
    try:
        text, encoding = decode(data, HERE)
    except CorpusError as error:
        assert str(HERE) in str(error)
    else:
        assert text == data.decode(encoding)


@steady
@given(texts)
def test_what_was_saved_is_read(text: str) -> None:
    """Every text without control characters survives being saved as UTF-8 or UTF-16."""
    plain = "".join(c for c in text if c >= " " or c in "\r\n\t")
    assert decode(plain.encode(), HERE) == (plain, "utf-8")
    assert decode(plain.encode("utf-16"), HERE) == (plain, "utf-16")
