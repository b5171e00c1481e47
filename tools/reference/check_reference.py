"""Check the reference files: every fault is listed, and none may be found.

    python check_reference.py [DIRECTORY]

Checked are form (parses, canonical bytes, no blank nodes), names (one zh and one en prefLabel, no stray blanks),
links (every object that is an individual or a concept is known), the divisions' completeness, and the land-border
counties of 2013, which stand below, compiled by hand, by the names of that year.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from turtle_blocks import ID, PREFIXES, Individual, literal, render

BKG, BKC, SKOS = PREFIXES["bkg"], PREFIXES["bkc"], PREFIXES["skos"]
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CONCEPTS = re.compile(r"(admin-level|port-mode|platform-type|place-kind)-[a-z-]+")

# Prefectures and counties of each border province: counted by hand, in 新疆 as the package has them.
TOTALS = {
    "liaoning": (14, 100),
    "jilin": (9, 60),
    "heilongjiang": (13, 121),
    "neimenggu": (12, 103),
    "gansu": (14, 86),
    "xinjiang": (14, 112),
    "xizang": (7, 74),
    "yunnan": (16, 129),
    "guangxi": (14, 111),
}
BORDER_2013 = {
    "neimenggu": """达尔罕茂明安联合旗 新巴尔虎左旗 新巴尔虎右旗 陈巴尔虎旗 满洲里市 额尔古纳市 乌拉特中旗
        乌拉特后旗 四子王旗 阿尔山市 科尔沁右翼前旗 二连浩特市 阿巴嘎旗 苏尼特左旗 苏尼特右旗 东乌珠穆沁旗
        阿拉善左旗 阿拉善右旗 额济纳旗""",
    "liaoning": "元宝区 振兴区 振安区 东港市 宽甸满族自治县",
    "jilin": "集安市 八道江区 抚松县 长白朝鲜族自治县 临江市 图们市 珲春市 龙井市 和龙市 安图县",
    "heilongjiang": """密山市 虎林市 鸡东县 萝北县 绥滨县 饶河县 嘉荫县 同江市 抚远县 绥芬河市 穆棱市 东宁县
        爱辉区 逊克县 孙吴县 呼玛县 塔河县 漠河县""",
    "guangxi": "防城区 东兴市 靖西县 那坡县 宁明县 龙州县 大新县 凭祥市",
    "yunnan": """腾冲县 龙陵县 江城哈尼族彝族自治县 孟连傣族拉祜族佤族自治县 澜沧拉祜族自治县 西盟佤族自治县
        镇康县 耿马傣族佤族自治县 沧源佤族自治县 金平苗族瑶族傣族自治县 绿春县 河口瑶族自治县 麻栗坡县 马关县
        富宁县 景洪市 勐海县 勐腊县 瑞丽市 潞西市 盈江县 陇川县 泸水县 福贡县 贡山独龙族怒族自治县""",
    "xizang": """洛扎县 错那县 浪卡子县 隆子县 定日县 康马县 定结县 仲巴县 亚东县 吉隆县 聂拉木县 萨嘎县 岗巴县
        普兰县 札达县 噶尔县 日土县 墨脱县 察隅县 米林县 朗县""",
    "gansu": "肃北蒙古族自治县",
    "xinjiang": """哈密市 巴里坤哈萨克自治县 伊吾县 奇台县 木垒哈萨克自治县 博乐市 温泉县 温宿县 乌什县
        阿图什市 阿克陶县 阿合奇县 乌恰县 叶城县 塔什库尔干塔吉克自治县 和田县 皮山县 察布查尔锡伯自治县 霍城县
        昭苏县 塔城市 额敏县 托里县 裕民县 和布克赛尔蒙古自治县 阿勒泰市 布尔津县 富蕴县 福海县 哈巴河县 青河县
        吉木乃县""",
}
YOUNGER = {"扎赉诺尔区", "阿拉山口市", "霍尔果斯市"}
KINDS = {
    "Period",
    "Meeting",
    "Agreement",
    "Platform",
    "Organization",
    "TradeZone",
    "Corridor",
    "Country",
    "Region",
    "Policy",
    "Event",
}
KINDS |= {"Port", "Expo"}
Graph = dict[str, dict[str, list[NamedNode | Literal]]]


def read(path: Path) -> Graph:
    """A file's statements by subject and predicate; a blank node is a fault that cannot be carried on with."""
    graph: Graph = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, (BlankNode, Triple)) or isinstance(value, (BlankNode, Triple)):
            raise SystemExit(f"{path.name}: blank node or triple term")
        graph[subject.value][quad.predicate.value].append(value)
    return graph


