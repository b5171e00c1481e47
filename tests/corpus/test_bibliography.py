"""How each text is cited."""

from pathlib import Path

import pytest

from borderkg.corpus import bibliography, reader, sections
from borderkg.corpus.bibliography import SOURCES_FILE, describe, read_from_text
from borderkg.corpus.document import Bibliography, Document
from borderkg.errors import CorpusError
from tests.corpus.factory import SENTENCES, document, reading

FULL = """\
papers/a.txt:
  title: 边境口岸研究
  title_en: A Study of Border Ports
  author: [王某, 李某]
  year: 2019
  container: 口岸研究
  issue: 第3期
  pages: 12-20
  type: journal article
  licence: CC BY 4.0
  data_sources: [海关统计]
  note: 仅供示例
"""


def load(folder: Path, text: str | bytes) -> dict[str, Bibliography]:
    data = text.encode() if isinstance(text, str) else text
    (folder / SOURCES_FILE).write_bytes(data)
    return bibliography.load(folder)


def test_every_field_is_read(tmp_path: Path) -> None:
    """An entry of `sources.yaml` becomes the bibliography of the file that it names."""
    assert load(tmp_path, FULL) == {
        "papers/a.txt": Bibliography(
            title="边境口岸研究",
            title_en="A Study of Border Ports",
            authors=("王某", "李某"),
            year=2019,
            container="口岸研究",
            issue="第3期",
            pages="12-20",
            kind="journal article",
            licence="CC BY 4.0",
            data_sources=("海关统计",),
            read_from="sources.yaml",
        )
    }


def test_a_single_author_needs_no_list(tmp_path: Path) -> None:
    """What may be several may also be written as one."""
    read = load(tmp_path, "a.txt: {author: 王某, data_sources: 海关统计}")["a.txt"]
    assert (read.authors, read.data_sources) == (("王某",), ("海关统计",))


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_says_nothing(tmp_path: Path, text: str) -> None:
    """A `sources.yaml` without entries is no fault."""
    assert load(tmp_path, text) == {}


def test_a_folder_without_sources(tmp_path: Path) -> None:
    """A corpus need not have a `sources.yaml`; a file that was asked for by name must be there."""
    assert bibliography.load(tmp_path) == {}
    with pytest.raises(CorpusError, match=r"nowhere\.yaml: no such file"):
        bibliography.load_file(tmp_path / "nowhere.yaml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a.txt", "expected a mapping from file name"),
        ("only words", "expected a mapping from file name"),
        ("a.txt:", "a.txt: expected fields"),
        ("a.txt: 边境口岸研究", "a.txt: expected fields"),
        ("a.txt: [边境口岸研究]", "a.txt: expected fields"),
        ("a.txt: {titel: 边境口岸研究}", "a.txt: unknown field titel; known are author"),
        ("b.txt: {year: 2019}\na.txt: {1: 2, authors: 王某}", "a.txt: unknown field 1, authors"),
        ("a.txt: {year: '2019'}", "a.txt: year must be a number such as 2022, not '2019'"),
        ("a.txt: {year: 19}", "a.txt: year must be a number"),
        ("a.txt: {year: 20190}", "a.txt: year must be a number"),
        ("a.txt: {year: true}", "a.txt: year must be a number"),
        ("a.txt: {year: 2019-05-01}", "a.txt: year must be a number"),
        ("a.txt: {title: 边境", "not readable as YAML"),
        ("a.txt: {title: 边境", "line 1, column 8"),
        ("a.txt:\n  title: 边境\n year: 2019\n", "line 3"),
        ("a.txt:\n\ttitle: 边境\n", "line 2"),
        ("? [a]\n: {title: 边境}", "unhashable key"),
        ("a.txt: {title: !!python/name:os.system x}", "could not determine a constructor"),
        ("a: {title: 甲}\n---\nb: {title: 乙}", "another document"),
        ("a.txt: {title: 边境}".encode("gb18030"), "not readable as YAML in UTF-8"),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(tmp_path: Path, text: str | bytes, place: str) -> None:
    """Each fault names the file, and the entry or line where it is."""
    with pytest.raises(CorpusError) as raised:
        load(tmp_path, text)
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / SOURCES_FILE}: ")
    assert place in message
    assert "\n" not in message


TITLE = "边境口岸发展研究"


@pytest.mark.parametrize("head", [TITLE, f"标题：{TITLE}", f"题目: {' '.join(TITLE)}", f"{TITLE}\n\n王某 李某"])
def test_a_text_says_its_title(head: str) -> None:
    """The first heading is the title, or the line that is marked as one; names below it are not guessed at."""
    assert read_from_text(reading(f"{head}\n\n{SENTENCES[0]}\n")) == Bibliography(title=TITLE, read_from="text")


