"""Dates and times as text of ISO 8601, read and written: what the classes of datetime share."""


def _number(text, count):
    """Of exactly so many digits."""
    if len(text) < count or not (text[:count].isascii() and text[:count].isdigit()):
        raise ValueError
    return int(text[:count])


def parse_date(text, from_week):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and the like; from_week() turns the latter into it."""
    year, rest = _number(text, 4), text[4:]
    dashed = rest.startswith("-")
    rest = rest[dashed:]
    if rest.startswith("W"):
        week, rest = _number(rest[1:], 2), rest[3:]
        day = 1
        if rest:
            if rest.startswith("-") != dashed:
                raise ValueError
            rest = rest[dashed:]
            day = _number(rest, 1)
            if len(rest) > 1:
                raise ValueError
        return from_week(year, week, day)
    month, rest = _number(rest, 2), rest[2:]
    if rest.startswith("-") != dashed:
        raise ValueError
    rest = rest[dashed:]
    if len(rest) != 2:
        raise ValueError
    return year, month, _number(rest, 2)


def _clock(text):
    """[hours, minutes, seconds, microseconds] of HH[:MM[:SS[.f]]] or without the colons."""
    parts, colons = [_number(text, 2)], text[2:3] == ":"
    rest = text[2:]
    while rest and len(parts) < 3 and rest[0] not in ".,":
        if colons:
            if rest[0] != ":":
                raise ValueError
            rest = rest[1:]
        parts.append(_number(rest, 2))
        rest = rest[2:]
    parts += [0] * (3 - len(parts))
    if not rest:
        return parts + [0]
    fraction = rest[1:]
    if rest[0] not in ".," or not (fraction.isascii() and fraction.isdigit()):
        raise ValueError
    return parts + [int(fraction[:6].ljust(6, "0"))]


def parse_time(text):
    """[hours, minutes, seconds, microseconds], and the offset: None, or (seconds, microseconds)."""
    text = text.removeprefix("T")
    place = max(text.find("Z"), text.find("+"), text.find("-"))
    if place < 0:
        return _clock(text), None
    clock, zone = _clock(text[:place]), text[place + 1:]
    if text[place] == "Z":
        if zone:
            raise ValueError
        return clock, (0, 0)
    hours, minutes, seconds, microseconds = _clock(zone)
    if minutes > 59 or seconds > 59:
        raise ValueError
    sign = -1 if text[place] == "-" else 1
    return clock, (sign * (hours * 3600 + minutes * 60 + seconds), sign * microseconds)


def split(text):
    """The date and the time of a text that has both; the time may be missing. Any one character stands between."""
    if len(text) < 7:
        raise ValueError
    if text[4] == "-":
        if text[5] == "W":
            end = 10 if len(text) > 8 and text[8] == "-" and text[9:10].isdigit() else 8
        else:
            end = 10
    elif text[4] == "W":
        end = 7
        while end < len(text) and text[end].isdigit():
            end += 1
        if end > 8:
            end = 7 if end % 2 == 0 else 8
    else:
        end = 8
    if len(text) == end + 1:
        raise ValueError
    return text[:end], text[end + 1:]


_TIMESPECS = {"hours": 1, "minutes": 2, "seconds": 3, "milliseconds": 4, "microseconds": 5}


def format_time(hour, minute, second, microsecond, timespec):
    """HH:MM:SS.ffffff, or less of it."""
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument 1 must be str, not {type(timespec).__name__}")
    count = _TIMESPECS.get(timespec)
    if count is None:
        raise ValueError("Unknown timespec value")
    text = ":".join([f"{part:02d}" for part in (hour, minute, second)[:count]])
    return f"{text}.{microsecond // 1000:03d}" if count == 4 else f"{text}.{microsecond:06d}" if count == 5 else text


def format_offset(days, seconds, microseconds, separator=":"):
    """An offset from UTC: +HH:MM, and seconds and microseconds if there are any."""
    sign, total = "+", (days * 86400 + seconds) * 1000000 + microseconds
    if total < 0:
        sign, total = "-", -total
    seconds, microseconds = divmod(total, 1000000)
    text = f"{sign}{seconds // 3600:02d}{separator}{seconds // 60 % 60:02d}"
    if seconds % 60 or microseconds:
        text += f"{separator}{seconds % 60:02d}"
    return f"{text}.{microseconds:06d}" if microseconds else text


def fill_in(format, microsecond, offset, zone):
    """A format for strftime() with those directives filled in that the C library does not know or cannot: %f, %z,
    %:z, %Z. The offset is the arguments of format_offset(), or None."""
    parts, at = [], 0
    while (place := format.find("%", at)) >= 0 and place + 1 < len(format):
        parts.append(format[at:place])
        directive = format[place + 1]
        at = place + 2
        if directive == "f":
            parts.append(f"{microsecond:06d}")
        elif directive == "z":
            parts.append("" if offset is None else format_offset(*offset, ""))
        elif directive == ":" and format[at:at + 1] == "z":
            at += 1
            parts.append("" if offset is None else format_offset(*offset))
        elif directive == "Z":
            parts.append((zone or "").replace("%", "%%"))
        else:
            parts.append("%" + directive)
    return "".join(parts) + format[at:]