def labels(facts: dict[str, list[NamedNode | Literal]], kind: str, language: str) -> list[str]:
    """The labels of one kind in one language."""
    values = facts.get(SKOS + kind, [])
    return [value.value for value in values if isinstance(value, Literal) and value.language == language]


def name_faults(subject: str, facts: dict[str, list[NamedNode | Literal]]) -> Iterator[str]:
    """Faults in an individual's class, names and source."""
    kinds = [value.value.removeprefix(BKG) for value in facts[TYPE]]
    if len(kinds) != 1 or kinds[0] not in KINDS:
        yield f"{subject}: class {kinds}"
    for language in ("zh", "en"):
        if (count := len(labels(facts, "prefLabel", language))) != 1:
            yield f"{subject}: {count} prefLabels in {language}"
    spoken = [label for kind in ("prefLabel", "altLabel", "hiddenLabel") for label in labels(facts, kind, "zh")]
    yield from (f"{subject}: {label} twice" for label, count in Counter(spoken).items() if count > 1)
    for label in spoken + labels(facts, "prefLabel", "en"):
        if label != label.strip() or not label or "  " in label or "\t" in label or "\n" in label:
            yield f"{subject}: blanks in {label!r}"
    yield from (f"{subject}: inner blank in {label}" for label in spoken if " " in label)
    if len(facts["http://purl.org/dc/terms/source"]) != 1:
        yield f"{subject}: not one source"


def link_faults(known: Graph) -> Iterator[str]:
    """Objects that nobody defines, borders and counterparts that do not point back."""
    for subject, facts in known.items():
        for predicate, values in facts.items():
            for value in values:
                if not isinstance(value, NamedNode) or predicate == TYPE:
                    continue
                if value.value.startswith(BKC):
                    if not CONCEPTS.fullmatch(value.value.removeprefix(BKC)):
                        yield f"{subject}: concept {value.value}"
                elif value.value not in known:
                    yield f"{subject}: {value.value} is defined nowhere"
                elif predicate == BKG + "counterpart" or (predicate == BKG + "borders" and "/country/" in subject):
                    back = known[value.value].get(predicate, [])
                    if NamedNode(subject) not in back:
                        yield f"{subject}: {predicate.removeprefix(BKG)} {value.value} does not point back"


def within(known: Graph, subject: str) -> set[str]:
    """Everything that `subject` lies in, itself among it."""
    found, queue = set(), [subject]
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            queue.extend(
                value.value
                for value in [
                    *known.get(one, {}).get(BKG + "partOf", []),
                    *known.get(one, {}).get(BKG + "locatedIn", []),
                ]
            )
    return found


def division_faults(files: dict[str, Graph], known: Graph) -> Iterator[str]:
    """Divisions that are missing, wrongly placed, or miscounted."""
    if (count := len(files["regions-provinces.ttl"])) != 34:
        yield f"{count} provinces, not 34"
    for province, expected in TOTALS.items():
        graph = files[f"regions-{province}.ttl"]
        levels = Counter(facts[BKG + "adminLevel"][0].value.rsplit("-", 1)[1] for facts in graph.values())
        if (levels["prefecture"], levels["county"]) != expected:
            yield f"{province}: {dict(levels)}, not {expected}"
        for subject, facts in graph.items():
            code = facts[BKG + "gbCode"][0].value
            if not re.fullmatch(r"[1-8]\d{5}", code) or not subject.endswith(f"/{code}"):
                yield f"{subject}: code {code}"
            if not {f"{ID}region/{code[:2]}0000", f"{ID}country/CN"} <= within(known, subject):
                yield f"{subject}: not within its province and China"


