"""Texts that are themselves official documents."""

from tests.extraction.stated import stated

REPLY = """国务院关于同意设立广西凭祥重点开发开放试验区的批复
国函〔2016〕141号
广西壮族自治区人民政府、国家发展改革委：
同意设立广西凭祥重点开发开放试验区。
国务院
2016年8月2日
"""
TITLE = "国务院关于同意设立广西凭祥重点开发开放试验区的批复"
ZONE = "广西凭祥重点开发开放试验区"


def test_a_reply_has_its_issuer_its_date_and_what_it_sets_up() -> None:
    """The title stands without 《》; the date stands on the last line."""
    assert stated(REPLY) >= {
        (TITLE, "issuedBy", "国务院"),
        (TITLE, "dateIssued", "2016-08-02"),
        (TITLE, "establishes", ZONE),
        (ZONE, "dateEstablished", "2016-08-02"),
    }


def test_several_issuers_parted_by_blanks() -> None:
    """Every body before 关于 issued it."""
    text = "财政部 海关总署 国家税务总局关于边境贸易有关税收政策的通知\n财关税〔2008〕90号\n各省财政厅：\n"
    text += "一、按规定执行。\n二〇〇八年十月三十日\n"
    found = stated(text, "official")
    assert {o for s, p, o in found if p == "issuedBy"} == {"财政部", "海关总署", "国家税务总局"}
    assert {o for s, p, o in found if p == "dateIssued"} == {"2008-10-30"}


def test_a_paper_that_speaks_of_a_notice_is_none() -> None:
    """A sentence that begins like a title and goes on is a sentence."""
    assert (
        stated("国务院关于边境贸易的通知发布以后，边境贸易迅速发展，各地的口岸陆续恢复。\n2016年8月2日\n", "official")
        == set()
    )


def test_a_request_sets_nothing_up() -> None:
    """What is only asked for in a title is not set up by it."""
    text = (
        REPLY.replace("国务院关于同意设立", "广西壮族自治区人民政府关于设立")
        .replace("的批复", "的请示")
        .replace("同意设立广西凭祥重点开发开放试验区。\n", "请予批准。\n")
    )
    assert not any(p == "establishes" for _, p, _ in stated(text))


def test_what_a_title_passes_on_has_its_own_issuer() -> None:
    """转发某厅《…》的通知: the office is that of the place whose government passes it on."""
    text = "黑龙江省人民政府批转省商务厅《关于互市贸易的意见》的通知\n黑政发〔2019〕21号\n"
    text += "各市人民政府：\n一、略。\n2019年11月12日\n"
    assert stated(text) >= {
        ("黑龙江省人民政府", "transmits", "关于互市贸易的意见"),
        ("关于互市贸易的意见", "issuedBy", "黑龙江省商务厅"),
    }


def test_a_request_is_of_those_whom_the_reply_answers() -> None:
    """你省《…的请示》（…〔2013〕49号）收悉."""
    text = REPLY.replace("同意设立", "你区《关于设立试验区的请示》（桂政发〔2013〕4号）收悉。现批复如下：\n同意设立", 2)
    text = text.replace("你区《关于设立试验区的请示》（桂政发〔2013〕4号）收悉。现批复如下：\n同意设立", "同意设立", 1)
    found = stated(text, "official::request")
    assert found == {
        ("关于设立试验区的请示", "issuedBy", "广西壮族自治区人民政府"),
        ("关于设立试验区的请示", "issuedBy", "国家发展改革委"),
        ("关于设立试验区的请示", "dateIssued", "2013"),
    }


def test_a_law_says_who_passed_and_revised_it() -> None:
    """In brackets below its name; a law of a province is about the province."""
    text = "云南省口岸条例\n（2008年11月28日云南省第十一届人民代表大会常务委员会第六次会议通过）\n第一条　略。\n"
    body = "云南省人民代表大会常务委员会"
    assert stated(text, "enacted") == {
        ("云南省口岸条例", "dateIssued", "2008-11-28"),
        ("云南省口岸条例", "issuedBy", body),
        ("云南省口岸条例", "appliesTo", "云南省"),
    }


