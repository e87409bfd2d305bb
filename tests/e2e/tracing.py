"""What a traced program asked of the network."""

import re

INTERNET = re.compile(r"\bAF_INET6?\b")


def tracer(report):
    """Return the command that traces what follows it, children included."""
    return ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(report))


def internet_calls(report):
    """Return the lines of a trace that name an internet address family."""
    lines = report.read_text("utf-8", "replace").splitlines()
    return [line for line in lines if INTERNET.search(line)]


def socket_calls(report):
    text = report.read_text("utf-8", "replace")
    return text.count("socket(AF_UNIX")
