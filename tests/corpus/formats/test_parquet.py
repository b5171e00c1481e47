"""Parquet: the same canonical text as the same table in CSV, and one line for what is damaged or cannot be read."""

import sys
from pathlib import Path

import fastparquet
import pandas
import pytest

from borderkg.corpus.formats import parquet, separated
from borderkg.errors import CorpusError
from borderkg.settings import MAX_TABLE_CELLS


def written(folder: Path, frame: pandas.DataFrame) -> Path:
    path = folder / "a.parquet"
    with path.open("wb") as file:
        fastparquet.write(path, frame, open_with=lambda *_: file)
    return path


def test_a_table_reads_as_in_csv(tmp_path: Path) -> None:
    """Numbers as printed, whole ones without a point, missing ones empty, days without a midnight."""
    frame = pandas.DataFrame(
        {
            "省区": ["云南", "广西|边", None],
            "值": [1234.5, None, 1e-5],
            "年份": pandas.array([2019, None, 2020], dtype="Int64"),
            "日期": [pandas.Timestamp("2019-05-01"), pandas.NaT, pandas.Timestamp("2020-01-02 03:04:05")],
        }
    )
    path = written(tmp_path, frame)
    same = "省区,值,年份,日期\n云南,1234.5,2019,2019-05-01\n广西|边,,,\n,0.000010,2020,2020-01-02T03:04:05\n"
    assert parquet.load(path.read_bytes(), path).text == separated.load(same.encode(), path).text


@pytest.mark.parametrize("damage", [b"", b"hello", b"PAR1xxxxxxxxPAR1"])
def test_what_is_no_parquet_is_refused(damage: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With the file and the way out, and nothing printed by the reader beneath."""
    with pytest.raises(CorpusError, match=r"a\.parquet: no Parquet file, or a damaged one"):
        parquet.load(damage, tmp_path / "a.parquet")
    assert capfd.readouterr() == ("", "")


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    """Wherever it is cut."""
    data = written(tmp_path, pandas.DataFrame({"甲": ["乙"] * 50, "丙": range(50)})).read_bytes()
    for end in range(0, len(data) - 1, 37):
        with pytest.raises(CorpusError, match="damaged"):
            parquet.load(data[:end], tmp_path / "a.parquet")


def test_a_table_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    """By what its foot says, before a row is read."""
    path = written(tmp_path, pandas.DataFrame({"甲": [1] * (MAX_TABLE_CELLS + 1)}))
    with pytest.raises(CorpusError, match="more than 500,000 cells"):
        parquet.load(path.read_bytes(), path)


def test_without_its_reader_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An optional part of the installation."""
    monkeypatch.setitem(sys.modules, "fastparquet", None)
    with pytest.raises(CorpusError, match=r"pip install 'borderkg\[parquet\]', or save the table as CSV"):
        parquet.load(b"PAR1", tmp_path / "a.parquet")