def test_a_text_that_quotes_a_law_is_none() -> None:
    """A paper whose title ends so has no bracket of who passed it."""
    assert stated("论边境管理条例\n（某大学，北京）\n摘要　略。\n", "enacted") == set()


def test_one_act_is_one_claim() -> None:
    """What a reply sets up is set up by it, on its day, and not by its issuer once more."""
    text = (
        "国务院关于同意设立吉木乃边境经济合作区的批复\n国函〔2011〕106号\n新疆维吾尔自治区人民政府：\n"
        "一、同意设立吉木乃边境经济合作区。\n国务院\n2011年9月7日\n"
    )
    found = stated(text)
    title = "国务院关于同意设立吉木乃边境经济合作区的批复"
    assert {s for s, predicate, _ in found if predicate == "establishes"} == {title}
    assert ("吉木乃边境经济合作区", "dateEstablished", "2011-09-07") in found


def test_a_notice_that_issues_a_plan() -> None:
    """关于印发…规划的通知: the plan is of the same body and date, and about the place that it names."""
    title = "云南省人民政府关于印发云南省沿边开放规划（2016—2020年）的通知"
    text = f"{title}\n云政发〔2016〕61号\n各州、市人民政府：\n现印发给你们。\n云南省人民政府\n2016年7月20日"
    plan = "云南省沿边开放规划(2016—2020年)"
    assert stated(text, "official::document that is issued") == {
        (plan, "issuedBy", "云南省人民政府"),
        (plan, "dateIssued", "2016-07-20"),
        (plan, "appliesTo", "云南省"),
    }


def test_a_notice_about_the_whole_province() -> None:
    """某自治区…关于公布全区…的通知 is about the region of its issuer."""
    text = "西藏自治区人民政府关于公布全区互市点名录的通知\n藏政发〔2023〕9号\n各市：\n现予公布。\n2023年5月4日"
    assert ("西藏自治区人民政府关于公布全区互市点名录的通知", "appliesTo", "西藏自治区") in stated(text)


def test_a_title_that_names_no_body_is_of_those_who_signed() -> None:
    """The bodies stand on the line above the date, parted by blanks; 商务部等10部门 names not all of them."""
    text = "关于边民互市有关事项的补充通知\n财关税〔2016〕7号\n各省财政厅：\n为落实《互市办法》，现通知如下：\n"
    text += "一、按规定执行。\n财政部 海关总署\n2016年5月18日\n"
    title = "关于边民互市有关事项的补充通知"
    assert stated(text, "official") == {
        (title, "issuedBy", "财政部"),
        (title, "issuedBy", "海关总署"),
        (title, "dateIssued", "2016-05-18"),
    }
    joint = stated(text.replace("关于", "商务部等10部门关于", 1), "official")
    assert {body for _, predicate, body in joint if predicate == "issuedBy"} == {"商务部", "财政部", "海关总署"}
    assert stated("关于边民互市的若干意见\n本文讨论互市贸易的政策。\n2016年5月18日\n", "official") == set()


def test_an_announcement_is_called_after_its_number() -> None:
    """The number stands behind the title, or on the next line."""
    body = "\n下列口岸具备开放条件，现予公布。\n2018年12月30日\n"
    one = "海关总署公告2018年第9号"
    assert stated(one + body, "official") == {(one, "issuedBy", "海关总署"), (one, "dateIssued", "2018-12-30")}
    two = "商务部公告"
    assert stated(two + "\n2018年第3号" + body, "official") == {
        (two, "issuedBy", "商务部"),
        (two, "dateIssued", "2018-12-30"),
    }


def test_what_a_reply_agrees_to_in_a_place_it_sets_up() -> None:
    """同意 may stand before the place."""
    text = "国务院关于同意设立综合保税区的批复\n国函〔2015〕9号\n黑龙江省人民政府：\n"
    text += "同意在东宁市设立综合保税区。\n国务院\n2015年1月22日\n"
    found = stated(text, "platforms")
    assert ("国务院关于同意设立综合保税区的批复", "establishes", "东宁综合保税区") in found
    assert ("东宁综合保税区", "dateEstablished", "2015-01-22") in found


