"""What the team report says, in each language; all else is in ``review.sentences``."""

from assist.review.wording import LANGUAGES

SENTENCES: dict[str, tuple[str, str, str]] = {
    # Each in 简体, 繁體 and English.
    "title": ("团队回顾", "團隊回顧", "Team review"),
    "headline": (
        "{share} 的提醒在发出前改好了",
        "{share} 的提醒在送出前改好了",
        "{share} of what was flagged was put right before sending",
    ),
    "headline_none": (
        "这段时间没有提醒",
        "這段時間沒有提醒",
        "Nothing was flagged in this time",
    ),
    "line": (
        "{first} 至 {last} · {people} 位坐席 · {shifts} 班 · 少于 {least} 人的已合并",
        "{first} 至 {last} · {people} 位客服 · {shifts} 班 · 少於 {least} 人的已合併",
        "{first} to {last} · {people} agents · {shifts} shifts · under {least}: merged",
    ),
    "people": ("坐席", "客服", "Agents"),
    "messages": ("发出的消息", "送出的訊息", "Messages sent"),
    "clean": ("一次写好", "一次寫好", "Right at once"),
    "shown": ("提醒", "提醒", "Flagged"),
    "accepted": ("采用", "採用", "Accepted"),
    "fixed": ("改好", "改好", "Put right"),
    "marked": ("误判标记", "誤判標記", "False alarms"),
    "ignored": ("忽略", "忽略", "Ignored"),
    "sent": ("原话发出", "原話送出", "Sent as written"),
    "entry": ("词条", "詞條", "Entry"),
    "category": ("类别", "類別", "Category"),
    "team": ("团队", "團隊", "Team"),
    "hour": ("小时", "小時", "Hour"),
    "version": ("词包版本", "詞包版本", "Pack version"),
    "by_team": ("按团队", "按團隊", "By team"),
    "by_rule": ("按词条", "按詞條", "By entry"),
    "by_hour": ("每小时的提醒", "每小時的提醒", "Flagged by the hour"),
    "by_pack": ("按词包版本", "按詞包版本", "By pack version"),
    "no_team": ("未注明", "未註明", "Not named"),
    "merged": ("其余 {n} 项合计", "其餘 {n} 項合計", "{n} others together"),
    "first": ("先看这几条词条", "先看這幾條詞條", "Look at these entries first"),
    "first_none": (
        "没有词条显得不合适",
        "沒有詞條顯得不合適",
        "No entry stands out",
    ),
    "why_marked": ("常被标为误判", "常被標為誤判", "Often marked as a false alarm"),
    "why_ignored": ("常被忽略", "常被忽略", "Often ignored"),
    "why_declined": (
        "建议很少被采用",
        "建議很少被採用",
        "Its wording is rarely accepted",
    ),
    "why": ("原因", "原因", "Why"),
    "share": ("占比", "占比", "Share"),
    "change": (
        "换词包前后：{before} → {after}",
        "換詞包前後：{before} → {after}",
        "Before and after the change of packs: {before} → {after}",
    ),
    "before": ("之前", "之前", "Before"),
    "after": ("之后", "之後", "After"),
    "shown_before": ("提醒 之前", "提醒 之前", "Flagged before"),
    "shown_after": ("提醒 之后", "提醒 之後", "Flagged after"),
    "accepted_before": ("采用 之前", "採用 之前", "Accepted before"),
    "accepted_after": ("采用 之后", "採用 之後", "Accepted after"),
    "marked_before": ("误判 之前", "誤判 之前", "False alarms before"),
    "marked_after": ("误判 之后", "誤判 之後", "False alarms after"),
    "together": (
        "人数太少的几项合在一起，看不出是谁",
        "人數太少的幾項合在一起，看不出是誰",
        "Rows with too few people are put together, so that nobody stands out",
    ),
}


class TeamWords:
    """Sentences in one language.

    Raises:
        ValueError: It is none of ``LANGUAGES``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._place = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its figures filled in."""
        return SENTENCES[key][self._place].format(**values)
