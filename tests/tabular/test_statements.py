"""Rows become statements with their cell as evidence; a cell that says something else is told by row and column."""

from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg import reference
from borderkg.claims.linker import Linker
from borderkg.corpus.document import Bibliography
from borderkg.errors import CorpusError, MappingError
from borderkg.extraction.statement import Mention, Statement
from borderkg.tabular import statements, table
from borderkg.tabular.statements import OwnTable
from tests.corpus.formats.test_parquet import written
from tests.tabular.tables import FIGURES, mapped

LONG = '各省产值,,\n省份,年份,产值\n云南,2019年,"23,223.75"\n\n内蒙古,２０２０,１７３５９．８\n'


def said(own: OwnTable) -> list[tuple[str, str, str, str]]:
    """Subject, predicate, object and time of each statement."""
    return [(_named(s.subject), s.predicate, _named(s.object), s.time) for s in own.statements]


def _named(value: Any) -> str:
    if isinstance(value, Mention):
        return Linker(reference.load()).link(value, "").name
    return str(getattr(value, "text", value))


def words(own: OwnTable, statement: Statement) -> list[str]:
    """What stands at the evidence and the context of a statement."""
    return [own.document.text[a:b] for a, b in (statement.evidence, *statement.context)]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_row_is_a_figure(codec: str, tmp_path: Path) -> None:
    """In the encodings of tables, with full-width digits, marks of thousands, a title above and a blank row between."""
    own = statements.load(mapped(tmp_path, LONG.encode(codec), figures=[FIGURES]))
    assert said(own) == [
        ("云南省", "observation", "23223.75", "2019"),
        ("内蒙古自治区", "observation", "17359.8", "2020"),
    ]
    assert {(s.indicator, s.unit) for s in own.statements} == {("地区生产总值", "亿元")}


def test_the_cell_is_the_evidence(tmp_path: Path) -> None:
    """With area, time and head as context, and the row and column as a spreadsheet counts them."""
    own = statements.load(mapped(tmp_path, LONG, figures=[FIGURES]))
    first, second = own.statements
    assert words(own, first) == ["23,223.75", "云南", "2019年", "产值"]
    assert [own.cells[s.evidence] for s in (first, second)] == [(3, 3), (5, 3)]
    assert own.cells[second.context[0]] == (5, 1)


def test_a_wide_table_has_its_years_in_the_head(tmp_path: Path) -> None:
    """And unit, indicator and source in columns."""
    wide = "地区,指标,单位,来源,2019,2020年\n吉林,产值,亿元,年鉴,1.5,-\n廣西,人口,万人,公报,2,３\n"
    figures = {
        "area": {"column": "地区"},
        "time": "head",
        "value": {"columns": [2019, "2020年"]},
        **{
            name: {"column": column}
            for name, column in (("indicator", "指标"), ("unit", "单位"), ("data_source", "来源"))
        },
    }
    own = statements.load(mapped(tmp_path, wide, figures=[figures]))
    assert [(*s[::2], s[3]) for s in said(own)] == [
        ("吉林省", "1.5", "2019"),
        ("广西壮族自治区", "2", "2019"),
        ("广西壮族自治区", "3", "2020"),
    ]
    assert [(s.indicator, s.unit, s.qualifiers["dataSource"]) for s in own.statements][1:] == [
        ("人口", "万人", "公报")
    ] * 2


def test_rows_are_entities(tmp_path: Path) -> None:
    """Known and new ones, with concepts, dates, places and names as properties; empty cells say nothing."""
    text = "口岸,地点,类型,开放,别称\n满洲里,满洲里市,铁路,1992年,\n某某口岸,云南,公路,-,某某通道\n"
    entities = {
        "class": "Port",
        "name": {"column": "口岸"},
        "properties": {
            "locatedIn": {"column": "地点", "type": "Region"},
            "portMode": {"column": "类型"},
            "dateEstablished": {"column": "开放"},
            "alias": {"column": "别称"},
        },
    }
    own = statements.load(mapped(tmp_path, text, entities=[entities]))
    assert said(own) == [
        ("满洲里口岸", "locatedIn", "满洲里市", ""),
        ("满洲里口岸", "portMode", "铁路", ""),
        ("满洲里口岸", "dateEstablished", "1992", ""),
        ("某某口岸", "locatedIn", "云南省", ""),
        ("某某口岸", "portMode", "公路", ""),
        ("某某口岸", "alias", "某某通道", ""),
    ]


def test_a_code_names_a_place(tmp_path: Path) -> None:
    """As GB/T 2260 has it, or the IRI."""
    text = "code,iri,v\n530000,https://w3id.org/borderkg/id/region/220000,1\n"
    for column, by, place in (("code", "gbCode", "云南省"), ("iri", "iri", "吉林省")):
        area = {"column": column, "by": by}
        own = statements.load(
            mapped(tmp_path, text, figures=[{**FIGURES, "area": area, "time": 2020, "value": {"column": "v"}}])
        )
        assert said(own) == [(place, "observation", "1", "2020")]


