"""The pack editor's states that are rendered."""

from collections.abc import Iterator
from functools import cache

from PySide6.QtWidgets import QWidget

from assist.authoring.diff import compare
from assist.authoring.dry_run import DryRun, Flagged
from assist.authoring.examples import tried_examples
from assist.authoring.false_alarms import FalseAlarm
from assist.authoring.lint import Report, lint
from assist.authoring.pack import Manifest, Pack, PackRule
from assist.authoring.problem import Place, Problem
from assist.matching.matcher import Matcher
from assist.model.rule import Replacement, Rule, Scope, Severity
from assist.overlay.pack_editor import PackEditor
from assist.overlay.pack_editor_content import (
    alarm_notes,
    change_notes,
    check_notes,
    problem_notes,
    standings,
    trial_notes,
)
from assist.overlay.pack_editor_import import ImportWindow
from assist.overlay.pack_editor_part_words import file_word
from assist.overlay.pack_editor_publish import PublishWindow
from assist.overlay.pack_editor_side import Page
from assist.overlay.pack_editor_words import (
    change_line,
    filled,
    gate_line,
    trial_line,
)
from assist.overlay.theme import Look

TEXT = "你刚才不是已查过了吗，我也没班法"
_ROWS = (
    ("有本事你告去", "斗气语", Severity.HIGH, "对不起，非常欢迎您监督我们的工作。"),
    ("这么简单都不知道", "蔑视语", Severity.HIGH, "没关系，我来为您说明一下。"),
    ("你这人真啰嗦", "傲慢厌烦", Severity.HIGH, "您的意思我明白，您请继续。"),
    ("急什么，没看我正忙着吗", "烦躁语", Severity.HIGH, "对不起，让您久等了。"),
    ("你刚才不是已查过了吗", "责问反问", Severity.MEDIUM, "好的，我再为您查询一次。"),
    ("没办法", "推诿", Severity.MEDIUM, "对不起，我会立即将问题反映给上级部门。"),
    ("这事不归我管", "推诿", Severity.MEDIUM, "对不起，您所咨询的内容有专门同事负责。"),
    ("你着急什么", "烦躁语", Severity.MEDIUM, "请您不要着急，我会尽力帮您解决。"),
    ("喂", "口头语", Severity.LOW, "您好，请问有什么可以帮您？"),
    ("打错了", "否定语", Severity.LOW, ""),
)
_CHOSEN = 5


@cache
def sample() -> tuple[Pack, Pack, Report]:
    """Return a pack, the one before it, and what lint says."""
    rules = [_rule(number, *row) for number, row in enumerate(_ROWS, 1)]
    manifest = Manifest(pack_id="one", team="客服一部", version=14)
    pack = Pack(manifest=manifest, rules=tuple(rules))
    before = Pack(
        manifest=Manifest(pack_id="one", team="客服一部", version=13),
        rules=(_rule(1, "有本事你去告", "斗气语", Severity.HIGH, ""), *rules[2:]),
    )
    run = DryRun(
        "good_sentences",
        2067,
        (Flagged(812, "没办法登录时，请点“忘记密码”。", ("E06",), serious=True),),
    )
    return pack, before, Report(lint(pack).remarks, (run,))


def _rule(
    number: int, phrase: str, category: str, severity: Severity, replacement: str
) -> PackRule:
    more: dict[str, tuple[str, ...]] = {"must_hit": (f"{phrase}啊",)}
    if phrase == "没办法":
        more = {
            "must_hit": ("我也没办法啊", "我也没班法"),
            "must_miss": (
                "请问您有没有办法登录",
                "没办法看到您的订单",
                "没办法替您输密码",
            ),
            "exceptions": ("没办法看到", "有没有办法"),
        }
    rule = Rule(
        rule_id=f"E{number:02d}",
        phrase=phrase,
        category=category,
        severity=severity,
        scope=Scope.CLAUSE if len(phrase) == 1 else Scope.ANYWHERE,
        replacements=(Replacement(replacement),) if replacement else (),
        **more,
    )
    return PackRule(rule=rule)


def editors(look: Look) -> Iterator[tuple[str, QWidget]]:
    """Give the editor on each of its pages, the import and the publication."""
    for page in Page:
        yield f"pack-editor-{page}", editor(look, page)
    preview = ImportWindow(look)
    problems = (
        Problem("not_a_choice", Place("规则", 5, "严重度"), ("很高", "高、中、低")),
        Problem("empty", Place("规则", 9, "禁用语")),
    )
    preview.show_result(
        filled(file_word("wrong"), len(problems)),
        file_word("unchanged"),
        problem_notes(problems, look.language),
        usable=False,
    )
    yield "pack-editor-import", preview
    publish = PublishWindow(look, repo="//server/share/packs", keys="keys")
    publish.ask_for(14, needs_reason=True)
    yield "pack-editor-publish", publish


def editor(look: Look, page: Page) -> PackEditor:
    """Return the editor with the sample, as it is after a moment."""
    pack, before, report = sample()
    window = PackEditor(look)
    window.show_pack(pack, tuple(range(len(pack.rules))))
    window.choose(_CHOSEN)
    rule = pack.rules[_CHOSEN].rule
    window.form.show_tried(rule, tried_examples(rule, ()))
    found = standings(report)
    window.show_standings(found, open_count=len(found))
    phrases = {one.rule.rule_id: one.rule.phrase for one in pack.rules}
    changes = compare(before, pack)
    line = change_line(changes)
    window.head.say(f"{line} · {file_word('kept')}")
    window.head.show_gate(gate_line(report), publishable=False, overridable=True)
    marks = (FalseAlarm("E06", 3, "没办法替您输密码"), FalseAlarm("E09", 7))
    lists = {
        Page.CHECKS: (check_notes(report, look.language), gate_line(report)),
        Page.ALARMS: (alarm_notes(marks, phrases), file_word("alarms")),
        Page.CHANGES: (change_notes(changes), line),
        Page.TRIAL: (
            trial_notes(report.dry_runs, phrases),
            trial_line(report.dry_runs),
        ),
    }
    for name, (notes, said) in lists.items():
        window.side.show_notes(name, notes, said, look)
    window.side.show_page(page, look)
    window.tester.editor.insertPlainText(TEXT)
    matcher = Matcher.compile(pack.rule_set)
    window.tester.show_found(TEXT, matcher.match(TEXT), 0.3, look)
    return window
