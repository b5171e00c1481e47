"""Countries that are written by one character: 中越, 中、俄、朝三国, 对朝口岸, 俄滨海边疆区; 两国, those spoken of."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg import lookups
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.span import Span
from borderkg.reference import Individual, Reference

SPOKEN_OF: Final = "letters:countries spoken of before"
_TOGETHER: Final = "letters:countries run together"
_DAY: Final = re.compile(r"[\d今近昨当明次同翌即连半某]日")
"""3日中俄签署, 今日中尼口岸: a day, not Japan."""

_SPOKEN_OF: Final = re.compile(
    "[两三四五六双](?:(?<=两)国|(?<=三)(?<!第三)国(?!语|演)|(?<=[四五六])(?<![亚河湄盟合].)国|(?<=双)方(?=[^,。;]{0,14}(?:签|缔结)))"
)
_JOINT_CONTEXT: Final = re.compile(
    r"(?:(?:、以及|以及|[、和与及])[\u4e00-\u9fff—]{2,12}?){0,6}(?:[三四五六]大)?(?:国际)?经济(?:合作)?走廊|[\u4e00-\u9fff—]{0,12}?(?:条约|专条|条款|附款|附章|通商章程|通商条规|界约|密约|新约|专约|商约|续约|议定书|(?:协定|协议|备忘录)》)|[于在]?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|就|即|共同)?(?:建交|复交|建立外交|关系|签|订立|商定|协商|协议|换文|的?《)|"
    r"[^,。;]{0,6}?(?:签[署订定]|换文|缔结|订立|议定)|两国|双方|双边|关于|新时代|新型|(?:发布|发表)了?《|边民|边境|边界|国界|国境|陆地|陆上|陆路|海上|互市|班列|边贸|贸易|经济|经贸|关系|合作|铁路|公路|高速|管道|石油|原油|天然气|油气|输|口岸|跨境|国际|互市|战略|友好|之间|互联|新?通道"
    r"|第?\d+号[^,。;]{0,4}界[碑标桩]|[\u4e00-\u9fff—]{2,9}口岸|大桥|界|联合|协|自贸|自由|货币|银行|财|电力|光缆|人文|地方|外长|领导|总理|政府|建交|睦邻|共建|二桥|一桥|班列|本币|汽车|旅游|《|三国|四国|各方|交界|接壤|毗邻|两段|段[长为全约\d]|\([\u4e00-\u9fff—]{2,9}\)"
    r"|[\u4e00-\u9fff]{2,5}至[\u4e00-\u9fff]{2,5}(?:跨境|边境|国际)?经济合作区"
    r"|(?:(?![与和同、])[\u4e00-\u9fff]){2,6}(?:大桥|[一二三四]桥|铁路桥|公路桥|友谊桥)"
)
_OF_TRADE: Final = (
    r"(?:边境|边民|易货|小额|口岸|陆路|对外){0,2}(?:贸易|边贸|互市|进出口|出口(?![处通])|进口|经贸|外贸)"
    r"|(?:累计|约|则|达|仅)?\d"
)
"""对朝贸易占七成, 对俄出口, and in a list of figures 对俄318亿元."""

_NEW: Final = "新(?:时代|时期|型|形势|阶段|征程|机遇|篇章|格局|通道|桥|约》)"
"""中俄新时代全面战略协作伙伴关系, 中缅新通道, 《中法新约》: no Singapore."""

_EDGE: Final = re.compile("其中|(?<=[岸县市旗区州,])系")
"""Before a run of letters, whatever the segmenter makes of it: 磨憨口岸系中老两国间…."""

_BEFORE_PLACE: Final = re.compile(r"(?:^|[与和同跟隔对接邻临达经至到向往赴由从自在是为即、,;。:(])$")
"""Before the letter of a country that stands in front of a place of it: 与俄犹太自治州."""


class Letters:
    def __init__(self, known: Reference) -> None:
        self._known = known
        self._of: dict[str, Individual] = {}
        for kind in ("Country", "Region"):  # a letter that a country and a province share is the country's: 蒙
            for individual in known.individuals.values():
                if individual.type == kind:
                    for letter in individual.values.get("abbreviation", ()):
                        if len(letter) == 1 and letter not in lookups.load()["letters_not_read"]:
                            self._of.setdefault(letter, individual)
        self.provinces = {
            letter: i
            for i in known.individuals.values()
            if i.type == "Region" and i.is_province
            for letter in i.values.get("abbreviation", ())
            if len(letter) == 1
        }
        words = "".join(f"|{word}" for word in lookups.load()["letters_not_read"] if len(word) > 1)
        own = "".join(k for k, i in self._of.items() if i.type == "Country")
        abroad = "".join(k for k, i in self._of.items() if i.type == "Country" and not i.is_china)
        one = f"[{''.join(sorted(self._of))}]"
        self._runs = re.compile(rf"(?={one}{one})(?:(?<=其中)|(?<!其))(?:(?!{_NEW}{words}){one}){{2,5}}")
        self._listed = re.compile(
            rf"[{own}](?:[、和与][{own}])+(?!(?<=中)国)(?=等?[两二三四五六七八\d]?国|等?各国|双方|接壤|交界|边[境界])"
        )
        own = "".join(sorted(self.provinces))
        self._listed_provinces = re.compile(
            rf"(?:(?<=[,;:。(将把])|^)[{own}](?:[、和与及][{own}])+"
            rf"(?=等?(?:[两二三四五六七八九\d]个?)?(?:边境|沿边|边疆)?(?:省区?|自治区)|等省|(?:同|均|都|皆|则|一并)?(?:属|归|划|列入))"
            rf"|(?:(?<=[,;:。(将把即为是指有括含])|^)(?:[{own}]|内蒙古?)(?:[、和与及](?:[{own}]|内蒙古?)){{3,}}(?![\u4e00-\u9fff]?[、和])"
        )
        self._two_provinces = re.compile(f"[{own}内](?:[、和与及]|蒙)")
        self._two_abroad = re.compile(f"[{abroad}][{abroad}]")
        """What a text must hold for a list of provinces, and for several countries run together: a quick look."""
        self._directed = re.compile(
            rf"(?<![面针相绝应])对([{abroad}])(?=、|最|为主|主要|重要|开放的(?:[一二]类|边境|陆路|铁路|公路|国家)*(?:口岸|通道)|(?:[一二]类|边境|陆路|铁路|公路)?口岸(?:主要)?[:为是有包中里之]|[一二]类口岸|(?<=第.个对.)口岸)"
        )
        self._neighbours = re.compile(
            rf"(?!印尼)[{abroad}]{{2}}(?=(?:两国)?(?:界[河江湖]|边界|国界))"
            rf"|(?<=毗邻|外接|外邻|外临|毗连|紧邻)(?!印尼)[{abroad}]{{2,3}}(?=[,;。的]|[两三]国|$)"
        )
        self._traded_with = re.compile(rf"(?<=对)(?<![面针相绝应]对)[{abroad}]{{2,3}}(?=(?:两国|三国)?(?:{_OF_TRADE}))")
        self._traded = re.compile(rf"(?<=对)(?<![面针相绝应]对)[{abroad}](?={_OF_TRADE})")

    def named(self, text: str) -> Sequence[Individual] | None:
        """The countries that the beginning of a name says by their letters, 中哈霍尔果斯…; None where it says none."""
        run = self._runs.match(text)
        return [self._of[c] for c in run[0]] if run and self._joint(run[0]) else None

    def within(self, name: str) -> list[Span]:
        """The countries in the name of a line, as spans of the name."""
        return [self._together(m.start(), m[0]) for m in self._runs.finditer(name) if self._joint(m[0])]

    def before_places(self, text: str, named: Sequence[Span]) -> Iterator[Span]:
        """The country before a place that is known to lie in it: 与俄犹太自治州相望."""
        for span in named:
            letter = text[span.start - 1 : span.start]
            country = self._of.get(letter) if span.label in ("Region", "Port") else None
            if country is None or country.type != "Country" or not _BEFORE_PLACE.search(text[: span.start - 1]):
                continue
            if any(country.iri in self._known.ancestors(i.iri) for i in span.individuals):
                yield Span(span.start - 1, span.start, "Country", letter, "letters:before a place", (country,))

    def find(self, text: str, names: Gazetteer, named: Sequence[Span]) -> list[Span]:
        """Countries named by one character each, China among them: 中越, 中哈, 孟中印缅; or a province and a country: 滇越.
        两国 and 三国 are those last spoken of."""
        found = [Span(m.start(), m.end(), "Countries", m[0], SPOKEN_OF) for m in _SPOKEN_OF.finditer(text)]
        found += [
            Span(m.start(), m.end(), "Country", m[0], "letters:what is directed at a country", (self._of[m[1]],))
            for m in (self._directed.finditer(text) if "对" in text else ())
        ]
        found += [
            Span(m.start(), m.end(), "Country", m[0], "letters:whom one trades with", (self._of[m[0]],))
            for m in (self._traded.finditer(text) if "对" in text else ())
        ]
        found += [
            Span(at, at + 1, "Country", text[at], "letters:countries in a list", (self._of[text[at]],))
            for m in self._listed.finditer(text)
            for at in range(m.start(), m.end(), 2)
        ]
        found += [
            Span(at, at + 1, "Region", text[at], "letters:provinces in a list", (self.provinces[text[at]],))
            for m in (self._listed_provinces.finditer(text) if self._two_provinces.search(text) else ())
            for at in range(m.start(), m.end())
            if text[at] in self.provinces and text[at - 1 : at] != "内"
        ]
        found += [
            self._together(m.start(), m[0])
            for runs in ((self._neighbours, self._traded_with) if self._two_abroad.search(text) else ())
            for m in runs.finditer(text)
            if len(set(m[0])) == len(m[0])
        ]
        hits = [m for m in self._runs.finditer(text) if self._joint(m[0])]
        if not hits:
            return found
        edges = {*names.boundaries(text), *(m.end() for m in _EDGE.finditer(text))}
        edges |= {span.end for span in named if span.label == "Region"}  # 东宁中俄互市贸易区
        edges |= {span.start for span in named if span.label == "Port"}  # 中尼樟木口岸
        for match in hits:
            start, end = match.span()
            if start and _DAY.match(text, start - 1):
                start += 1
                edges.add(start)
            noted = text[start - 1 : start] == "(" and text[end : end + 1] == ")"  # 某口岸(中哈)
            if noted:
                edges |= {start, end}
            if text[end - 2 : end + 1] == "乌苏里":  # 中俄乌苏里江
                end -= 2
                edges |= {start, end}
            while end - start > 2 and any(span.start == end - 1 for span in named):  # 中俄黑河大桥
                end -= 1
                edges.add(end)
            while end - start == 2 and not (
                start in edges and (end in edges or _JOINT_CONTEXT.match(text, end)) and self._joint(text[start:end])
            ):
                if start + 1 < end and self._joint(text[start + 1 : end]) and start not in edges:
                    start += 1
                else:
                    end -= 1
            letters = text[start:end]
            sure = noted or end - start >= 3 or _JOINT_CONTEXT.match(text, end) or text[end : end + 1] in "、,。"
            if end - start < 2 or not self._joint(letters) or not sure:
                continue
            if any(self._of[c].type == "Region" for c in letters) and not re.match(
                r"铁路|公路|高速|边境|边界|(?:双边|边民|小额|易货|互市|陆路)?(?:贸易|边贸|互市|经贸|进出口)", text[end:]
            ):
                continue
            found.append(self._together(start, letters))
        return found

    def _together(self, start: int, letters: str) -> Span:
        members = tuple(self._of[c] for c in letters)
        return Span(start, start + len(letters), "Countries", letters, _TOGETHER, members)

    def _joint(self, letters: str) -> bool:
        """Different letters, China or a province among them and a foreign country; of provinces alone it is a line: 新藏."""
        kinds = {("CN" if i.is_china or i.type == "Region" else "other") for i in map(self._of.__getitem__, letters)}
        provinces = all(letter in self.provinces for letter in letters)
        return len(set(letters)) == len(letters) and kinds == {"CN", "other"} and not provinces
