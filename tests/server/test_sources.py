"""A source's text, pages and claims over HTTP; where its passages are printed, and the pictures of its pages."""

import struct
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from borderkg import pipeline
from tests.corpus.formats.sheets import lines, of_streams, pdf
from tests.running import serving

FIRST = ["瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。", "2010年，国务院设立瑞丽重点开发开放试验区。"]
SECOND = ["磨憨口岸位于云南省勐腊县，对应老挝磨丁口岸。"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts of three kinds; of two of them the files are gone or damaged once they have been read."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "print.pdf").write_bytes(pdf(lines(FIRST), lines(SECOND)))
    (folder / "gone.pdf").write_bytes(pdf(lines(["东兴口岸位于广西壮族自治区东兴市。"])))
    (folder / "plain.txt").write_text("满洲里口岸位于内蒙古自治区满洲里市。\n", "utf-8")
    slow = b"BT /F 10 Tf 60 700 Td <" + "丹东口岸位于辽宁省丹东市。".encode("utf-16-be").hex().encode() + b"> Tj ET "
    slow += b"/Pattern cs " + b"0 0 600 800 re 0.1 w S " * 400_000
    (folder / "slow.pdf").write_bytes(of_streams([slow]))
    return folder


@pytest.fixture(scope="module")
def client(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    store = tmp_path_factory.mktemp("graph")
    pipeline.build(folder, store)
    (folder / "gone.pdf").unlink()
    (folder / "plain.txt").unlink()
    with serving(store) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def source(client: httpx.Client, name: str) -> str:
    return next(str(text["source"]) for text in client.get("/api/summary").json()["texts"] if text["name"] == name)


def test_a_source_with_its_pages_and_claims(client: httpx.Client) -> None:
    """Every page's part of the text, and the claims in the order of the text, each with its evidence."""
    answer = client.get("/api/source", params={"iri": source(client, "print.pdf")}).json()
    text = answer["text"]
    assert (answer["name"], answer["length"], answer["start"], answer["end"]) == ("print.pdf", len(text), 0, len(text))
    pages = [(page["number"], text[page["start"] : page["end"]].strip().split("\n")) for page in answer["pages"]]
    assert pages == [(1, FIRST), (2, SECOND)]
    assert {(page["width"], page["height"]) for page in answer["pages"]} == {(600, 800)}
    said = [(c["subjectLabel"], c["predicate"], c["objectLabel"]) for c in answer["claims"]]
    assert said[0] == ("瑞丽口岸", "locatedIn", "瑞丽市")
    assert ("磨憨口岸", "counterpart", "磨丁口岸") in said
    starts = [claim["evidence"][0]["start"] for claim in answer["claims"]]
    assert starts == sorted(starts)
    first = answer["claims"][0]["evidence"][0]
    assert (text[first["start"] : first["end"]], first["primary"]) == ("瑞丽口岸位于云南省瑞丽市", True)
    assert answer["predicateLabels"]["counterpart"]


def test_a_source_in_parts(client: httpx.Client) -> None:
    """`next` leads through the whole text, and each claim is in one part."""
    whole = client.get("/api/source", params={"iri": source(client, "print.pdf")}).json()
    parts = [client.get("/api/source", params={"iri": whole["iri"], "length": 20}).json()]
    while parts[-1]["next"]:
        parts.append(client.get(parts[-1]["next"]).json())
    assert len(parts) > 2
    assert "".join(part["text"] for part in parts) == whole["text"]
    assert [claim for part in parts for claim in part["claims"]] == whole["claims"]
    assert all(part["pages"] == whole["pages"] for part in parts)


def test_a_text_opens_although_its_file_is_gone(client: httpx.Client) -> None:
    """It is kept beside the store; a text without pages has none."""
    answer = client.get("/api/source", params={"iri": source(client, "plain.txt")}).json()
    assert answer["text"] == "满洲里口岸位于内蒙古自治区满洲里市。\n"
    assert answer["pages"] == []


def test_of_a_text_that_is_not_at_hand_there_are_the_claims(demo_store: Path, client: httpx.Client) -> None:
    """A released paper: its claims and their offsets, no word."""
    with serving(demo_store) as address, httpx.Client(base_url=address, timeout=60) as demo:
        released = next(t for t in demo.get("/api/summary").json()["texts"] if t["name"].startswith("001"))
        answer = demo.get("/api/source", params={"iri": released["source"]}).json()
    assert answer["text"] is None
    assert answer["claims"]
    assert all(0 <= e["start"] < e["end"] <= answer["length"] for c in answer["claims"] for e in c["evidence"])


def test_where_a_passage_is_printed(client: httpx.Client) -> None:
    """In points of the page as it is shown; over two pages in both; nowhere in a text that is no print."""
    iri = source(client, "print.pdf")
    text = client.get("/api/source", params={"iri": iri}).json()["text"]
    start = text.index("对应缅甸")
    ask: dict[str, str | int] = {"iri": iri, "start": start, "end": start + 4}
    (box,) = client.get("/api/source/boxes", params=ask).json()["boxes"]
    assert box == {"page": 1, "start": start, "end": start + 4, "left": 190, "top": 51, "width": 40, "height": 11}
    both = client.get("/api/source/boxes", params={"iri": iri, "start": 0, "end": len(text)}).json()["boxes"]
    assert [box["page"] for box in both] == [1, 1, 2]
    plain: dict[str, str | int] = {"iri": source(client, "plain.txt"), "start": 0, "end": 9}
    assert client.get("/api/source/boxes", params=plain).json()["boxes"] == []


def test_the_picture_of_a_page(client: httpx.Client) -> None:
    """As PNG, as wide as it is asked for."""
    answer = client.get("/api/source/page", params={"iri": source(client, "print.pdf"), "number": 2, "width": 300})
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", answer.content[16:24]) == (300, 400)


@pytest.mark.parametrize(
    ("name", "number", "status"),
    [("print.pdf", 3, 404), ("plain.txt", 1, 404), ("gone.pdf", 1, 422), ("slow.pdf", 1, 422)],
    ids=["no such page", "no PDF", "file gone", "too slow"],
)
def test_what_has_no_picture(name: str, number: int, status: int, client: httpx.Client) -> None:
    """A problem that says why in two languages; the next page is drawn all the same."""
    answer = client.get("/api/source/page", params={"iri": source(client, name), "number": number})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] and answer.json()["detail_zh"]
    whole: dict[str, str | int] = {"iri": source(client, "print.pdf"), "number": 1}
    assert client.get("/api/source/page", params=whole).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/source", 400),
        ("/api/source?iri=x", 404),
        ("/api/source?iri=%3Cx%3E", 404),
        ("/api/source?iri=x&length=400001", 400),
        ("/api/source/boxes?iri=x", 400),
        ("/api/source/boxes?iri=x&start=1&end=2", 404),
        ("/api/source/page?iri=x&number=0", 400),
        ("/api/source/page?iri=x&number=1&width=100000", 400),
        ("/api/source/page?iri=x&number=1", 404),
    ],
)
def test_wrong_requests(address: str, status: int, client: httpx.Client) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
