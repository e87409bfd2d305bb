"""What the overlay's windows cost; part of ``make bench``.

Measured in this process, with real windows on a private desktop: how much later a
flag is painted while a card opens or is open, and what a thousand cards leave in
memory.  Measured from outside, with the overlay as a process: start to strip, memory,
and how often its main thread wakes while nobody types.

Usage: python tools/bench_overlay.py
"""

import json
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench_desktop import EDITORS, Bench, cpu_s, memory_mb, percentile
from PySide6.QtWidgets import QApplication
from screenshot_samples import BLAME, BLAME_CHOICES, GRAVE, GRAVE_CHOICES

from assist.app.demo_overlay import OverlayProcess, until
from assist.backends.linux.x11_keyboard import X11Keyboard
from assist.backends.linux.x11_screen import X11Screen
from assist.backends.linux.x11_windows import X11Windows
from assist.overlay.card import FindingCard
from assist.overlay.strip import Strip
from assist.overlay.theme import Look
from assist.ports import Mode, Status

OUTPUT = Path("build/bench/overlay.json")
FLAGS, CARDS, IDLE_S = 200, 1000, 30.0
STARTS = 5
FOCUS_BACK = 20
WARM_UP = 100  # faces and icons are loaded by then


def flag_ms(strip: Strip) -> float:
    """Return the milliseconds from a finding to the painted strip."""
    strip.show_status(Status(Mode.READING, "mousepad"))
    QApplication.processEvents()
    began = time.perf_counter()
    strip.show_findings((GRAVE,))
    return (time.perf_counter() - began) * 1000


def flags_and_cards(look: Look) -> dict[str, float]:
    """Measure flags without and with an open card, and opening the card itself."""
    strip, card = Strip(look), FindingCard(look)
    strip.show()
    card.move(400, 300)
    card.show_findings((BLAME,), "", (BLAME_CHOICES,))
    plain: list[float] = []
    beside: list[float] = []
    opening: list[float] = []
    for _ in range(FLAGS):
        card.hide()
        plain.append(flag_ms(strip))
        began = time.perf_counter()
        card.show_findings((GRAVE,), "", (GRAVE_CHOICES,))
        card.show()
        opening.append((time.perf_counter() - began) * 1000)
        QApplication.processEvents()
        beside.append(flag_ms(strip))
        card.show_findings((BLAME,), "", (BLAME_CHOICES,))
    strip.hide()
    card.hide()
    return {
        "flag_p95_ms": round(percentile(plain, 0.95), 2),
        "flag_with_card_p95_ms": round(percentile(beside, 0.95), 2),
        "card_adds_p95_ms": round(
            percentile(beside, 0.95) - percentile(plain, 0.95), 2
        ),
        "card_opens_p50_ms": round(percentile(opening, 0.5), 2),
        "card_opens_p95_ms": round(percentile(opening, 0.95), 2),
    }


def own_memory_mb() -> float:
    """Return the resident memory of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no memory is told")


def open_cards(card: FindingCard, times: int) -> None:
    """Open and close a card with two findings."""
    for _ in range(times):
        card.show_findings((GRAVE, BLAME), "", (GRAVE_CHOICES, BLAME_CHOICES))
        card.show()
        QApplication.processEvents()
        card.hide()


def thousand_cards(look: Look) -> dict[str, float]:
    """Measure what opening and closing a card a thousand times leaves behind."""
    card = FindingCard(look)
    card.move(400, 300)
    open_cards(card, WARM_UP)
    before = own_memory_mb()
    open_cards(card, CARDS)
    return {"cards": CARDS, "grown_mb": round(own_memory_mb() - before, 2)}


def wake_ups(pid: int) -> int:
    """Return how often the main thread of a process has slept so far."""
    status = Path(f"/proc/{pid}/task/{pid}/status").read_text()
    for line in status.splitlines():
        if line.startswith("voluntary_ctxt_switches"):
            return int(line.split()[1])
    raise RuntimeError("no switches are told")


def start_s(home: Path, screen: X11Screen) -> float:
    """Return the seconds from the command to the first window on the X server."""
    overlay = OverlayProcess(home, screen)
    overlay.configure('watch = ["mousepad"]\n')
    began = time.monotonic()
    overlay.start()
    until(lambda: screen.windows_of(overlay.pid) or None, "The strip")
    took = time.monotonic() - began
    overlay.end()
    return took


def focus_back_ms() -> list[float]:
    """Return the milliseconds from Esc in the pad to the editor being active again."""
    windows, keyboard = X11Windows(), X11Keyboard()
    editor = windows.active_id()
    took = []
    for _ in range(FOCUS_BACK):
        keyboard.press("Ctrl+Alt+D", hold_s=0.02)
        until(lambda: windows.active_id() != editor, "The pad")
        time.sleep(0.3)
        keyboard.press("Escape")
        began = time.monotonic()
        until(lambda: windows.active_id() == editor, "The editor")
        took.append((time.monotonic() - began) * 1000)
        time.sleep(0.3)
    keyboard.close()
    windows.close()
    return took


def idle(folder: Path) -> dict[str, float]:
    """Measure start, memory and wake-ups of the overlay as a process."""
    with ExitStack() as running:
        bench = Bench(next(iter(EDITORS)), folder, running)
        homes = [folder / f"start{number}" for number in range(STARTS)]
        starts = [start_s(home, bench.screen) for home in homes]
        with bench.overlay() as overlay:
            time.sleep(8.0)
            switched, used = wake_ups(overlay.pid), cpu_s(overlay.pid)
            time.sleep(IDLE_S)
            per_s = (wake_ups(overlay.pid) - switched) / IDLE_S
            share = (cpu_s(overlay.pid) - used) / IDLE_S
            rss, pss = (memory_mb(overlay.pid, name) for name in ("Rss", "Pss"))
            back = focus_back_ms()
            return {
                "start_to_strip_s": round(min(starts), 2),
                "start_to_strip_p50_s": round(percentile(starts, 0.5), 2),
                "main_thread_wakes_per_s": round(per_s, 2),
                "focus_back_p50_ms": round(percentile(back, 0.5), 1),
                "focus_back_p95_ms": round(percentile(back, 0.95), 1),
                "idle_cpu_percent": round(100 * share, 2),
                "rss_mb": round(rss, 1),
                "pss_mb": round(pss, 1),
            }


def main() -> int:
    """Measure, print, write."""
    application = QApplication(sys.argv[:1])
    look = Look()
    found: dict[str, dict[str, float]] = {
        "card": flags_and_cards(look),
        "memory": thousand_cards(look),
    }
    with tempfile.TemporaryDirectory() as scratch:
        found["idle"] = idle(Path(scratch))
    for name, figures in found.items():
        print(name, figures)
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
