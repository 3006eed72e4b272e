"""Dates and times read from text by a format: what strptime() of datetime and of time share.

A directive may match in more than one way (`%d%m` in "111"); the longest is tried first, and shorter ones when what
follows does not fit.
"""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")
_SHORT_DAYS, _SHORT_MONTHS = [name[:3] for name in _DAYS], [name[:3] for name in _MONTHS]

# Directives that are numbers: the least and the greatest, how many digits at most, and the number that is given.
_NUMBERS = {
    "d": (1, 31, 2, "day"), "m": (1, 12, 2, "month"), "H": (0, 23, 2, "hour"), "I": (1, 12, 2, "hour12"),
    "M": (0, 59, 2, "minute"), "S": (0, 61, 2, "second"), "j": (1, 366, 3, "yearday"), "w": (0, 6, 1, "weekday0"),
    "u": (1, 7, 1, "weekday1"), "U": (0, 53, 2, "week_sunday"), "W": (0, 53, 2, "week_monday"),
    "V": (1, 53, 2, "iso_week"),
}
# Those of exactly so many digits.
_FIXED = {"Y": (4, "year"), "y": (2, "year2"), "G": (4, "iso_year")}
_NAMES = {
    "a": (_SHORT_DAYS, "weekday"), "A": (_DAYS, "weekday"), "b": (_SHORT_MONTHS, "month0"),
    "B": (_MONTHS, "month0"), "p": (("am", "pm"), "afternoon"), "Z": (("utc", "gmt"), "zone"),
}
# Those that stand for several.
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y",
             "R": "%H:%M", "r": "%I:%M:%S %p", "F": "%Y-%m-%d", "h": "%b"}


def _digits(text, at, most):
    end = at
    while end < len(text) and end - at < most and text[end] in "0123456789":
        end += 1
    return end


def _offset_ways(text, at):
    """+HH:MM[:SS[.f]], the colons all or none, or Z."""
    if text[at:at + 1] == "z":
        yield at + 1, {"offset": (0, 0)}
    sign, start = text[at:at + 1], at + 1
    if sign not in ("+", "-"):
        return
    parts, colons, place = [], None, start
    while len(parts) < 3 and _digits(text, place, 2) == place + 2:
        parts.append(int(text[place:place + 2]))
        place += 2
        if len(parts) == 1:
            colons = text[place:place + 1] == ":"
        if colons and len(parts) < 3 and text[place:place + 1] == ":" and _digits(text, place + 1, 2) == place + 3:
            place += 1
        elif colons:
            break
    if len(parts) < 2:
        return
    fraction = 0
    if len(parts) == 3 and text[place:place + 1] == ".":
        end = _digits(text, place + 1, 6)
        fraction = int(text[place + 1:end].ljust(6, "0")) if end > place + 1 else 0
        place = max(end, place)
    seconds = sum(part * unit for part, unit in zip(parts, (3600, 60, 1)))
    factor = -1 if sign == "-" else 1
    yield place, {"offset": (factor * seconds, factor * fraction)}


def _ways(directive, text, at):
    """In which ways the directive fits there: pairs of the end and what is found."""
    if directive in _NUMBERS:
        least, greatest, most, name = _NUMBERS[directive]
        blank = directive in "dI" and text[at:at + 1] == " "
        start = at + blank
        for end in range(_digits(text, start, most - blank), start, -1):
            number = int(text[start:end])
            if least <= number <= greatest:
                yield end, {name: number}
    elif directive in _FIXED:
        count, name = _FIXED[directive]
        if _digits(text, at, count) == at + count:
            yield at + count, {name: int(text[at:at + count])}
    elif directive in _NAMES:
        names, name = _NAMES[directive]
        for number, word in sorted(enumerate(names), key=lambda pair: -len(pair[1])):
            if text.startswith(word, at):
                yield at + len(word), {name: number}
    elif directive == "f":
        for end in range(_digits(text, at, 6), at, -1):
            yield end, {"microsecond": int(text[at:end].ljust(6, "0"))}
    elif directive == "z":
        yield from _offset_ways(text, at)
    else:
        raise KeyError(directive)


def _split(format):
    """The format as a list of characters, " " for any white space, and one-element tuples of directives."""
    parts, at = [], 0
    while at < len(format):
        c = format[at]
        at += 1
        if c.isspace():
            if not parts or parts[-1] != " ":
                parts.append(" ")
        elif c != "%":
            parts.append(c)
        elif at == len(format):
            raise ValueError(f"stray % in format '{format}'")
        else:
            directive = format[at]
            at += 1
            if directive == "%":
                parts.append("%")
            elif directive in _COMPOSED:
                parts.extend(_split(_COMPOSED[directive]))
            elif directive in _NUMBERS or directive in _FIXED or directive in _NAMES or directive in "fz":
                parts.append((directive,))
            else:
                raise ValueError(f"'{directive}' is a bad directive in format '{format}'")
    return parts


