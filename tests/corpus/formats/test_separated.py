"""CSV and TSV: which mark parts the cells, and what is no table."""

from pathlib import Path

import pytest

from borderkg.corpus.formats import separated
from borderkg.errors import CorpusError

TABLE = "| 省区 | 2019年 |\n| --- | --- |\n| 云南 | 1,234.5 |\n| 广西 |  |\n| 吉林 | 2 |\n"


@pytest.mark.parametrize(
    "data",
    [
        '省区,2019年\n云南,"1,234.5"\n广西,\n吉林,2\n',
        "\ufeff省区;2019年\r\n云南;1,234.5\r\n广西;\r\n吉林;2",
        "省区\t2019年\n云南\t1,234.5\n广西\t\n吉林\t2\n",
        "省区，2019年\n云南，1,234.5\n广西，\n吉林，2\n",
        '"省区"\t"2019年"\n"云南"\t"1,234.5"\n\n"广西"\t""\n"吉林"\t"2"\n',
        ' 省区 , 2019年 ,\n云南,"1,234.5",\n广西,,\n吉林,2,\n,,\n',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_the_mark_between_cells_is_found_out(data: str, codec: str) -> None:
    """Comma, semicolon, tab and full-width comma; columns and rows that hold nothing fall away."""
    assert separated.load(data.encode(codec), Path("a.csv")).text == TABLE


def test_a_cell_of_several_lines_is_one() -> None:
    assert separated.load('省区,"2019\n年"\n云南,1.5\n'.encode(), Path("a.csv")).text.startswith("| 省区 | 2019 年 |\n")


def test_a_caption_and_a_source_stand_outside() -> None:
    """A row with its first cell alone, at the head or foot."""
    text = separated.load("表1 贸易,,\n省区,2018年,2019年\n云南,1.5,2.5\n来源：年鉴,,\n".encode(), Path("a.csv")).text
    assert text == "表1 贸易\n\n| 省区 | 2018年 | 2019年 |\n| --- | --- | --- |\n| 云南 | 1.5 | 2.5 |\n\n来源：年鉴\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'a,"b\n1,2\n' * 3, "Is a quotation mark left open"),
        (b"%PDF-1.7", "give it the extension .pdf"),
        (b"a,b\x00", "a binary file"),
        (b"a,b\n" + b"1," * 600_000, "more than 500,000 cells"),
    ],
)
def test_what_is_no_table(data: bytes, message: str) -> None:
    with pytest.raises(CorpusError, match=message) as raised:
        separated.load(data, Path("a.csv"))
    assert str(raised.value).startswith("a.csv: ")


def test_an_empty_file_is_an_empty_text() -> None:
    assert separated.load(b"", Path("a.csv")).text.strip() == ""
