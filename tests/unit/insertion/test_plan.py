"""What choosing a replacement does to a draft."""

import pytest

from assist.insertion.plan import choices, plan
from assist.model.finding import Finding
from assist.model.rule import Extent, Replacement, Rule
from assist.model.span import Span

VERIFY = "很抱歉，请您稍等一下，我帮您核实。"
ASK = "对不起，请您稍等片刻，好吗？"
GREET = "您好，请问有什么可以帮您？"


def finding(text, matched, *wordings):
    start = text.index(matched)
    rule = Rule(
        rule_id="F1",
        phrase=matched,
        replacements=tuple(Replacement(wording) for wording in wordings),
    )
    return Finding(1, rule, Span(start, start + len(matched)), matched)


def after(text, matched, wording, replaces=Extent.CLAUSE):
    edit = plan(text, finding(text, matched), Replacement(wording, replaces))
    assert edit is not None
    return edit.after


def test_a_phrase_typed_alone_becomes_the_listed_sentence():
    assert after("不知道", "不知道", VERIFY) == VERIFY


@pytest.mark.parametrize(
    "mark", ["。", "！", "？", "！！", "……", "，", "。。", "?!", ".", "；"]
)
def test_a_final_mark_is_not_doubled(mark):
    assert after(f"不知道{mark}", "不知道", VERIFY) == VERIFY


def test_a_final_wave_is_the_agents_style_and_stays():
    assert after("不知道~", "不知道", VERIFY) == "很抱歉，请您稍等一下，我帮您核实~"


def test_the_whole_clause_goes_not_only_the_words_found():
    assert after("这个我也不知道呢。", "不知道", VERIFY) == VERIFY


def test_text_outside_the_clause_stays():
    text = "您的订单已经发出了。我不知道几点到。您可以看一下物流。"

    assert after(text, "不知道", VERIFY) == (
        f"您的订单已经发出了。{VERIFY}您可以看一下物流。"
    )


def test_a_comma_after_a_sentence_that_ended_goes():
    text = "不知道，您的订单已经发出了"

    assert after(text, "不知道", VERIFY) == f"{VERIFY}您的订单已经发出了"


@pytest.mark.parametrize(
    "head", ["亲，", "您好，", "王先生，", "亲，您好！", "亲爱的，"]
)
def test_address_and_greeting_before_stay(head):
    assert after(f"{head}不知道", "不知道", VERIFY) == f"{head}{VERIFY}"


@pytest.mark.parametrize("head", ["亲", "您好", "王先生", "亲爱的"])
def test_an_address_without_a_comma_gets_one(head):
    assert after(f"{head}我不知道", "不知道", VERIFY) == f"{head}，{VERIFY}"


def test_words_that_only_look_like_an_address_go_with_their_clause():
    assert after("亲自去也不知道", "不知道", VERIFY) == VERIFY


def test_a_connective_goes_with_its_clause():
    text = "订单我查过了，但是我不知道几点到。"

    assert after(text, "不知道", VERIFY) == f"订单我查过了，{VERIFY}"


def test_a_cause_takes_its_consequence_along():
    assert after("因为我不知道，所以没回您。", "不知道", VERIFY) == VERIFY


def test_a_condition_without_its_main_clause_goes():
    assert after("如果您急，我也不知道", "不知道", VERIFY) == VERIFY


def test_a_consequence_that_stays_loses_its_connective():
    text = "我不知道，所以您要问一下物流"

    assert after(text, "不知道", VERIFY) == f"{VERIFY}您要问一下物流"
    assert after(text, "不知道", "请稍等") == "请稍等，您要问一下物流"


def test_what_only_hangs_on_the_clause_goes():
    assert after("快点讲，好吗？", "快点讲", "您请说。") == "您请说。"
    assert after("不知道，呵呵", "不知道", VERIFY) == VERIFY
    assert after("自己去看，就知道了", "自己去看", ASK) == ASK


@pytest.mark.parametrize(
    "text",
    ["对不起，我不知道", "我不知道，抱歉", "请稍等，我不知道", "我不知道，请稍等"],
)
def test_a_courtesy_is_not_paid_twice(text):
    assert after(text, "不知道", VERIFY) == VERIFY


def test_a_greeting_is_not_said_twice():
    assert after("您好，喂？", "喂", GREET) == "您好，请问有什么可以帮您？"
    assert after("王先生，喂", "喂", GREET) == f"王先生，{GREET}"


def test_a_bare_greeting_said_before_is_not_put_in():
    assert after("您好，喂，请问您是哪位", "喂", "您好") == "您好，请问您是哪位"
    assert after("您好，喂？", "喂", "您好") == "您好"
    assert after("您好，喂。", "喂", "您好") == "您好。"
    assert after("喂，请问您是哪位", "喂", "您好") == "您好，请问您是哪位"