def test_a_title_may_stand_on_two_lines_and_its_day_below_it() -> None:
    """…人民政府关于 / 口岸工作情况的汇报 is of the body and about its region."""
    title = "延边朝鲜族自治州人民政府关于口岸工作情况的汇报"
    found = stated(title.replace("口岸", "\n口岸") + "\n（2010年5月6日）\n今年，国务院批复了一个规划。", "official")
    assert found == {
        (title, "issuedBy", "延边朝鲜族自治州人民政府"),
        (title, "appliesTo", "延边朝鲜族自治州"),
        (title, "dateIssued", "2010-05-06"),
    }


def test_a_document_that_sets_something_up_stands_for_its_body() -> None:
    """Where a text names the reply, the zone is set up by the reply, and by the body where no document is named."""
    named = f"凭祥获批试验区\n凭祥试验区获国务院批准。2016年8月2日，国务院发出《{TITLE}》，批准设立{ZONE}。"
    assert {s for s, predicate, _ in stated(named) if predicate == "establishes"} == {TITLE}
    assert {s for s, p, _ in stated(f"2016年8月2日，国务院批准设立{ZONE}。") if p == "establishes"} == {"国务院"}


def test_what_a_page_says_above_the_title_is_passed_over() -> None:
    """A headline of the site, then the title on two lines, the number, and whom the document is sent to."""
    text = "国务院就边合区发文\n时间:2012-04-02 10:20:31  来源:某某网\n"
    text += "国务院关于支持河口边境\n\n经济合作区建设的若干意见\n\n国发〔2011〕99号\n\n"
    text += "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n\n为加快沿边开放，现提出如下意见：\n"
    title = "国务院关于支持河口边境经济合作区建设的若干意见"
    found = {(s, p, o) for s, p, o in stated(text, "official") if s == title}
    assert found == {
        (title, "issuedBy", "国务院"),
        (title, "appliesTo", "河口边境经济合作区"),
        (title, "dateIssued", "2011"),
    }


def test_a_report_that_only_cites_a_title_on_a_line_is_no_document() -> None:
    text = "省长调研口岸\n\n国务院关于支持口岸发展的意见\n\n近日印发。一位干部说：口岸将会繁忙。"
    assert stated(text, "official") == set()


def test_a_reply_may_answer_two_requests() -> None:
    """Each title between 你省 and 收悉 is of those to whom the reply goes, also where the page shows no title."""
    text = (
        "吉林省人民政府：\n你省《关于开放沙坨子口岸的请示》（吉政发〔1992〕7号）和《关于沙坨子口岸编制的补充请示》"
        "（吉政文〔1993〕11号）收悉。现批复如下：\n一、同意先开放沙坨子口岸。\n国 务 院\n一九九三年六月二日\n"
    )
    assert stated(text) >= {
        ("关于开放沙坨子口岸的请示", "issuedBy", "吉林省人民政府"),
        ("关于开放沙坨子口岸的请示", "dateIssued", "1992"),
        ("关于沙坨子口岸编制的补充请示", "issuedBy", "吉林省人民政府"),
        ("关于沙坨子口岸编制的补充请示", "dateIssued", "1993"),
    }
    page = text.replace(
        "吉林省人民政府：\n", "吉林省人民政府：\n\n吉政发〔1993〕3号\n\n"
    )  # set as an aside between the two
    assert ("关于开放沙坨子口岸的请示", "issuedBy", "吉林省人民政府") in stated(page)


def test_the_second_line_of_a_title_may_run_into_what_stands_below() -> None:
    """The number and the addressee form one block with it."""
    text = (
        "国务院关于同意开放嘉荫、\n萝北两个对苏口岸的批复\n国函〔1988〕9号\n\n黑龙江省人民政府、国务院口岸办公室：\n\n"
        "一、同意先开放嘉荫、萝北两个对苏口岸。\n国务院\n1988年5月6日\n"
    )
    found = stated(text)
    assert ("国务院关于同意开放嘉荫、萝北两个对苏口岸的批复", "dateIssued", "1988-05-06") in found
    assert ("嘉荫口岸", "dateEstablished", "1988-05-06") in found
    assert not any(p == "establishes" for _, p, _ in found)


