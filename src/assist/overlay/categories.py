"""Names of the categories of the phrase list, and one line on each.

A phrase's own reason comes with the list, in the list's language; the line on
its category stands in where there is none, or where the interface speaks
another language; 繁體 shows the list's own in its characters.  An unknown category
is shown as the list writes it.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assist.model.rule import Rule
from assist.overlay.language import Language
from assist.overlay.traditional import to_traditional
from assist.overlay.words import said

_NAMES = {
    "责问反问": QT_TRANSLATE_NOOP("words", "责问反问"),
    "推诿": QT_TRANSLATE_NOOP("words", "推诿"),
    "否定语": QT_TRANSLATE_NOOP("words", "否定语"),
    "规范缺失": QT_TRANSLATE_NOOP("words", "规范缺失"),
    "斗气语": QT_TRANSLATE_NOOP("words", "斗气语"),
    "命令语": QT_TRANSLATE_NOOP("words", "命令语"),
    "蔑视语": QT_TRANSLATE_NOOP("words", "蔑视语"),
    "口头语": QT_TRANSLATE_NOOP("words", "口头语"),
    "烦躁语": QT_TRANSLATE_NOOP("words", "烦躁语"),
    "傲慢厌烦": QT_TRANSLATE_NOOP("words", "傲慢厌烦"),
    "催促离开": QT_TRANSLATE_NOOP("words", "催促离开"),
    "冷处理": QT_TRANSLATE_NOOP("words", "冷处理"),
    "引导投诉": QT_TRANSLATE_NOOP("words", "引导投诉"),
    "内部信息": QT_TRANSLATE_NOOP("words", "内部信息"),
    "过度承诺": QT_TRANSLATE_NOOP("words", "过度承诺"),
    "雷区话题": QT_TRANSLATE_NOOP("words", "雷区话题"),
    "隐私": QT_TRANSLATE_NOOP("words", "隐私"),
    "称谓姓名": QT_TRANSLATE_NOOP("words", "称谓姓名"),
    "专业术语": QT_TRANSLATE_NOOP("words", "专业术语"),
    "站外引流": QT_TRANSLATE_NOOP("words", "站外引流"),
}

_REASONS = {
    "责问反问": QT_TRANSLATE_NOOP("words", "听起来像在责问客户，换成陈述更安心。"),
    "推诿": QT_TRANSLATE_NOOP("words", "听起来像在往外推，说说能做什么更好。"),
    "否定语": QT_TRANSLATE_NOOP("words", "只说了不行，加上能做的更好。"),
    "规范缺失": QT_TRANSLATE_NOOP("words", "少了一句礼貌话，补上更完整。"),
    "斗气语": QT_TRANSLATE_NOOP("words", "听起来像在赌气，平和一点更好。"),
    "命令语": QT_TRANSLATE_NOOP("words", "听起来像命令，换成请求更好。"),
    "蔑视语": QT_TRANSLATE_NOOP("words", "客户会觉得被看轻，换个说法更好。"),
    "口头语": QT_TRANSLATE_NOOP("words", "口语了一些，书面一点更稳妥。"),
    "烦躁语": QT_TRANSLATE_NOOP("words", "听起来有些不耐烦，慢一点更好。"),
    "傲慢厌烦": QT_TRANSLATE_NOOP("words", "听起来有些冷淡，热情一点更好。"),
    "催促离开": QT_TRANSLATE_NOOP("words", "听起来像在催客户，留点余地更好。"),
    "冷处理": QT_TRANSLATE_NOOP("words", "客户会觉得没人管，给个时间更好。"),
    "引导投诉": QT_TRANSLATE_NOOP("words", "会把客户推向投诉，先接住更好。"),
    "内部信息": QT_TRANSLATE_NOOP("words", "这是内部的事，客户不需要知道。"),
    "过度承诺": QT_TRANSLATE_NOOP("words", "说得太满，留有余地更稳妥。"),
    "雷区话题": QT_TRANSLATE_NOOP("words", "话题敏感，绕开更稳妥。"),
    "隐私": QT_TRANSLATE_NOOP("words", "涉及个人信息，不提更稳妥。"),
    "称谓姓名": QT_TRANSLATE_NOOP("words", "称呼换一下，客户更舒服。"),
    "专业术语": QT_TRANSLATE_NOOP("words", "换成日常说法，客户更容易懂。"),
    "站外引流": QT_TRANSLATE_NOOP("words", "留在平台内沟通更稳妥。"),
}


def category_name(category: str) -> str:
    """Return a category's name in the language in force."""
    known = _NAMES.get(category)
    return category if known is None else said(known)


def reason(rule: Rule, language: Language) -> str:
    """Return one line on why the wording could be better; may be empty."""
    general = _REASONS.get(rule.category)
    own = rule.language == "en" or language is not Language.ENGLISH
    if rule.why and (own or general is None):
        traditional = language is Language.TRADITIONAL
        return to_traditional(rule.why) if traditional else rule.why
    return "" if general is None else said(general)
