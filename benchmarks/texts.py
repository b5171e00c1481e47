"""Texts of any length for measuring: `python benchmarks/texts.py FOLDER --documents 40 [--seed 1]`.

Each document is laid out as the text of a PDF is (lines of some forty characters, a running title and a page number on each
page), and is made of sentences of our own wording, whose names come from the reference data and whose dates and figures are
drawn. No document repeats another, so a reader that keeps what it has read gains nothing. The facts are made up.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from borderkg import reference

FRAMES: Final = (
    "{year}年{month}月{day}日，国务院印发《关于支持{region}{n}个边境县（市）加快开放的若干意见》，{region2}等地随后出台了配套办法。",
    "{port}位于{region}境内，与{country}{far}隔河相望，{year}年经国务院批准为国家一类口岸，{year2}年正式对外开放。",
    "{year}年，{region}外贸进出口总额达{x}亿美元，同比增长{p}%，其中边境小额贸易进出口额为{y}亿美元，占全区的{q}%。",
    "从贸易结构看，{region}对{country}的出口以机电产品和农产品为主，进口则以矿产品为主，这与当地的资源条件和产业基础有关。",
    "{year}年{month}月，{platform}经国务院批准设立，规划面积{s}平方公里，是{region}扩大对外开放的重要平台。",
    "{region}与{country}接壤，边境线长{l}公里，有{port}、{port2}等{n}个口岸，是面向{country2}开放的重要门户。",
    "在这一时期，边境地区的开放主要依靠政策推动，中央财政的转移支付和税收优惠对基础设施建设起到了关键作用。",
    "与沿海地区相比，沿边地区起步较晚，市场规模有限，产业配套不足，人才外流的问题也长期没有得到解决。",
    "{year}年以来，随着“一带一路”建设的推进，{port}的过货量由{y}万吨增至{x}万吨，年均增长{p}%，高于全国平均水平{q}个百分点。",
    "有学者认为，跨境合作的关键不在于通关设施，而在于制度的对接，口岸之间的竞争反而会抬高物流成本。",
    "{year}年，中国与{country}签署《关于边境口岸及其管理制度的协定》，确认了{n}对双边口岸，{port}为其中之一。",
    "第{ordinal}，完善口岸基础设施。应当加大对{port}等重点口岸的投入，推动铁路、公路与海关监管区的衔接，缩短通关时间。",
    "{region}先后设立了{platform}、{platform2}等开放平台，逐步形成了以口岸为节点、以通道为骨架的开放格局。",
    "截至{year}年底，{region}共有边境经济合作区{n}个、综合保税区{m}个，外商投资企业由{a}家发展到{b}家。",
    "国家发展改革委会同有关部门编制了{region}沿边开发开放规划，并于{year}年{month}月报国务院审批，规划期至{year2}年。",
    "统计显示，{year}—{year2}年，{region}实际利用外资累计为{x}亿美元，仅为同期全国的{q}%，与{region2}相比仍有不小差距。",
    "但是，由于周边国家的政策变化较大，部分口岸的货运量起伏明显，企业对长期投资普遍持观望态度。",
    "上述数据表明，沿边地区的开放水平存在明显的空间差异，东北与西南较高，西北次之，西藏最低。",
)
HEADINGS: Final = (
    "{chinese}、沿边开放的发展历程",
    "（{chinese}）政策演进的阶段特征",
    "{n}.对外贸易稳步增长",
    "{chinese}、存在的主要问题",
    "（{chinese}）扩大开放的对策建议",
)
CHINESE: Final = "一二三四五六七八九"
LINE: Final = 40
PAGE: Final = 38


class Writer:
    """Writes documents one after the other from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a benchmark's texts, no secret
        known = reference.load().individuals.values()
        self.names = {
            kind: [i.label_zh for i in known if i.type == kind] for kind in ("Region", "Port", "Platform", "Country")
        }

    def document(self, characters: int = 9000) -> str:
        """One document of about so many characters."""
        title = self.filled("{region}沿边开放的历程与对策研究")
        blocks: list[str] = []
        while sum(map(len, blocks)) < characters:
            blocks.append(self.filled(self.chance.choice(HEADINGS)))
            for _ in range(self.chance.randint(2, 4)):
                chosen = self.chance.sample(FRAMES, self.chance.randint(3, 6))
                blocks.append("　　" + "".join(map(self.filled, chosen)))
            if self.chance.random() < 0.2:
                blocks.append(self.table())
        return "\n".join(paged(title, [line for block in blocks for line in wrapped(block)])) + "\n"

    def table(self) -> str:
        """A table as PDF gives it: one cell a line."""
        years = [str(2009 + k) for k in range(self.chance.randint(3, 5))]
        rows = ["表1 沿边省区进出口总额（亿美元）", "地区", *years]
        for region in ("黑龙江", "吉林", "辽宁", "内蒙古", "广西", "云南"):
            rows += [region, *(f"{self.chance.uniform(1, 900):.2f}" for _ in years)]
        return "\n".join(rows)

    def filled(self, frame: str) -> str:
        """A frame with everything drawn anew."""
        draw: dict[str, Callable[[], object]] = {
            "region": self.some("Region"),
            "region2": self.some("Region"),
            "port": self.some("Port"),
            "port2": self.some("Port"),
            "platform": self.some("Platform"),
            "platform2": self.some("Platform"),
            "country": self.some("Country"),
            "country2": self.some("Country"),
            "far": self.some("Port"),
            "year": lambda: self.chance.randint(1984, 2004),
            "year2": lambda: self.chance.randint(2005, 2022),
            "month": lambda: self.chance.randint(1, 12),
            "day": lambda: self.chance.randint(1, 28),
            "n": lambda: self.chance.randint(2, 9),
            "m": lambda: self.chance.randint(2, 9),
            "a": lambda: self.chance.randint(2, 30),
            "b": lambda: self.chance.randint(31, 400),
            "l": lambda: self.chance.randint(40, 3300),
            "s": lambda: f"{self.chance.uniform(1, 90):.1f}",
            "x": lambda: f"{self.chance.uniform(100, 900):.2f}",
            "y": lambda: f"{self.chance.uniform(1, 99):.2f}",
            "p": lambda: f"{self.chance.uniform(1, 40):.1f}",
            "q": lambda: f"{self.chance.uniform(0, 30):.2f}",
            "chinese": lambda: self.chance.choice(CHINESE),
            "ordinal": lambda: self.chance.choice(CHINESE),
        }
        return frame.format_map({name: value() for name, value in draw.items() if "{" + name + "}" in frame})

    def some(self, kind: str) -> Callable[[], object]:
        return lambda: self.chance.choice(self.names[kind])


def wrapped(block: str) -> Iterator[str]:
    """The lines of a block; a table's are kept."""
    for line in block.split("\n"):
        yield from (line[at : at + LINE] for at in range(0, len(line), LINE))


def paged(title: str, lines: list[str]) -> Iterator[str]:
    """Lines in pages, each with its running title and number."""
    yield title
    for at in range(0, len(lines), PAGE):
        if at:
            yield title
        yield from lines[at : at + PAGE]
        yield f"— {at // PAGE + 1} —"


def write(folder: Path, documents: int, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(seed)
    for number in range(documents):
        (folder / f"{number:04}.txt").write_text(writer.document(), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the texts go")
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.documents, asked.seed)


if __name__ == "__main__":
    main()