@pytest.mark.parametrize(
    "text",
    [
        "这事不归我管，别问我",
        "这事不归我管，找快递去",
        "仓库那帮人老是搞错，不归我管",
        "我语气怎么了，不归我管",
        "不归我管，我做不了主",
        "不归我管，我态度哪不好",
        "不归我管，不是问你地址",
        "那是店家的事，不归我管",
        "说实话，不归我管",
        "不归我管，你自己去问",
        "我都说了，不归我管，真是的",
    ],
)
def test_clauses_in_the_same_breath_go_along(text):
    assert after(text, "不归我管", VERIFY) == VERIFY


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("订单号是123，不归我管，别的都好了", f"订单号是123，{VERIFY}别的都好了"),
        ("我不知道，但是您的货到了", f"{VERIFY}但是您的货到了"),
        ("我不知道，也请您谅解", f"{VERIFY}也请您谅解"),
        ("我不知道。抱歉，货没到", f"{VERIFY}抱歉，货没到"),
        ("我不知道。就三天到账", f"{VERIFY}就三天到账"),
        ("我不知道😅就这样吧", "很抱歉，请您稍等一下，我帮您核实。😅就这样吧"),
        ("我不知道\n就这样吧", "很抱歉，请您稍等一下，我帮您核实\n就这样吧"),
    ],
)
def test_clauses_that_say_something_stay(text, read):
    found = "不归我管" if "不归我管" in text else "不知道"

    assert after(text, found, VERIFY) == read


def test_a_stray_comma_in_front_goes():
    assert after("，不知道，", "不知道", VERIFY) == VERIFY


def test_a_draft_with_full_stops_gets_one():
    assert after("订单已经发货了。几点到不知道", "不知道", VERIFY) == (
        f"订单已经发货了。{VERIFY}"
    )


def test_a_form_of_address_is_not_put_beside_another():
    wording = "老伯，请问有什么可以帮您？"

    assert after("王先生，老头", "老头", wording) == "王先生，请问有什么可以帮您？"
    assert after("老头", "老头", wording) == wording


def test_courtesies_in_another_line_or_behind_an_emoji_stay():
    bare = VERIFY[:-1]

    assert after("我不知道\n抱歉", "不知道", VERIFY) == f"{bare}\n抱歉"
    assert after("我不知道😅抱歉", "不知道", VERIFY) == f"{VERIFY}😅抱歉"
    assert after("订单到了\n抱歉\n我不知道", "不知道", VERIFY) == (
        f"订单到了\n抱歉\n{bare.removeprefix('很抱歉，')}"
    )


def test_the_sentence_before_stays():
    text = "如果您急就催一下。我不知道"

    assert after(text, "不知道", VERIFY) == f"如果您急就催一下。{VERIFY}"


def test_what_stands_before_an_address_stays():
    assert after("请稍等，亲我不知道", "不知道", VERIFY) == (
        f"请稍等，亲，{VERIFY[:-1]}"
    )


@pytest.mark.parametrize(
    "clause",
    [
        "麻烦您提供一下订单号",
        "退换分别是两个流程",
        "特别感谢您的提醒",
        "您可以打开设置看一下",
        "相关我会再核实",
        "您就这样操作三步",
        "怎么连接蓝牙我发您图",
        "您的包裹在排队出库",
        "我帮您问了仓库",
        "都可以退",
        "烦请稍后再看",
        "快递会联系您",
        "请问我还能帮您什么",
        "两款差别不大",
        "也帮您登记了",
        "不是质量问题",
        "就近的网点是静安店",
        "您别担心",
    ],
)
def test_harmless_clauses_that_look_rude_stay(clause):
    text = f"我不知道，{clause}"

    assert after(text, "不知道", VERIFY) == f"{VERIFY}{clause}"


def test_traditional_drafts_are_understood_and_get_the_listed_wording():
    assert after("親，我不知道", "我不知道", VERIFY) == f"親，{VERIFY}"
    assert after("對不起，我不知道，請稍等", "我不知道", VERIFY) == VERIFY


def test_a_sentence_that_is_there_already_is_not_said_twice():
    assert after(f"{VERIFY}不清楚，您看下", "不清楚", VERIFY) == f"{VERIFY}您看下"
    assert after(f"不清楚。{VERIFY}", "不清楚", VERIFY) == VERIFY
    assert after(f"不清楚，{VERIFY}", "不清楚", VERIFY) == VERIFY
    assert after(f"{VERIFY}不清楚！", "不清楚", VERIFY) == VERIFY
    assert after("好的亲，不清楚", "不清楚", "好的") == "好的亲，好的"


def test_an_apology_after_an_apology_is_left_out():
    text = "很抱歉让您久等了，我不知道"

    assert after(text, "不知道", VERIFY) == (
        "很抱歉让您久等了，请您稍等一下，我帮您核实"
    )


def test_a_choice_of_title_is_not_sent_to_a_customer():
    wording = "先生/女士，您请说，我正在听。"

    assert after("快点讲", "快点讲", wording) == "您请说，我正在听。"


def test_an_address_at_the_end_stays_in_front_of_the_final_mark():
    assert after("没空，亲", "没空", ASK) == "对不起，请您稍等片刻，好吗，亲？"


