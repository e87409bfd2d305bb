"""Choose how drafts are read and written on this machine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assist.backends.backend import Backend, Needs
from assist.errors import BackendUnavailableError, NoBackendError

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class BackendSpec:
    """A backend that may work here.

    ``open_backend`` imports its system libraries itself, so that a missing one
    refuses one backend and not the program.  It raises
    BackendUnavailableError, and no other error, when it cannot work.
    """

    name: str
    platforms: frozenset[str]
    open_backend: Callable[[Needs], Backend]


@dataclass(frozen=True, slots=True)
class Selection:
    """The backend in use, and why those preferred to it are not."""

    name: str
    backend: Backend
    refusals: tuple[str, ...]


def select_backend(
    specs: Sequence[BackendSpec], needs: Needs, *, platform: str, wanted: str = AUTO
) -> Selection:
    """Open the first backend of ``specs`` that works.

    Args:
        specs: Candidates, most preferred first.
        needs: Handed to the backend.
        platform: A ``sys.platform`` value.
        wanted: ``auto``, or the one name to try; a name never falls back.

    Raises:
        NoBackendError: None works; the hint lists each refusal.
    """
    refusals: list[str] = []
    for spec in specs:
        if platform not in spec.platforms or wanted not in (AUTO, spec.name):
            continue
        try:
            backend = spec.open_backend(needs)
        except BackendUnavailableError as error:
            refusals.append(f"{spec.name}: {error} ({error.hint})")
        else:
            return Selection(spec.name, backend, tuple(refusals))
    reasons = "\n".join(refusals) or f"{wanted} is not a backend for {platform}"
    raise NoBackendError("drafts cannot be read here", hint=reasons)
