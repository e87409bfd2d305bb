"""A desktop of its own: X server, window manager, session bus, accessibility bus.

The demonstration and the tests run in it, so that they neither touch nor need
the user's desktop.  As a command it runs another one inside::

    python -m assist.backends.linux.private_desktop -- COMMAND ...
"""

import asyncio
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from Xlib import display

from assist.backends.linux.a11y_bus import open_accessibility
from assist.backends.linux.x11_display import open_display
from assist.errors import BackendUnavailableError

assert sys.platform == "linux"  # noqa: S101  tells mypy what the rest is for

MARK = "ASSIST_TEST_DESKTOP"
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon")
START_TIMEOUT_S = 20.0
DROPPED = (
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "GTK_MODULES",
    "NO_AT_BRIDGE",
    "QT_QPA_PLATFORM",
    "GTK_IM_MODULE",
    "QT_IM_MODULE",
    "XMODIFIERS",
)


class PrivateDesktop:
    """Starts everything on entry and ends every process of it on exit.

    Attributes:
        environ: The environment programs of this desktop are to be started in.
        folder: Scratch folder that holds their home; removed on exit.
    """

    def __init__(self, *, width: int = 1280, height: int = 800) -> None:
        self._size = (width, height)
        self._processes: list[subprocess.Popen[bytes]] = []
        self.folder = Path()
        self.environ: dict[str, str] = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the desktop; returns once its window manager and buses answer.

        Raises:
            BackendUnavailableError: A program is missing or does not start.
        """
        missing = [name for name in PROGRAMS if shutil.which(name) is None]
        if missing:
            raise BackendUnavailableError(
                f"not installed: {', '.join(missing)}",
                hint="apt install xvfb openbox dbus at-spi2-core",
            )
        self.folder = Path(tempfile.mkdtemp(prefix="assist-desktop-"))
        self.environ = _clean_environment(self.folder)
        try:
            self._start_x_server()
            self._start_session_bus()
            self._start_window_manager()
            address = self.environ["DBUS_SESSION_BUS_ADDRESS"]
            asyncio.run(open_accessibility(address, enable=False))
        except BaseException:
            self.close()
            raise

    def spawn(self, command: Sequence[str], **environ: str) -> subprocess.Popen[bytes]:
        """Start a program on this desktop; it ends with the desktop at the latest."""
        process = subprocess.Popen(  # noqa: S603  the caller names the program
            command,
            env=self.environ | environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._log(Path(command[0]).name),
            start_new_session=True,
        )
        self._processes.append(process)
        return process

    def close(self) -> None:
        """End all programs of this desktop and remove its folder."""
        # The buses' own children first, while their parents can still reap them.
        ours = {process.pid for process in self._processes}
        for pid in _processes_marked(self.environ.get(MARK, "")) - ours:
            _signal(pid, signal.SIGKILL)
        for process in reversed(self._processes):
            _end(process)
        for pid in _processes_marked(self.environ.get(MARK, "")):
            _signal(pid, signal.SIGKILL)
        self._processes.clear()
        if self.folder != Path():
            shutil.rmtree(self.folder, ignore_errors=True)

    def _start_x_server(self) -> None:
        reader, writer = os.pipe()
        width, height = self._size
        command = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
        command += ["-noreset", "-dpi", "96", "-screen", "0", f"{width}x{height}x24"]
        self._processes.append(
            subprocess.Popen(  # noqa: S603  a fixed program name
                _tied(command),
                env=self.environ,
                pass_fds=(writer,),
                stdout=subprocess.DEVNULL,
                stderr=self._log("Xvfb"),
                start_new_session=True,
            )
        )
        os.close(writer)
        self.environ["DISPLAY"] = f":{_first_line(reader, 'Xvfb')}"

    def _start_session_bus(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        bus = self.spawn(_tied([*command, f"--address=unix:dir={self.folder}"]))
        if bus.stdout is None:
            raise BackendUnavailableError("dbus-daemon has no output")
        # Only the first line is the address: the programs that the bus starts
        # write to the same pipe.
        address = _first_line(bus.stdout.fileno(), "dbus-daemon")
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_window_manager(self) -> None:
        self.spawn(_tied(["openbox", "--sm-disable"]))
        connection = open_display(self.environ["DISPLAY"])
        try:
            wait_until(lambda: _has_window_manager(connection), "the window manager")
        finally:
            connection.close()

    def _log(self, name: str) -> int:
        flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY
        path = self.folder / f"{name}.log"
        return os.open(path, flags, 0o600)


def wait_until(
    condition: Callable[[], bool], what: str, timeout_s: float = START_TIMEOUT_S
) -> None:
    """Return once ``condition`` holds.

    Raises:
        BackendUnavailableError: It did not within ``timeout_s`` seconds.
    """
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            raise BackendUnavailableError(f"{what} did not get ready")
        time.sleep(0.01)


def _tied(command: list[str]) -> list[str]:
    """Return ``command`` so that it is killed should its starter die."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", *command] if setpriv else command