def test_what_a_notice_issues_bears_its_name_in_full() -> None:
    """The title leaves out the place that the text has before the name."""
    text = (
        "吉林省人民政府办公厅关于印发边境旅游促进办法的通知\n吉政办发〔2012〕9号\n各市人民政府：\n"
        "经省政府同意，现将《吉林省边境旅游促进办法》印发给你们，请认真执行。\n2012年5月6日\n"
    )
    found = stated(text)
    assert {s for s, p, _ in found if p == "dateIssued"} == {
        "吉林省人民政府办公厅关于印发边境旅游促进办法的通知",
        "吉林省边境旅游促进办法",
    }
    assert {o for s, p, o in found if s == "吉林省边境旅游促进办法" and p == "issuedBy"} == {"吉林省人民政府办公厅"}


def test_who_gave_leave_for_a_notice_wrote_nothing_of_what_it_passes_on() -> None:
    """经省政府同意，现将某办制定的《…》转发给你们: an office that is not known by name is no reason to take another."""
    text = "各市人民政府：\n经云南省政府同意，现将省沿边办制定的《沿边开放工作要点》转发给你们。\n2014年4月25日\n"
    assert not any(s == "沿边开放工作要点" and p == "issuedBy" for s, p, _ in stated(text))


def test_the_fields_above_a_document_say_what_it_is_called_and_of_which_day() -> None:
    fields = (
        "索 引 号：0001/2019-7\n主题分类：商贸\n发文机关：吉林省商务厅\n成文日期：2019年3月5日\n"
        "标　　题：{}\n发文字号：吉商〔2019〕3号\n发布日期：2019年4月1日\n\n各市州商务局：\n请认真执行。"
    )
    named = "吉林省商务厅关于规范边民互市贸易发展的若干意见"
    said = stated(fields.format(named))
    assert {(named, "dateIssued", "2019-03-05"), (named, "issuedBy", "吉林省商务厅")} <= said
    unnamed = "关于规范边民互市贸易发展的若干意见"
    said = stated(fields.format(unnamed))
    assert {(unnamed, "dateIssued", "2019-03-05"), (unnamed, "issuedBy", "吉林省商务厅")} <= said
    two = "标题：吉林省商务厅关于规范边贸的意见\n成文日期：2015年12月24日\n"
    assert not stated(two + "正文从略。")
    assert ("吉林省商务厅关于规范边贸的意见", "dateIssued", "2015-12-24") in stated(
        two + "发文机关：吉林省商务厅\n正文从略。"
    )


def test_a_law_is_revised_by_a_decision_of_a_name() -> None:
    law = (
        "吉林省口岸条例\n\n（1998年11月27日吉林省第九届人民代表大会常务委员会第六次会议通过"
        "　根据2015年3月31日吉林省第十二届人民代表大会常务委员会第二次会议"
        "《吉林省人民代表大会常务委员会关于修改〈甲条例〉等七件地方性法规的决定（二）》第一次修正）"
        "\n\n第一条　为了加强管理，制定本条例。"
    )
    said = stated(law)
    assert ("吉林省口岸条例(2015年修订)", "dateIssued", "2015-03-31") in said
    assert ("吉林省口岸条例", "dateIssued", "1998-11-27") in said
    assert not [s for s, p, _ in said if p == "amends" and "决定" in s and "年修订" in s]


def test_a_notice_without_its_title_issues_what_it_names() -> None:
    said = stated(
        "吉政办发〔2016〕32号\n各市州人民政府：\n《吉林省“十三五”边境旅游规划》已经省政府同意，现印发给你们，请认真组织实施。\n"
        "吉林省人民政府办公厅\n2016年8月22日\n"
    )
    plan = "吉林省“十三五”边境旅游规划"
    assert {(plan, "issuedBy", "吉林省人民政府办公厅"), (plan, "dateIssued", "2016-08-22")} <= said
    parted = "吉林省。“十三五”边境旅游规划"  # a stop that a scan put in
    said = stated(
        f"各市州人民政府：\n《{parted}》已经省政府同意，现印发给你们。\n吉林省人民政府办公厅\n2016年8月22日\n"
    )
    assert (parted, "dateIssued", "2016-08-22") in said
    assert not [s for s, p, _ in stated("《边境旅游规划》已经批准。\n吉林省人民政府\n2016年8月22日") if p == "issuedBy"]


