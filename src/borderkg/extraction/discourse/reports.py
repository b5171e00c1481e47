"""Texts on one place: bulletins, annals, chronicles. What goes without a subject in them is told of that place."""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.span import Span

_REPORT: Final = re.compile(
    rf"{MARKS['Date']}?{MARKS['Region']}(?:{MARKS['Date']}|年|度|外贸|对外|进出口|口岸|经济|国民|社会|和|发展|统计|运行|商务|政府|工作|情况|贸易|开放|边境|基本|志|·|历史|建设)*"
    r"(?:公报|工作报告|年报|月报|季报|概况|概览|简况|综述|基本情况|运行情况|情况|年鉴|志|大事记|大事|要事|纪事|编年|年表|沿革|简史)(?:选[编录]?|摘录?|续编|\(.{1,8}\)|摘要|摘编|节选|节录|简本|解读)?$"
)
"""广西壮族自治区2022年国民经济和社会发展统计公报（节录）."""

_PART: Final = re.compile(
    r"[\u4e00-\u9fff、和与]{0,6}(?:经济|贸易|外贸|外经贸|边贸|口岸|旅游|建设|概况|综述|综合|农业|工业|财政|金融|投资|交通|人口|就业|平台|通关|互市|合作|开放|环境|社会|民生"
    r"|文化|教育|工作|情况|物流|产业|消费|运输|设施|进出口|班列|电商|招商|外资)。"
)
"""旅游。全年接待…: in a report a title that its part begins with."""


def place(annotation: Annotation) -> Span | None:
    """The place on which a text is a report, as its title says."""
    if not _REPORT.match(annotation.abstract):
        return None
    return next((span for span in annotation.spans if span.label == "Region"), None)


def begins_part(annotation: Annotation) -> bool:
    """Whether a sentence is nothing but the title of a part of a report."""
    return _PART.fullmatch(annotation.abstract) is not None
