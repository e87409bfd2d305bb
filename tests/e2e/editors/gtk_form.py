"""A log-in form in GTK 3: a password field, then a normal one.

Runs with the distribution's Python, which has the GObject bindings.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402  the version must be chosen first


def main() -> int:
    GLib.set_prgname("gtk-form")
    window = Gtk.Window(title="GTK form")
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    password = Gtk.Entry(visibility=False)
    password.set_input_purpose(Gtk.InputPurpose.PASSWORD)
    box.add(password)
    box.add(Gtk.Entry())
    window.add(box)
    window.set_default_size(400, 120)
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    password.grab_focus()
    Gtk.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