def test_a_request_whose_title_a_stop_breaks_is_answered() -> None:
    reply = REPLY.replace(
        "同意设立广西凭祥", "你区《关于设立试验区。的请示》（桂政报〔2013〕49号）收悉。同意设立广西凭祥"
    )
    assert ("关于设立试验区。的请示", "issuedBy", "广西壮族自治区人民政府") in stated(reply)


def test_what_a_law_calls_itself_is_no_notice_that_it_names() -> None:
    said = stated("第一条　根据国务院批转商务部《关于加快边境旅游的意见的通知》和省政府有关规定，制定本规定。")
    assert not [s for s, p, o in said if p == "issuedBy" and "省" in o]
    covers = stated("第一条　根据《边境旅游发展的通知》，制定本办法。本办法适用于丹东市。")
    assert not [s for s, p, _ in covers if p == "appliesTo"]
    assert ("丹东互市办法", "appliesTo", "东港市") in stated("《丹东互市办法》2016年发布。本办法适用于东港市。")


def test_the_day_and_the_headline_of_a_page_are_not_the_documents() -> None:
    said = stated(
        "2024年9月20日\n星期五\n吉林省就边境旅游发文\n时间：2011-10-09 15:54:12　来源：某网\n吉林省人民政府关于加快边境\n\n"
        "旅游发展的若干意见\n\n吉政发〔2011〕33号\n\n各市州人民政府：\n\n为加快发展，现提出如下意见。"
    )
    title = "吉林省人民政府关于加快边境旅游发展的若干意见"
    assert {(title, "dateIssued", "2011"), (title, "issuedBy", "吉林省人民政府")} <= said
    assert not [o for _, p, o in said if p == "dateIssued" and o.startswith("2024")]


def test_a_notice_that_goes_by_its_number_has_what_it_is_about_behind_it() -> None:
    """海关总署公告2019年第199号（关于公布…的公告）."""
    text = "海关总署公告2019年第7号（关于公布互市商品清单的公告）\n为规范互市，现公布清单。\n海关总署\n2019年11月28日\n"
    assert stated(text, "official") == {
        ("海关总署公告2019年第7号", "issuedBy", "海关总署"),
        ("海关总署公告2019年第7号", "dateIssued", "2019-11-28"),
    }


def test_rules_that_a_notice_annexes_say_what_they_carry_out() -> None:
    """本办法 is what stands in the heading above, and 省人民政府 that of the city's province."""
    text = (
        "丹东市人民政府关于印发《丹东市互市办法》的通知\n丹政发〔2019〕3号\n各县人民政府：\n现印发给你们。\n丹东市人民政府\n"
        "2019年4月3日\n丹东市互市办法\n第一条 为贯彻落实省人民政府《边贸方案》（辽政发〔2018〕3号）精神，制定本办法。\n"
    )
    claims = stated(text)
    assert {("丹东市互市办法", "implements", "边贸方案"), ("边贸方案", "issuedBy", "辽宁省人民政府")} <= claims
    assert ("丹东市互市办法", "issuedBy", "辽宁省人民政府") not in claims


def test_what_a_body_decides_in_its_own_notice_the_notice_does() -> None:
    """What the notice only cites is none of its acts, and not of its day."""
    title = "国务院关于进一步开放丹东等两个城市的通知"
    text = (
        f"{title}\n国函〔1992〕7号\n辽宁省、吉林省人民政府：\n国务院决定进一步对外开放辽宁省丹东市、吉林省图们市两个城市。\n"
        "边境贸易按国务院批准的《边境贸易意见》办理。\n1992年3月9日\n"
    )
    claims = stated(text)
    assert {(s, o) for s, p, o in claims if p == "establishes"} >= {(title, "丹东市"), (title, "图们市")}
    assert not [c for c in claims if c[0] == "国务院" and c[1] == "establishes"]
    assert not [c for c in claims if c[0] == "边境贸易意见" and c[1] == "dateIssued"]