def test_a_row_may_be_passed_over(tmp_path: Path) -> None:
    """Sums are no places."""
    text = "省份,年份,产值\n云南,2019,1\n合计,2019,1\n"
    own = statements.load(mapped(tmp_path, text, figures=[{**FIGURES, "area": {"column": "省份", "skip": ["合计"]}}]))
    assert len(own.statements) == 1


def test_parquet_reads_as_csv(tmp_path: Path) -> None:
    """The same statements, at the same rows and columns."""
    frame = pandas.DataFrame({"省份": ["云南", "吉林"], "年份": [2019, 2020], "产值": [23223.75, 1.5]})
    in_csv = statements.load(mapped(tmp_path, frame.to_csv(index=False), figures=[FIGURES]))
    data = written(tmp_path, frame).read_bytes()
    in_parquet = statements.load(mapped(tmp_path, data, name="own.parquet", figures=[FIGURES]))
    assert said(in_csv) == said(in_parquet)
    assert [in_csv.cells[s.evidence] for s in in_csv.statements] == [
        in_parquet.cells[s.evidence] for s in in_parquet.statements
    ]


@pytest.mark.parametrize(
    ("row", "place", "wrong"),
    [
        ("云南,2019,12.3.4", "row 3, column 产值", "'12.3.4' is not a number"),
        ("云南,去年,1", "row 3, column 年份", "'去年' is not a year"),
        ("云男,2019,1", "row 3, column 省份", "'云男' is no known Region. Nearest: "),
        ("城关区,2019,1", "row 3, column 省份", "'城关区' may mean 城关区 <https://w3id.org/borderkg/id/region/"),
        (",2019,1", "row 3, column 省份", "省份 is empty beside '1'"),
        ("云南,,1", "row 3, column 年份", "年份 is empty beside '1'"),
    ],
)
def test_a_fault_names_row_and_column(row: str, place: str, wrong: str, tmp_path: Path) -> None:
    """And the cell, and the way out; nothing is read of the table."""
    with pytest.raises(MappingError) as caught:
        statements.load(mapped(tmp_path, f"省份,年份,产值\n吉林,2019,1\n{row}\n", figures=[FIGURES]))
    assert str(caught.value).startswith(f"{tmp_path / 'own.csv'}: {place}: {wrong}")
    assert "\n" not in str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Up to twenty, and how many more there are."""
    rows = "".join(f"云南,2019,x{n}\n" for n in range(25))
    with pytest.raises(MappingError) as caught:
        statements.load(mapped(tmp_path, f"省份,年份,产值\n{rows}", figures=[FIGURES]))
    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 5 more."


@pytest.mark.parametrize(
    ("text", "fields", "said"),
    [
        ("甲,乙\n1,2\n", {"figures": [FIGURES]}, "no column is called '产值' in own.csv; there are: 甲, 乙"),
        ("产值,产值,省份\n1,2,云南\n", {"figures": [FIGURES]}, "several columns are called '产值'"),
        ("甲\n1\n", {"figures": [FIGURES]}, "no table"),
        ("", {"figures": [FIGURES]}, "no table"),
        ("省份,年份,产值\n云南,2019,-\n", {"figures": [FIGURES]}, "no row says anything"),
        (
            "名,类型\n某口岸,火箭\n",
            {"entities": [{"class": "Port", "name": {"column": "名"}, "properties": {"portMode": {"column": "类型"}}}]},
            "row 2, column 类型: '火箭' is no concept of port-mode; there are: ",
        ),
    ],
)
def test_a_table_that_does_not_fit_is_refused(text: str, fields: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(MappingError) as caught:
        statements.load(mapped(tmp_path, text, **fields))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"), [("own.xlsx", "a table is read from .csv, .tsv, .parquet"), ("no.csv", "No such file")]
)
def test_a_file_that_cannot_be_read_is_told(name: str, said: str, tmp_path: Path) -> None:
    path = mapped(tmp_path, "a", figures=[FIGURES])
    path.write_text(path.read_text("utf-8").replace("own.csv", name), "utf-8")
    with pytest.raises((MappingError, CorpusError), match=said):
        statements.load(path)


@given(
    cells=st.lists(
        st.lists(
            st.sampled_from(["", "甲", "乙|丙", "| ", "---", "1,5", "a b", '"', "\n", "2019"]), min_size=3, max_size=3
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_is_found_where_it_stands(cells: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever stands in a table: each cell has its words, and its row and column in the file."""
    folder = tmp_path_factory.mktemp("t")
    frame = [["省份", "年份", "产值"], *cells, ["云南", "2019", "1"]]
    path = folder / "own.csv"
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in frame]
    path.write_text("\n".join(quoted) + "\n", "utf-8", newline="")
    found = table.read(path, Bibliography())
    for row in (found.heads, *found.rows):
        for cell in row:
            if cell:
                assert found.document.text[cell.start : cell.end] == cell.text
                printed = " ".join(frame[cell.row - 1][cell.column - 1].replace("|", "¦").split())
                assert printed == cell.text
