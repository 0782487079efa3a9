"""Lines of iCalendar (RFC 5545): values escaped, folded at 75 bytes, never inside a letter."""

from collections.abc import Iterator

LONGEST = 75
KEPT_CONTROLS = "\n\t"


def text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line breaks escaped, other controls dropped."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    clean = "".join(one for one in plain if one.isprintable() or one in KEPT_CONTROLS)
    escaped = clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def parameter(value: str) -> str:
    """A parameter's value in quotes, which cannot hold quotes or controls themselves."""
    clean = "".join(one for one in value if one.isprintable() and one != '"')
    return f'"{clean}"'


def folded(line: str) -> bytes:
    """The line with its end, in pieces of at most 75 bytes."""
    raw = line.encode()
    if len(raw) <= LONGEST:
        return raw + b"\r\n"
    return b"\r\n ".join(pieces(raw)) + b"\r\n"


def pieces(raw: bytes) -> Iterator[bytes]:
    """The bytes parted where letters begin; all but the first a byte shorter, for the space."""
    start, room = 0, LONGEST
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        yield raw[start:end]
        start, room = end, LONGEST - 1


def block(name: str, *lines: str) -> bytes:
    """A component with its lines; empty ones are left out."""
    whole = (f"BEGIN:{name}", *filter(None, lines), f"END:{name}")
    return b"".join(map(folded, whole))
