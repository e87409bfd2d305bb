"""Searches everything that this program can still reach for a piece of text."""

import gc
import sys
import threading


def found(marker):
    """Return the way to each str or bytes that holds ``marker``."""
    raw = marker.encode()
    own = threading.get_ident()
    frames = [f for ident, f in sys._current_frames().items() if ident != own]
    waiting = [*gc.get_objects(), *frames]
    mine = {id(waiting), id(frames), id(marker), id(raw), id(sys._getframe())}
    above = {id(each): None for each in waiting}
    chains = []
    for each in waiting:  # grows while it is walked
        if id(each) in mine:
            continue
        holds = isinstance(each, str) and marker in each
        if holds or (isinstance(each, (bytes, bytearray)) and raw in each):
            chains.append(chain(each, above))
        for child in gc.get_referents(each):
            if id(child) not in above and id(child) not in mine:
                above[id(child)] = each
                waiting.append(child)
    return chains


def chain(reached, above):
    """Return the way to an object: the types, names where there are names, its size."""
    way = [f"{type(reached).__name__} of {len(reached)}"]
    while (holder := above[id(reached)]) is not None and len(way) < 12:
        way.append(described(holder, reached))
        reached = holder
    holders = [type(each).__qualname__ for each in gc.get_referrers(reached)[:9]]
    return " > ".join([f"held by {holders}", *reversed(way)])


def described(holder, held):
    """Name a holder and where in it something is held, never what is held."""
    kind = type(holder).__qualname__
    if kind == "frame":
        return f"{holder.f_code.co_qualname}()"
    if kind != "dict":
        return kind
    if any(key is held for key in holder):
        return f"a key of a dict of {len(holder)}"
    names = [str(key)[:40] for key, value in holder.items() if value is held]
    return f"dict{names}"
