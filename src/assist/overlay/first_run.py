"""The first minute: language and promise, programs, a try, the keys."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assist.overlay.card_values import Keys
from assist.overlay.form_sheet import form_sheet
from assist.overlay.form_window import FormWindow, label
from assist.overlay.practice import Practice, Tried
from assist.overlay.program_list import ProgramList
from assist.overlay.setting_words import choice_name
from assist.overlay.sheet import sheet
from assist.overlay.theme import Look
from assist.settings import Settings

_WIDE, _HIGH = 580, 440
_LANGUAGES = ("zh-Hans", "zh-Hant", "en")
_TRY = 2


class FirstRun(FormWindow):
    """Four steps; Enter goes on, Esc closes and keeps what was chosen.

    Signals:
        changed: ``(name, value)``, a value that may be put in force.
        done: The window was closed, at its end or before.
    """

    changed = Signal(str, object)
    done = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        *,
        check: Callable[[str], Tried],
        keys: Keys,
    ) -> None:
        """Make the window.

        Args:
            look: Theme, language, text size.
            settings: What is in force.
            check: Checks what is typed into the practice field.
            keys: The chords to tell about.
        """
        super().__init__(look, "first_run")
        self._settings = settings
        self._keys = keys
        self._said: list[Callable[[], None]] = []
        self._pages = QStackedWidget(self)
        self.programs = ProgramList(look)
        self.programs.changed.connect(lambda names: self.changed.emit("watch", names))
        self.practice = Practice(look, check)
        for page in (self._promise(), self._choose(), self._try(), self._ready()):
            self._pages.addWidget(page)
        self._build_footer()
        self._bind()
        self.refresh()
        self.resize(look.px(_WIDE), look.px(_HIGH))

    # The pages.

    def _page(self, heading: Callable[[], str], lead: Callable[[], str]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 8)
        column.setSpacing(self.look.px(8))
        self._line(column, heading, role="heading")
        self._line(column, lead, role="hint")
        return page

    def _line(
        self, column: QVBoxLayout, words: Callable[[], str], *, role: str = ""
    ) -> None:
        made = label(role=role)
        column.addWidget(made)
        self._said.append(lambda: made.setText(words()))

    def _promise(self) -> QWidget:
        page = self._page(
            lambda: self.tr("写得更周到，由您来决定"),
            lambda: self.tr("选好语言，一分钟就能用上。"),
        )
        column = _column(page)
        row = QHBoxLayout()
        self._languages = QButtonGroup(self)
        for number, name in enumerate(_LANGUAGES):
            button = QRadioButton(choice_name(name))
            button.setObjectName(f"language_{name}")
            self._languages.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        for words in self._promises():
            self._line(column, words)
        column.addStretch(1)
        return page

    def _promises(self) -> tuple[Callable[[], str], ...]:
        return (
            lambda: self.tr("✓ 读您正在写的这一条，只在您勾选的软件里"),
            lambda: self.tr("✓ 提示可以换的说法；按一个键，替您换好"),
            lambda: self.tr("✓ 记下次数：哪条词条、怎么处理、什么时候"),
            lambda: self.tr("✗ 不替您发送，不自动改字"),
            lambda: self.tr("✗ 不读密码框，不记录按了哪些键"),
            lambda: self.tr("✗ 不保存、不上传聊天内容"),
        )

    def _choose(self) -> QWidget:
        page = self._page(
            lambda: self.tr("在哪些软件里帮您看？"),
            lambda: self.tr("只读勾选的软件，随时可以改。"),
        )
        _column(page).addWidget(self.programs, 1)
        return page

    def _try(self) -> QWidget:
        page = self._page(
            lambda: self.tr("试一次"), lambda: self.tr("在下面写“不知道”，再换掉它。")
        )
        column = _column(page)
        column.addWidget(self.practice)
        self._result = label(role="hint")
        column.addWidget(self._result)
        column.addStretch(1)
        return page

    def _ready(self) -> QWidget:
        page = self._page(
            lambda: self.tr("准备好了"),
            lambda: self.tr("记住这几个键就够了。没有事时，屏幕上只剩一个小圆点。"),
        )
        column = _column(page)
        for words in self._chords():
            self._line(column, words)
        self._line(
            column,
            lambda: self.tr("以后在托盘菜单里可以再看一遍这个引导。"),
            role="hint",
        )
        column.addStretch(1)
        return page

    def _chords(self) -> tuple[Callable[[], str], ...]:
        return (
            lambda: self.tr("%1　用第一条替换").replace(
                "%1", self._settings.hotkey_replace
            ),
            lambda: self.tr("%1　撤销替换").replace("%1", self._keys.undo),
            lambda: self.tr("%1　打开撰写框").replace("%1", self._keys.pad),
            lambda: self.tr("%1　暂停或继续").replace("%1", self._keys.pause),
        )

    def _build_footer(self) -> None:
        self._step = label(role="hint", wraps=False)
        self._step.setObjectName("step")
        self._back = QPushButton(self)
        self._back.setObjectName("back")
        self._skip = QPushButton(self)
        self._skip.setObjectName("skip")
        self._skip.setProperty("role", "link")
        self._next = QPushButton(self)
        self._next.setObjectName("next")
        self._next.setProperty("role", "main")
        footer = QHBoxLayout()
        footer.setContentsMargins(28, 8, 28, 20)
        footer.addWidget(self._step)
        footer.addStretch(1)
        for button in (self._skip, self._back, self._next):
            footer.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages, 1)
        layout.addLayout(footer)

    def _bind(self) -> None:
        self._next.clicked.connect(self.go_on)
        self._back.clicked.connect(lambda: self._turn(self._pages.currentIndex() - 1))
        self._skip.clicked.connect(self.close)
        self._languages.idClicked.connect(
            lambda at: self.changed.emit("language", _LANGUAGES[at])
        )
        self.practice.replaced.connect(self._praise)
        self.practice.entered.connect(self.go_on)
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), self, self.go_on)
        for number in (1, 2, 3):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda at=number - 1: self.practice.choose(at))
        QShortcut(QKeySequence("Alt+Z"), self, self.practice.undo)

    # What is shown.

    def refresh(self) -> None:
        """Word everything anew."""
        self.setStyleSheet(sheet(self.look) + form_sheet(self.look))
        self.setWindowTitle(self.tr("欢迎使用 Assist"))
        for say in self._said:
            say()
        language = _LANGUAGES.index(self._settings.language)
        self._languages.button(language).setChecked(True)
        self.programs.name_parts(self.tr("在哪些软件里帮您看？"))
        self.practice.editor.setAccessibleName(self.tr("试写的地方"))
        self._back.setText(self.tr("上一步"))
        self._skip.setText(self.tr("跳过"))
        self._result.setText(self.tr("点一下，或按 Alt+1；按 Alt+Z 可以撤销。"))
        self._turn(self._pages.currentIndex())

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now."""
        self._settings = settings
        self.programs.show_value(settings.watch)

    def show_running(self, programs: Iterable[str]) -> None:
        """Offer the programs that run now."""
        self.programs.show_running(programs)

    @property
    def step(self) -> int:
        """Number of the step shown, from 0."""
        return self._pages.currentIndex()

    def _turn(self, page: int) -> None:
        last = self._pages.count() - 1
        self._pages.setCurrentIndex(page)
        self._step.setText(f"{page + 1} / {last + 1}")
        self._back.setVisible(page > 0)
        self._skip.setVisible(page < last)
        self._next.setText(self.tr("开始使用") if page == last else self.tr("下一步"))
        if page == _TRY:
            self.practice.editor.setFocus()
        else:
            self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> None:
        """Go to the next step, or close after the last."""
        if self.step + 1 < self._pages.count():
            self._turn(self.step + 1)
        else:
            self.close()

    def _praise(self) -> None:
        self._result.setText(self.tr("换好了。在聊天软件里也是这样。"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the agent is through, and begin at the front next time."""
        super().closeEvent(event)
        self.practice.editor.forget()
        self._turn(0)
        self.done.emit()


def _column(page: QWidget) -> QVBoxLayout:
    layout = page.layout()
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("a page has one column")
    return layout
