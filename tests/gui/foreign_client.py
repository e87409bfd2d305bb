"""A stand-in for a chat client: one window that takes the focus and counts events."""

import select
import sys

from Xlib import X, Xutil, display


def main():
    connection = display.Display()
    screen = connection.screen()
    window = screen.root.create_window(
        40,
        500,
        500,
        120,
        0,
        screen.root_depth,
        background_pixel=screen.white_pixel,
        event_mask=X.FocusChangeMask | X.KeyPressMask | X.StructureNotifyMask,
    )
    window.set_wm_name("client")
    window.set_wm_class("client", "Client")
    window.set_wm_hints(flags=Xutil.InputHint, input=1)
    window.map()
    connection.flush()
    focused = False
    losses = keys = 0
    while True:
        readable, _, _ = select.select([connection.fileno(), sys.stdin], [], [])
        while connection.pending_events():
            event = connection.next_event()
            if event.type == X.FocusIn and not focused:
                focused = True
                print(window.id, flush=True)  # noqa: T201  the test reads it
            elif event.type == X.FocusOut and event.mode == X.NotifyNormal:
                losses += 1
            elif event.type == X.KeyPress:
                keys += 1
        if sys.stdin in readable:
            asked = sys.stdin.readline().strip()
            if not asked:
                return
            print({"losses": losses, "keys": keys}[asked], flush=True)  # noqa: T201  as above


main()
