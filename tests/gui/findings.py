"""Findings and replacements to show in tests and screenshots."""

from assist.model.finding import Difference, Finding
from assist.model.rule import Channel, Extent, Rule, Severity
from assist.model.span import Span
from assist.overlay.card_values import CardChoice


def finding(
    finding_id,
    text,
    *,
    severity=Severity.MEDIUM,
    category="推诿",
    why="",
    wording=None,
    channels=(Channel.EXACT,),
    differences=(),
    start=0,
):
    wording = text if wording is None else wording
    rule = Rule(
        rule_id=f"T{finding_id}",
        phrase=wording,
        category=category,
        severity=severity,
        why=why,
    )
    return Finding(
        finding_id,
        rule,
        Span(start, start + len(text)),
        text,
        wording,
        1.0,
        channels,
        differences,
    )


def choice(text, key="", *, extent=Extent.CLAUSE, filled=True):
    return CardChoice(text, extent, key, filled)


BLAME = finding(
    1,
    "你刚才不是已查过了吗",
    category="责问反问",
    why="听起来像在责问客户，换成“再为您查一次”更安心。",
)
MISSPELT = finding(
    2,
    "我也没班fa",
    wording="我也没办法",
    channels=(Channel.HOMOPHONE, Channel.PINYIN),
    differences=(
        Difference(Channel.HOMOPHONE, "班", "办"),
        Difference(Channel.PINYIN, "fa", "法"),
    ),
)
GRAVE = finding(3, "有本事你告去", severity=Severity.HIGH, category="斗气语")
SLIGHT = finding(4, "喂", severity=Severity.LOW, category="口头语")

BLAME_CHOICES = (
    choice("好的，我再为您查询一次，请您稍等。", "Alt+1"),
    choice("请您稍等，我帮您查询。", "Alt+2"),
)
MISSPELT_CHOICES = (
    choice(
        "对不起，这超出了我的权限范围，我会立即将问题反映给上级部门处理，您看这样好吗？",
        "Alt+1",
    ),
)
GRAVE_CHOICES = (
    choice(
        "对不起，非常欢迎您监督我们的服务，我们会在以后的工作中注意改进，谢谢您的建议！",
        "Alt+1",
    ),
    choice(
        "我会立即向上反馈，按照内部考核规定核实处理，非常感谢您提出的宝贵意见。",
        "Alt+2",
    ),
)
SLIGHT_CHOICES = (choice("您好，请问有什么可以帮您？", "Alt+1"),)
