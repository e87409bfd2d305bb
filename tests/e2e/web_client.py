"""A web client: a page with compose boxes in a real browser."""

import asyncio
import json
from pathlib import Path

from desktop_session import wait_for
from Xlib import X, display

from assist.backends.linux.a11y_bus import open_accessibility

PAGE = (Path(__file__).parent / "pages" / "compose.html").as_uri()
KEYS = {"textarea": "F2", "editable": "F4", "rich": "F8", "password": "F9"}
CHROMIUM = (
    "chromium",
    "--no-sandbox",
    "--test-type",
    "--no-first-run",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
)
FIREFOX_SETTINGS = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class WebClient:
    """One browser window; accessibility is on before it starts."""

    def __init__(self, session, name, profile, **environ):
        asyncio.run(open_accessibility())
        start = {"chromium": _start_chromium, "firefox": _start_firefox}[name]
        self.session = session
        self.program = start(session, profile, environ)
        self.name = name
        self._display = display.Display()
        self._title = self._display.intern_atom("_NET_WM_NAME")
        wait_for(lambda: self.held() is not None, 20)

    def close(self):
        self._display.close()

    def show(self, field):
        """Empty one of KEYS and give it the focus."""
        self.session.press(KEYS[field])

    def held(self):
        """Return what the page says the field holds; None while it loads.

        A title that changes is read in two halves; then it is read once more.
        """
        window_id = self.program.window.window_id
        window = self._display.create_resource_object("window", window_id)
        title = window.get_full_property(self._title, X.AnyPropertyType)
        written = title.value if title else b""
        if not written.startswith(b'"'):
            return None
        try:
            return json.JSONDecoder().raw_decode(written.decode())[0]
        except ValueError:
            return self.held()

    def wait_until_held(self, text):
        wait_for(lambda: self.held() == text)


def _start_chromium(session, profile, environ):
    command = [*CHROMIUM, f"--user-data-dir={profile}", f"--app={PAGE}"]
    return session.start(*command, **environ)


def _start_firefox(session, profile, environ):
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});"
        for name, value in FIREFOX_SETTINGS.items()
    ]
    (profile / "user.js").write_text("\n".join(lines))
    command = ["firefox-esr", "--no-remote", "--profile", str(profile), "--kiosk", PAGE]
    return session.start(*command, **environ)