def border_faults(files: dict[str, Graph]) -> Iterator[str]:
    """Border counties of 2013 that are not marked, or marked ones that are not on the list."""
    wanted_total = 0
    for province, names in BORDER_2013.items():
        wanted = names.split()
        wanted_total += len(set(wanted))
        marked = {s: f for s, f in files[f"regions-{province}.ttl"].items() if BKG + "borderCounty" in f}
        bearers: dict[str, str] = {}
        for subject, facts in marked.items():
            for kind in ("prefLabel", "altLabel"):
                bearers |= dict.fromkeys(labels(facts, kind, "zh"), subject)
        yield from (f"{province}: border county {name} is missing" for name in wanted if name not in bearers)
        listed = {bearers[name] for name in wanted if name in bearers}
        spare = {labels(facts, "prefLabel", "zh")[0] for subject, facts in marked.items() if subject not in listed}
        if spare - YOUNGER:
            yield f"{province}: marked, but not on the list of 2013: {spare - YOUNGER}"
    if wanted_total != 139:
        yield f"the list of 2013 has {wanted_total} names, not 139"


def canonical(path: Path, graph: Graph) -> str:
    """What turtle_blocks would write for this graph under this file's header."""
    text = path.read_text(encoding="utf-8")
    header = "\n".join(line.removeprefix("#").removeprefix(" ") for line in text.split("\n@prefix")[0].splitlines())
    return render((individual(subject, facts) for subject, facts in graph.items()), header)


def individual(subject: str, facts: dict[str, list[NamedNode | Literal]]) -> Individual:
    """The individual of a block, read back."""
    zh, en = (labels(facts, "prefLabel", language)[0] for language in ("zh", "en"))
    told = facts["http://purl.org/dc/terms/source"][0].value
    one = Individual(subject.removeprefix(ID), "bkg:" + facts[TYPE][0].value.removeprefix(BKG), zh, en, told)
    one.alt, one.hidden = set(labels(facts, "altLabel", "zh")), set(labels(facts, "hiddenLabel", "zh"))
    for predicate, values in facts.items():
        if predicate.startswith(BKG):
            for value in values:
                one.state("bkg:" + predicate.removeprefix(BKG), term(value))
    return one


def term(value: NamedNode | Literal) -> str:
    """A value as it stands in the files."""
    if isinstance(value, NamedNode):
        return f"bkc:{value.value.removeprefix(BKC)}" if value.value.startswith(BKC) else f"<{value.value}>"
    datatype = value.datatype.value.rpartition("#")[2]
    tag = f"@{value.language}" if value.language else "" if datatype == "string" else f"^^xsd:{datatype}"
    return literal(value.value, tag)


def main() -> int:
    """Print every fault, then the counts; the exit code says whether there was a fault."""
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "data" / "reference"
    files = {path.name: read(path) for path in sorted(directory.glob("*.ttl"))}
    known: Graph = {}
    faults: list[str] = []
    for name, graph in files.items():
        faults += [f"{subject}: defined in {name} and before" for subject in graph.keys() & known.keys()]
        known |= graph
        for subject, facts in graph.items():
            faults += name_faults(subject, facts)
        if not faults and canonical(directory / name, graph) != (directory / name).read_text(encoding="utf-8"):
            faults.append(f"{name}: not in canonical form; write it with turtle_blocks")
    faults += [*link_faults(known), *division_faults(files, known), *border_faults(files)]
    print("\n".join(faults))
    kinds = Counter(facts[TYPE][0].value.removeprefix(BKG) for facts in known.values())
    marked = sum(BKG + "borderCounty" in facts for facts in known.values())
    print(f"{len(known)} individuals: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}")
    print(f"{marked} border counties, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
