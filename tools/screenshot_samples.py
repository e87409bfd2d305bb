"""Findings and replacements that tools/screenshots.py shows."""

from assist.model.finding import Difference, Finding
from assist.model.rule import Channel, Extent, Rule, Severity
from assist.model.span import Span
from assist.overlay.card_values import CardChoice


def _finding(
    number: int, text: str, severity: Severity, category: str, why: str = ""
) -> Finding:
    rule = Rule(
        rule_id=f"S{number}", phrase=text, category=category, severity=severity, why=why
    )
    return Finding(number, rule, Span(0, len(text)), text, text)


def _choices(*texts: str) -> tuple[CardChoice, ...]:
    return tuple(
        CardChoice(text, key=f"Alt+{number}") for number, text in enumerate(texts, 1)
    )


BLAME = _finding(
    1,
    "你刚才不是已查过了吗",
    Severity.MEDIUM,
    "责问反问",
    "听起来像在责问客户，换成“再为您查一次”更安心。",
)
BLAME_CHOICES = _choices("好的，我再为您查询一次，请您稍等。", "请您稍等，我帮您查询。")
MISSPELT = Finding(
    2,
    Rule(rule_id="S2", phrase="我也没办法", category="推诿"),
    Span(0, 6),
    "我也没班fa",
    "我也没办法",
    0.9,
    (Channel.HOMOPHONE, Channel.PINYIN),
    (
        Difference(Channel.HOMOPHONE, "班", "办"),
        Difference(Channel.PINYIN, "fa", "法"),
    ),
)
MISSPELT_CHOICES = _choices(
    "对不起，这超出了我的权限范围，我会立即将问题反映给上级部门处理，您看这样好吗？"
)
GRAVE = _finding(3, "有本事你告去", Severity.HIGH, "斗气语")
GRAVE_CHOICES = _choices(
    "对不起，非常欢迎您监督我们的服务，我们会在以后的工作中注意改进，谢谢您的建议！",
    "我会立即向上反馈，按照内部考核规定核实处理，非常感谢您提出的宝贵意见。",
)
SLIGHT = _finding(4, "喂", Severity.LOW, "口头语")
SLIGHT_CHOICES = (CardChoice("您好，请问有什么可以帮您？", Extent.MESSAGE, "Alt+1"),)
FIVE = (
    GRAVE,
    _finding(5, "刚才不是跟你说了，怎么还不清楚", Severity.MEDIUM, "责问反问"),
    _finding(6, "你着急什么", Severity.MEDIUM, "烦躁语"),
    MISSPELT,
    SLIGHT,
)
FIVE_CHOICES = (
    GRAVE_CHOICES,
    BLAME_CHOICES,
    BLAME_CHOICES,
    MISSPELT_CHOICES,
    SLIGHT_CHOICES,
)
LONG = Finding(
    7,
    Rule(
        rule_id="S7",
        phrase="你的电话声很刺耳，我的耳朵受不了，你小声点，或者换个电话打",
        category="傲慢厌烦",
        severity=Severity.HIGH,
        why="听起来像在嫌客户的声音，换成请客户调整音量更体谅，也更容易得到配合。",
    ),
    Span(0, 30),
    "你的电话声很刺耳，我的耳朵受不了，你小声点，或者换个点话打",
    "你的电话声很刺耳，我的耳朵受不了，你小声点，或者换个电话打",
    0.97,
    (Channel.HOMOPHONE,),
    (Difference(Channel.HOMOPHONE, "点", "电"),),
)
LONG_CHOICES = _choices(
    "非常抱歉，您的声音有一点大，麻烦您把音量调低一些，或者稍微离话筒远一点，这样我能更清楚地听到您的问题，谢谢您的配合和理解。",
    "对不起，线路里有些杂音，请您稍等片刻，我换一条线路马上给您回拨，耽误您的时间真的很抱歉，感谢您的耐心。",
    "抱歉，请您慢慢说，我在听。",
)
BLANK_CHOICES = (
    CardChoice(
        "这里是{公司}服务热线，请查证后再拨！", Extent.MESSAGE, "Alt+1", filled=False
    ),
    CardChoice("很高兴为您服务，请问您需要什么帮助？", Extent.CLAUSE, "Alt+2"),
)
PAD_TEXT = "这事不归我管，您再等等吧。"
PAD = _finding(8, "这事不归我管", Severity.MEDIUM, "推诿")
PAD_CHOICES = _choices(
    "对不起，您所咨询的内容有专门的部门服务，帮您转接有关部门，请稍等。"
)
