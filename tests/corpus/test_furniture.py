"""What of a web page is no text: lines that tell source, time and readers."""

import pytest

from borderkg.corpus.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:2016-03-08 来源:边疆晚报 点击:52",
        "日期:[2016-03-08]  版次:[A3]   版名:[要闻]   字体:【",
        "2016-03-08 10:20:00  来源: 边疆晚报  作者:【大 中 小】",
        "2016-03-08 10:20 边疆晚报",
        "打印 放大 缩小",
        "责任编辑:某某 来源:边疆晚报",
    ],
)
def test_lines_about_the_page_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "2016年3月8日，瑞丽口岸恢复通关。",
        "瑞丽口岸恢复通关",
        "发布日期:2016年3月8日",
        "开放时间:2016年3月8日",
        "数据来源:各年统计公报",
        "2016年3月8日",
        "────",
    ],
)
def test_what_tells_a_fact_is_none(line: str) -> None:
    assert not is_furniture(line)
