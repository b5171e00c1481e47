"""Lines of web pages that tell where and when a text was put up, how often it was read and who edited it.

    发布时间：2019-03-05　来源：某某日报　点击：52

They stand between the title and the first sentence, or below the last one, and belong to neither.
"""

import re
from typing import Final

_STRONG: Final = (
    "(?:信息|文章|新闻|稿件|内容|原文|本文)?来源|稿源|(?:浏览|点击|阅读|访问)(?:次数|数|量|人数)?|字[号体]"
    "|(?:责任|本文)?编辑|责编|版次|版名"
)
_WEAK: Final = "(?:发布|发表|更新|上传|刊登|刊发|录入)?(?:时间|日期)|发布人|(?:文章)?作者|审核|校对"
_LABEL: Final = re.compile(rf"(?<![\u4e00-\u9fff])(?:(?P<strong>{_STRONG})|{_WEAK})\s*[:：]")
_DAY: Final = re.compile(r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")
_STAMP: Final = re.compile(
    r"\W*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[0-2]?\d:\d\d(?::\d\d)?[\s|]*[\u4e00-\u9fff]{0,12}\W*"
)
_BUTTONS: Final = re.compile(
    r"(?:\W|打印|放大|缩小|大|中|小|关闭|收藏|分享到?|朗读|默认|超大|标准|较大|字号|字体|[AT][+-]?|我要纠错|参与互动|进入.{2,6}论坛|手机看新闻|评论|微信|微博|\(\d+\))+"
)
_WIKI: Final = re.compile(
    r"跳[转至]+到?:?(?:内容|导航|搜索|正文)(?:[,、]?搜索)?|(?:来自)?(?:维基百科|百度百科|互动百科|求真百科)?[,—-]*自由的百科全书|\[?编辑(?:源代码)?\]?|前往:?导[览航]搜[寻索]"
)

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_SENTENCE: Final = re.compile("[。;!?；！？]")
_LONGEST: Final = 100


def is_furniture(line: str) -> bool:
    """Whether a line holds nothing but such labels with what is told under them, a stamp of the time, or buttons."""
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return False
    labels = list(_LABEL.finditer(line))
    strong = any(label["strong"] for label in labels)
    if strong and (len(labels) > 1 or _DAY.search(line)):
        return True
    return bool(_STAMP.fullmatch(line)) or (bool(_HAN.search(line)) and bool(_BUTTONS.fullmatch(line)))


def of_wiki(squeezed: str) -> bool:
    """Whether a line, its blanks left out, is one of a wiki's page that belongs to no entry: 跳转到搜索."""
    return bool(_WIKI.fullmatch(squeezed))
