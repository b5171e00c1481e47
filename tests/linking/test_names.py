"""Names are comparable where they name one thing and differ where they do not."""

import pytest

from borderkg.linking import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erenhot City", "Ērénhòt"),
        ("Móng Cái", "Mong Cai Port"),
        ("Zabaykal’sk", "Zabaykal'sk"),
        ("满洲里口岸", "满洲里市"),
        ("金平苗族瑶族傣族自治县", "金平"),
        ("巴里坤哈萨克自治县", "巴里坤"),
        ("察布查尔锡伯自治县", "察布查尔"),
        ("延边朝鲜族自治州", "延边"),
        ("Khorgos (Kazakhstan) Port", "Khorgos"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    """Marks, generic words and what stands in brackets do not count."""
    assert names.folded(one) == names.folded(other)


@pytest.mark.parametrize(("one", "other"), [("朗县", "朗"), ("鄂温克族自治旗", "旗"), ("Port", ""), ("丹东", "东丹")])
def test_a_name_is_not_stripped_bare(one: str, other: str) -> None:
    """A name keeps two characters at least, and a generic word that is all of it stays."""
    assert names.folded(one) != other and len(names.folded(one)) >= 2


def test_chinese_names_in_pinyin() -> None:
    """A bare name without tones."""
    assert names.romanized("江城哈尼族彝族自治县") == "jiangcheng"
