"""What the card, the toast and the pad say, in the language in force."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assist.insertion.clauses import clauses
from assist.model.finding import Finding
from assist.model.rule import Channel, Extent, Rule
from assist.model.span import Span
from assist.overlay.language import Language
from assist.overlay.words import said, severity_word

_AROUND = 12  # characters of a long clause on either side of the words

_CHANNELS = {
    Channel.EXACT: QT_TRANSLATE_NOOP("words", "原词"),
    Channel.NOISE: QT_TRANSLATE_NOOP("words", "空格"),
    Channel.VARIANT: QT_TRANSLATE_NOOP("words", "异体"),
    Channel.HOMOPHONE: QT_TRANSLATE_NOOP("words", "同音"),
    Channel.PINYIN: QT_TRANSLATE_NOOP("words", "拼音"),
    Channel.INITIALS: QT_TRANSLATE_NOOP("words", "首字母"),
    Channel.SHAPE: QT_TRANSLATE_NOOP("words", "形近"),
    Channel.EDIT: QT_TRANSLATE_NOOP("words", "错字"),
    Channel.ORDER: QT_TRANSLATE_NOOP("words", "字序"),
    Channel.GAP: QT_TRANSLATE_NOOP("words", "间隔"),
}

_RECOGNISED = {
    Channel.NOISE: QT_TRANSLATE_NOOP("words", "与词条%1只差空格或符号，按同一句看待。"),
    Channel.VARIANT: QT_TRANSLATE_NOOP("words", "与词条%1只是写法不同，按同一句看待。"),
    Channel.HOMOPHONE: QT_TRANSLATE_NOOP("words", "与词条%1读音相同，按同一句看待。"),
    Channel.PINYIN: QT_TRANSLATE_NOOP("words", "词条%1的拼音写法，按同一句看待。"),
    Channel.INITIALS: QT_TRANSLATE_NOOP("words", "词条%1的拼音首字母，按同一句看待。"),
    Channel.SHAPE: QT_TRANSLATE_NOOP("words", "与词条%1字形相近，按同一句看待。"),
    Channel.EDIT: QT_TRANSLATE_NOOP("words", "与词条%1只差个别字，按同一句看待。"),
    Channel.ORDER: QT_TRANSLATE_NOOP("words", "与词条%1只是字序不同，按同一句看待。"),
    Channel.GAP: QT_TRANSLATE_NOOP("words", "与词条%1是同一种说法。"),
}

_EXTENTS = {
    Extent.SPAN: QT_TRANSLATE_NOOP("words", "只换这几个字"),
    Extent.CLAUSE: QT_TRANSLATE_NOOP("words", "换掉这半句，标点一并接好"),
    Extent.MESSAGE: QT_TRANSLATE_NOOP("words", "换掉整条消息"),
}


def channel_word(channel: Channel) -> str:
    """Return 同音, 拼音 and so on."""
    return said(_CHANNELS[channel])


def quoted(text: str, language: Language) -> str:
    """Put ``text`` into the quotation marks of the interface's language."""
    left, right = "「」" if language is Language.TRADITIONAL else "“”"
    return f"{left}{text}{right}"


def recognised(finding: Finding, language: Language) -> str:
    """Say why a misspelt finding counts as its listed wording; empty if exact."""
    for channel in finding.channels:
        if channel in _RECOGNISED:
            sentence = said(_RECOGNISED[channel])
            return sentence.replace("%1", quoted(finding.wording, language))
    return ""


def differences(finding: Finding) -> str:
    """List what differs, in words: ``班 → 办：同音``."""
    parts = []
    for difference in finding.differences:
        name = channel_word(difference.channel)
        part = QCoreApplication.translate("words", "%1 → %2：%3")
        part = part.replace("%3", name).replace("%2", difference.listed or "—")
        parts.append(part.replace("%1", difference.typed.strip() or "␣"))
    return QCoreApplication.translate("words", "；").join(parts)


def in_clause(text: str, span: Span) -> tuple[str, tuple[int, int]]:
    """Return the clause of a draft that ``span`` stands in, cut to a line or two.

    Returns:
        The words to show, and the part of them that ``span`` is.
    """
    touched = [each for each in clauses(text) if each.overlaps(span)]
    first = max(touched[0].start if touched else span.start, span.start - _AROUND)
    last = min(touched[-1].end if touched else span.end, span.end + _AROUND)
    first, last = min(first, span.start), max(last, span.end)
    before = "…" if touched and first > touched[0].start else ""
    after = "…" if touched and last < touched[-1].end else ""
    begins = len(before) + span.start - first
    shown = f"{before}{text[first:last]}{after}"
    return shown, (begins, begins + len(span))


def origin(rule: Rule, language: Language) -> str:
    """Say which entry it is, where it comes from, and an example of it."""
    entry = QCoreApplication.translate("words", "词条 %1：%2")
    entry = entry.replace("%1", rule.rule_id)
    lines = [entry.replace("%2", quoted(rule.phrase, language))]
    if rule.source:
        source = QCoreApplication.translate("words", "来源：%1")
        lines.append(source.replace("%1", rule.source))
    if rule.must_hit:
        example = QCoreApplication.translate("words", "例：%1")
        lines.append(example.replace("%1", rule.must_hit[0]))
    return "\n".join(lines)


def extent_line(extent: Extent) -> str:
    """Say what a replacement takes the place of."""
    return said(_EXTENTS[extent])


def count_line(count: int) -> str:
    """Say how many findings there are; at least three."""
    line = QCoreApplication.translate("words", "有 %1 处可以换个说法")
    return line.replace("%1", str(count))


def listed(*parts: str) -> str:
    """Join what a screen reader says one after another."""
    return QCoreApplication.translate("words", "，").join(filter(None, parts))


def announcement(finding: Finding, *, category: str, why: str, first: str) -> str:
    """Return the card as one sentence for screen readers."""
    word = severity_word(finding.rule.severity)
    return listed(word, category, finding.matched, why, first)