def _clean_environment(folder: Path) -> dict[str, str]:
    environ = {k: v for k, v in os.environ.items() if k not in DROPPED}
    places = {
        "HOME": folder / "home",
        "XDG_CONFIG_HOME": folder / "home" / ".config",
        "XDG_DATA_HOME": folder / "home" / ".local" / "share",
        "XDG_STATE_HOME": folder / "home" / ".local" / "state",
        "XDG_CACHE_HOME": folder / "home" / ".cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for place in places.values():
        place.mkdir(parents=True, mode=0o700)
    environ.update({name: str(place) for name, place in places.items()})
    environ.update(
        {
            "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory",
            "GTK_THEME": "Adwaita",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_SESSION_TYPE": "x11",
            MARK: str(folder),
        }
    )
    return environ


def _first_line(descriptor: int, program: str) -> str:
    ready, _, _ = select.select([descriptor], [], [], START_TIMEOUT_S)
    line = os.read(descriptor, 4096).split(b"\n")[0].decode() if ready else ""
    if not line:
        raise BackendUnavailableError(f"{program} did not start")
    return line


def _has_window_manager(connection: display.Display) -> bool:
    atom = connection.intern_atom("_NET_SUPPORTING_WM_CHECK")
    root = connection.screen().root
    return root.get_full_property(atom, 0) is not None


def _end(process: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            break
        _signal(process.pid, signal.SIGCONT)
        _signal(process.pid, how)
        try:
            process.wait(timeout=2.0)
        except subprocess.TimeoutExpired:
            continue
    if process.stdout is not None:
        process.stdout.close()


def _signal(pid: int, how: signal.Signals) -> None:
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return


def _processes_marked(mark: str) -> set[int]:
    """Return the processes started in this desktop, but for this one.

    The buses start programs of their own, in sessions of their own.
    """
    wanted = f"\0{MARK}={mark}\0".encode()
    found: set[int] = set()
    for entry in Path("/proc").iterdir() if mark else ():
        try:
            environ = b"\0" + (entry / "environ").read_bytes()
        except OSError:
            continue
        if wanted in environ and int(entry.name) != os.getpid():
            found.add(int(entry.name))
    return found


def run_inside(command: Sequence[str], environ: Mapping[str, str] | None = None) -> int:
    """Run ``command`` on a private desktop and return its exit code."""
    with PrivateDesktop() as desktop:
        inside = desktop.environ | dict(environ or {})
        process = subprocess.Popen(command, env=inside)  # noqa: S603  the user's own
        try:
            return process.wait()
        except BaseException:
            process.terminate()
            process.wait(timeout=5.0)
            raise


def _main(arguments: Sequence[str]) -> int:
    command = list(arguments[1:] if arguments[:1] == ["--"] else arguments)
    if not command:
        sys.stderr.write("usage: private_desktop -- COMMAND ...\n")
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return run_inside(command)
    except BackendUnavailableError as error:
        sys.stderr.write(f"{error}. {error.hint}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