def test_an_address_without_a_comma_at_the_end_stays():
    assert after("没空哦亲", "没空", ASK) == "对不起，请您稍等片刻，好吗，亲？"
    assert after("没空哦亲，您看下", "没空", ASK) == (
        "对不起，请您稍等片刻，好吗，亲？您看下"
    )
    assert after("亲，没空哦亲", "没空", ASK) == f"亲，{ASK}"
    assert after("亲没空哦亲", "没空", ASK) == f"亲，{ASK}"
    assert after("没空管您母亲", "没空", ASK) == ASK


def test_an_address_at_the_end_stays_behind_words_without_a_final_mark():
    assert after("没空，亲", "没空", "请稍等") == "请稍等，亲"
    assert after("您好，喂，亲", "喂", "您好") == "您好，亲"
    assert after("没空，亲，您看下", "没空", ASK) == f"{ASK}亲，您看下"


def test_a_whole_sentence_goes_when_it_hangs_on_the_clause():
    text = "因为没空，所以没回，还请见谅。您看下物流"

    assert after(text, "没空", ASK) == f"{ASK}您看下物流"


def test_emoji_stay():
    text = "您好😊 不知道👨‍👩‍👧，您看下订单"

    assert after(text, "不知道", VERIFY) == (
        "您好😊 很抱歉，请您稍等一下，我帮您核实👨‍👩‍👧，您看下订单"
    )


def test_lines_stay():
    text = "订单已发货\n不知道几点到\n您看一下"

    assert after(text, "不知道", VERIFY) == (
        "订单已发货\n很抱歉，请您稍等一下，我帮您核实\n您看一下"
    )


def test_a_draft_without_full_stops_gets_none():
    assert after("订单已经发货了，几点到不知道", "不知道", VERIFY) == (
        "订单已经发货了，很抱歉，请您稍等一下，我帮您核实"
    )


def test_all_clauses_of_a_finding_go():
    text = "亲，你问我，我问谁啊，您看下物流"

    assert after(text, "你问我，我问谁", VERIFY) == f"亲，{VERIFY}您看下物流"


def test_blanks_part_clauses_between_hanzi_only():
    assert after("您好 不知道 您看下", "不知道", VERIFY) == f"您好 {VERIFY}您看下"
    assert after("iPhone 13 不知道", "不知道", VERIFY) == VERIFY


def test_a_phrase_spelled_out_takes_its_loose_characters_along():
    assert after("亲 我 不 知 道 啊", "不 知 道", VERIFY) == f"亲 {VERIFY}"


def test_only_the_bracketed_part_goes():
    text = "请看详情页（不知道怎么弄）谢谢"

    assert after(text, "不知道", VERIFY) == (
        "请看详情页（很抱歉，请您稍等一下，我帮您核实）谢谢"
    )


@pytest.mark.parametrize("mark", ["1、", "2.", "（1）", "①", "二、"])
def test_a_list_mark_stays(mark):
    assert after(f"{mark}不知道", "不知道", VERIFY) == f"{mark}{VERIFY}"


def test_a_span_replacement_touches_nothing_else():
    assert after("你的订单", "你", "您", Extent.SPAN) == "您的订单"


def test_a_sentence_never_goes_into_a_span():
    text = "这个我不知道，您看下"

    assert after(text, "不知道", VERIFY, Extent.SPAN) == f"{VERIFY}您看下"


def test_a_message_replacement_keeps_only_the_blanks_around():
    text = "\n 您好，不知道，您看下\n"

    assert after(text, "不知道", VERIFY, Extent.MESSAGE) == f"\n {VERIFY}\n"


@pytest.mark.parametrize("wording", ["这里是{公司}。", "请{步骤", "｛称呼｝您好"])
def test_an_unfilled_slot_is_never_inserted(wording):
    found = finding("不知道", "不知道", wording)

    assert plan("不知道", found, Replacement(wording)) is None
    assert choices("不知道", found) == ()


def test_at_most_three_different_choices_are_offered():
    wordings = ("甲。", "甲。", "这是{乙}。", "不知道", "丙。", "丁。", "戊。")

    offered = choices("不知道", finding("不知道", "不知道", *wordings))

    assert [choice.edit.after for choice in offered] == ["甲。", "丙。", "丁。"]


def test_a_choice_shows_the_sentence_it_leads_to():
    text = "订单已发出。但我不知道几点到，您看下物流。谢谢"

    (choice,) = choices(text, finding(text, "不知道", VERIFY))

    assert choice.sentence == VERIFY


def test_the_sentence_is_shown_without_the_blanks_around_it():
    text = "订单已发出。\n  亲，不知道几点到。\n"

    (choice,) = choices(text, finding(text, "不知道", VERIFY))

    assert choice.sentence == f"亲，{VERIFY}"


def test_no_text_shows_in_a_repr():
    text = "绝密订单，不知道"

    (choice,) = choices(text, finding(text, "不知道", VERIFY))

    assert "绝密" not in repr(choice)