def _match(parts, number, text, at, found):
    """The end of what fits from there on; None if nothing does."""
    if number == len(parts):
        return at
    part = parts[number]
    if part == " ":
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        ways = [(place, {}) for place in range(end, at, -1)]
    elif isinstance(part, str):
        ways = [(at + 1, {})] if text[at:at + 1] == part.lower() else []
    else:
        ways = _ways(part[0], text, at)
    for end, values in ways:
        reached = _match(parts, number + 1, text, end, found)
        if reached is not None:
            found.update(values)
            return reached
    return None


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before(year, month):
    """Days of the year before the month."""
    return (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month - 1] + (month > 2 and _is_leap(year))


def _weekday_of_new_year(year):
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400) % 7


def _day_of_week(year, found, weekday):
    """The day of the year (from 1) that a week and a day in it are."""
    first = _weekday_of_new_year(year)
    if "week_sunday" in found:
        first, weekday, week = (first + 1) % 7, (weekday + 1) % 7, found["week_sunday"]
    else:
        week = found["week_monday"]
    to_first_week = (7 - first) % 7
    return 1 + weekday - first if week == 0 else 1 + to_first_week + 7 * (week - 1) + weekday


def parse(text, format):
    """A dict of year, month, day, hour, minute, second, microsecond, weekday, yearday; and of offset (seconds and
    microseconds) and zone, where the format has them."""
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(text).__name__}")
    if not isinstance(format, str):
        raise TypeError(f"strptime() argument 2 must be str, not {type(format).__name__}")
    parts, found = _split(format), {}
    end = _match(parts, 0, text.lower(), 0, found)
    if end is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _complete(found)


def _complete(found):
    if "year2" in found:
        found["year"] = found["year2"] + (2000 if found["year2"] <= 68 else 1900)
    if "month0" in found:
        found["month"] = found["month0"] + 1
    if "hour12" in found:
        found["hour"] = found["hour12"] % 12 + 12 * found.get("afternoon", 0)
    weekday = found.get("weekday")
    if "weekday0" in found:
        weekday = (found["weekday0"] - 1) % 7
    if "weekday1" in found:
        weekday = found["weekday1"] - 1
    if "iso_year" in found or "iso_week" in found:
        if "iso_year" not in found or "iso_week" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        year = found["year"] = found["iso_year"]
        first = _weekday_of_new_year(year)
        found["yearday"] = 7 * (found["iso_week"] - 1) + weekday + 1 - first + (7 if first > 3 else 0)
        if found["yearday"] < 1:
            found["year"] = year = year - 1
            found["yearday"] += 365 + _is_leap(year)
    # Without a year it is 1904 for the sake of February 29, and then 1900.
    leap_year_fix = "year" not in found and found.get("month") == 2 and found.get("day") == 29
    year = found.get("year", 1904 if leap_year_fix else 1900)
    if "yearday" not in found and weekday is not None and ("week_sunday" in found or "week_monday" in found):
        if "year" in found:
            found["yearday"] = _day_of_week(year, found, weekday)
            if found["yearday"] < 1:
                year -= 1
                found["yearday"] += 365 + _is_leap(year)
    if "yearday" in found and "month" not in found:
        yearday = found["yearday"]
        if yearday > 365 + _is_leap(year):
            year, yearday = year + 1, yearday - 365 - _is_leap(year)
        month = 12
        while _days_before(year, month) >= yearday:
            month -= 1
        found["month"], found["day"] = month, yearday - _days_before(year, month)
    month, day = found.get("month", 1), found.get("day", 1)
    yearday = _days_before(year, month) + day
    if weekday is None:
        weekday = (_weekday_of_new_year(year) + yearday - 1) % 7
    result = {
        "year": 1900 if leap_year_fix else year, "month": month, "day": day, "hour": found.get("hour", 0),
        "minute": found.get("minute", 0), "second": found.get("second", 0),
        "microsecond": found.get("microsecond", 0), "weekday": weekday, "yearday": yearday,
    }
    for name in "offset", "zone":
        if name in found:
            result[name] = found[name]
    return result


def time_fields(text, format):
    """What the tuple of time.strptime() holds."""
    found = parse(text, format)
    return tuple([found[name] for name in ("year", "month", "day", "hour", "minute", "second", "weekday", "yearday")]
                 + [-1])
