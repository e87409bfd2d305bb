"""Opens all that is needed to read and write on a Linux desktop with X11."""

import asyncio
from contextlib import ExitStack

from assist.backends.backend import Backend, Needs
from assist.backends.linux.a11y_bus import open_accessibility
from assist.backends.linux.atspi_inserter import AtspiInserter
from assist.backends.linux.atspi_source import AtspiSource
from assist.backends.linux.keys_for_source import KeysForSource
from assist.backends.linux.open_programs import open_programs
from assist.backends.linux.text_rectangles import AtspiTextRectangles
from assist.backends.linux.window_paster import WindowPaster
from assist.backends.linux.window_sender import WindowSender
from assist.backends.linux.x11_hotkeys import X11Hotkeys
from assist.backends.linux.x11_keys import X11Keys
from assist.backends.linux.x11_windows import X11Windows


def open_backend(needs: Needs) -> Backend:
    """Connect to the X server and make sure that the accessibility bus answers.

    Raises:
        BackendUnavailableError: One of them is not there.
    """
    asyncio.run(open_accessibility(enable=False))
    with ExitStack() as opened:
        windows = X11Windows()
        opened.callback(windows.close)
        source = AtspiSource(windows, watched=needs.watched)
        opened.callback(source.stop)
        inserter = AtspiInserter(windows, needs.clipboard)
        opened.callback(inserter.close)
        paster = WindowPaster(windows, needs.clipboard)
        opened.callback(paster.close)
        sender = WindowSender(windows)
        opened.callback(sender.close)
        places = AtspiTextRectangles(windows)
        opened.callback(places.close)
        hotkeys = X11Hotkeys()
        opened.callback(hotkeys.close)
        keys = KeysForSource(X11Keys(), source)
        opened.callback(keys.stop)
        closing = opened.pop_all()
    return Backend(
        source=source,
        inserter=inserter,
        paster=paster,
        windows=windows,
        hotkeys=hotkeys,
        keys=keys,
        watch=source.watch,
        close=closing.close,
        places=places,
        open_programs=open_programs,
        sender=sender,
    )