@pytest.mark.parametrize(
    ("line", "authors", "year"),
    [
        ("作者：王某、李某", ("王某", "李某"), None),
        ("著者/王某某，李某等", ("王某某", "李某"), None),
        ("记者：王某", ("王某",), None),
        ("发布日期：2019-03-02", (), 2019),
        ("成文时间：２０１９年３月", (), 2019),
        ("版次 / 2015 年 11 月第 1 版", (), 2015),
        ("作者单位：边境大学", (), None),
        ("日期：2019年", (), None),
        ("2019年3月，王某报道：", (), None),
    ],
)
def test_a_text_says_its_authors_and_its_date(line: str, authors: tuple[str, ...], year: int | None) -> None:
    """Authors and year are read where they are marked as such, and nowhere else."""
    found = read_from_text(reading(f"{TITLE}\n\n{line}\n\n{SENTENCES[0]}\n"))
    assert found == Bibliography(title=TITLE, authors=authors, year=year, read_from="text")


@pytest.mark.parametrize("head", ["一、边境口岸发展的历史与现状", "口岸", "王某 李某", "作者：", SENTENCES[1]])
def test_nothing_is_guessed(head: str) -> None:
    """A numbered or very short heading is no title, and a bare name no author."""
    assert read_from_text(reading(f"{head}\n\n{SENTENCES[0]}\n")) == Bibliography()


@pytest.mark.parametrize("name", ["b.md", "b.html", "b.docx"])
def test_a_title_that_is_marked_up_counts_whatever_its_length(name: str) -> None:
    """A heading of the first level where a writer sets it; in plain text, where converters set #, a short one does not."""
    marked = f"# 广西口岸情况\n\n{SENTENCES[0]}\n"
    assert read_from_text(sections.read(document(marked, name))).title == "广西口岸情况"
    assert read_from_text(reading(marked)).title == ""


@pytest.mark.parametrize("head", ["## 广西口岸情况", "# 目录", "# 摘 要", "# 一、口岸情况", "广西口岸情况"])
def test_a_lower_heading_or_a_part_is_no_title_of_a_page(head: str) -> None:
    """Neither the second level, nor the name of a part, nor a numbered heading, nor a line without mark."""
    assert read_from_text(sections.read(document(f"{head}\n\n{SENTENCES[0]}\n", "b.md"))).title == ""


def test_a_page_without_heading_is_called_by_its_title(tmp_path: Path) -> None:
    """The `title` of HTML, without the site; a heading of the page goes before it."""
    page = (
        "<html><head><title>广西口岸情况_某某门户网站</title></head><body>{}<p>" + SENTENCES[0] + "</p></body></html>"
    )
    for name, inside, title in (("a.html", "", "广西口岸情况"), ("b.html", "<h1>西藏口岸情况</h1>", "西藏口岸情况")):
        (tmp_path / name).write_text(page.format(inside), "utf-8")
        assert reader.document(tmp_path / name, name, {}).bibliography.title == title


def test_marks_are_read_at_the_head_only() -> None:
    """A marked line far down belongs to something quoted."""
    body = "\n\n".join(SENTENCES[i % len(SENTENCES)] for i in range(50))
    assert read_from_text(reading(f"{body}\n\n作者：王某\n")) == Bibliography()


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (
            Bibliography(
                title="口岸研究", authors=("王某", "李某"), year=2019, container="期刊", issue="第3期", pages="12"
            ),
            "王某、李某（2019）《口岸研究》，期刊，第3期，12",
        ),
        (Bibliography(title="口岸研究"), "《口岸研究》"),
        (Bibliography(authors=("王某",), year=2019), "王某（2019）"),
        (Bibliography(container="期刊", pages="12"), "，期刊，12"),
        (Bibliography(), ""),
    ],
)
def test_a_citation_leaves_out_what_is_unknown(known: Bibliography, line: str) -> None:
    """Authors (year) title, container, issue, pages: as much as there is, in that order."""
    assert known.citation() == line


def test_a_document_is_named_by_its_citation_or_its_file() -> None:
    """Where nothing is known of a text, its file name stands for it."""
    cited = Document("a.txt", "", "0", "utf-8", Bibliography(title="口岸研究"))
    assert describe(cited) == "《口岸研究》"
    assert describe(document("", "b.txt")) == "b.txt"


@pytest.mark.parametrize(("name", "stem"), [("a.txt", "a"), ("b/a.v2.md", "b/a.v2"), ("a", "a")])
def test_the_stem_is_the_name_without_its_extension(name: str, stem: str) -> None:
    """Only the last extension goes."""
    assert document("", name).stem == stem


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "title", "year"), [("001", "中国沿边开放的主要障碍及对策研究", None), ("004", "", 2015)]
)
def test_papers_that_say_their_title_or_year(papers: Path, name: str, title: str, year: int | None) -> None:
    """One paper has its title as its first heading, one its year on the page of its edition."""
    (path,) = papers.glob(f"{name}_*.txt")
    found = read_from_text(reading(path.read_text("utf-8")))
    assert found.year == year
    assert title in found.title
