"""A window of a program that is not on the accessibility bus: bare X11."""

import os

from Xlib import X, display


def main() -> None:
    connection = display.Display()
    screen = connection.screen()
    window = screen.root.create_window(50, 50, 300, 100, 0, screen.root_depth)
    window.set_wm_class("mute", "Mute")
    window.set_wm_name("Mute window")
    window.change_property(
        connection.intern_atom("_NET_WM_PID"),
        connection.intern_atom("CARDINAL"),
        32,
        [os.getpid()],
    )
    window.change_attributes(event_mask=X.StructureNotifyMask)
    window.map()
    while connection.next_event().type != X.DestroyNotify:
        pass


if __name__ == "__main__":
    main()
