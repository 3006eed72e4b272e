"""Dates, times, and the spans between them, in the Gregorian calendar as if it had always been in use."""
import time as _time
from _types import name_with_module
from operator import index as _index

__all__ = ["MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"]

MINYEAR, MAXYEAR = 1, 9999
_MAX_DAYS = 999999999
_MAX_ORDINAL = 3652059  # of 9999-12-31
_DAY = 86400 * 1000000  # microseconds
_EPOCH = 719163  # the ordinal of 1970-01-01
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNSET = object()


# --- The calendar -------------------------------------------------------------------------------------------

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 28 + _is_leap(year) if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _ordinal(year, month, day):
    """Days since the first of January of year 1, which is 1. Years are counted from March: then the leap day is
    the last of its year, and months before it have a pattern."""
    if month <= 2:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 306


def _from_ordinal(ordinal):
    """(year, month, day)"""
    days = ordinal + 305  # since March 1 of year 0
    era, days = divmod(days, 146097)
    year = (days - days // 1460 + days // 36524 - days // 146096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    return 400 * era + year + (month >= 10), month + 3 if month < 10 else month - 9, day


def _first_iso_monday(year):
    """The ordinal of the Monday of the week that holds January 4."""
    fourth = _ordinal(year, 1, 4)
    return fourth - (fourth + 6) % 7


def _from_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    first = _first_iso_monday(year)
    if not 1 <= week <= (_first_iso_monday(year + 1) - first) // 7:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(first + 7 * (week - 1) + day - 1)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_ordinal(ordinal):
    if not 1 <= ordinal <= _MAX_ORDINAL:
        raise OverflowError("date value out of range")
    return ordinal


def _field(slot, name, owner=None):
    """An attribute that can be read only."""
    def refuse(self, value):
        raise AttributeError(f"attribute '{name}' of 'datetime.{owner}' objects is not writable" if owner
                             else "readonly attribute")

    return property(lambda self: getattr(self, slot), refuse)


def _shown(value):
    """The class as messages name it."""
    return type(value).__name__


def _invalid_iso(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _check_text(text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")


# --- Spans --------------------------------------------------------------------------------------------------

def _divide(a, b):
    """a / b as an int, halves to even."""
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    quotient, remainder = divmod(a, b)
    remainder *= 2
    if (remainder > b if b > 0 else remainder < b) or remainder == b and quotient % 2:
        quotient += 1
    return quotient


_UNITS = {"days": _DAY, "seconds": 1000000, "microseconds": 1, "milliseconds": 1000, "minutes": 60000000,
          "hours": 3600000000, "weeks": 7 * _DAY}


@name_with_module
class timedelta:
    """A span of time, exact to the microsecond: days, seconds (0 to 86399), microseconds (0 to 999999)."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0  # the microseconds of whole numbers, and what fractions leave
        given = (days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        for (name, unit), amount in zip(_UNITS.items(), given):
            if isinstance(amount, int):
                total += amount * unit
            elif isinstance(amount, float):
                whole = int(amount)
                part = (amount - whole) * unit
                total += whole * unit + int(part)
                rest += part - int(part)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_shown(amount)}")
        if rest:
            rounded = round(rest)
            if abs(rest - int(rest)) == 0.5 and (total + rounded) % 2:
                rounded += 1 if rounded < rest else -1
            total += rounded
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        """Of so many microseconds."""
        self = object.__new__(cls)
        days, rest = divmod(total, _DAY)
        if abs(days) > _MAX_DAYS:
            if not -2**31 <= days < 2**31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= {_MAX_DAYS}")
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        return self

    days = _field("_days", "days")
    seconds = _field("_seconds", "seconds")
    microseconds = _field("_microseconds", "microseconds")

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in
                 (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        name = "datetime.timedelta" if type(self) is timedelta else type(self).__qualname__
        return f"{name}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide(self._total() * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if not isinstance(other, (timedelta, int)):
            return NotImplemented
        if not other:
            raise ZeroDivisionError("integer division or modulo by zero")
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other)

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if not other:
            raise ZeroDivisionError("integer modulo by zero")
        return timedelta._of(self._total() % other._total())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self // other, self % other

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)


timedelta.min = timedelta(-_MAX_DAYS)
timedelta.max = timedelta(_MAX_DAYS, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


# --- Dates --------------------------------------------------------------------------------------------------

class IsoCalendarDate(tuple):
    """Year, week and weekday (1 is Monday) of ISO 8601."""

    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


@name_with_module
class date:
    """A day."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_UNSET, month=_UNSET, day=_UNSET):
        for number, (name, value) in enumerate((("year", year), ("month", month), ("day", day))):
            if value is _UNSET:
                raise TypeError(f"function missing required argument '{name}' (pos {number + 1})")
        self = object.__new__(cls)
        self._year, self._month, self._day = _index(year), _index(month), _index(day)
        _check_date(self._year, self._month, self._day)
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_broken_down(_time.localtime, timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > _MAX_ORDINAL:
            raise ValueError("year is out of range")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string):
        _check_text(date_string)
        from _iso_dates import parse_date
        try:
            fields = parse_date(date_string, _from_iso_week)
        except ValueError:
            raise _invalid_iso(date_string) from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_week(year, week, day))

    year = _field("_year", "year", "date")
    month = _field("_month", "month", "date")
    day = _field("_day", "day", "date")

    def replace(self, year=_UNSET, month=_UNSET, day=_UNSET):
        return type(self)(self._year if year is _UNSET else year, self._month if month is _UNSET else month,
                          self._day if day is _UNSET else day)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        """0 is Monday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 is Monday."""
        return self.weekday() + 1

    def isocalendar(self):
        ordinal = self.toordinal()
        for year in (self._year + 1, self._year, self._year - 1):
            first = _first_iso_monday(year)
            if first <= ordinal:
                return IsoCalendarDate((year, (ordinal - first) // 7 + 1, (ordinal - first) % 7 + 1))

    def timetuple(self):
        return _time_tuple(self, 0, 0, 0, -1)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return _time_text(self, 0, 0, 0)

    def strftime(self, format):
        _check_format(format)
        from _iso_dates import fill_in
        return _time.strftime(fill_in(format, 0, None, None), self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_shown(format)}")
        return self.strftime(format) if format else str(self)

    def __repr__(self):
        return f"{_own_name(self)}({self._year}, {self._month}, {self._day})"

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self).fromordinal(_check_ordinal(self.toordinal() + other._days))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()


def _own_name(self):
    """The class as its repr names it."""
    return f"datetime.{type(self).__name__}" if type(self).__module__ == "datetime" else type(self).__qualname__


def _check_format(format):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {_shown(format)}")


def _time_tuple(day, hour, minute, second, dst):
    yearday = day.toordinal() - _ordinal(day._year, 1, 1) + 1
    return _time.struct_time((day._year, day._month, day._day, hour, minute, second, day.weekday(), yearday, dst))


def _time_text(day, hour, minute, second):
    return (f"{_DAY_NAMES[day.weekday()]} {_MONTH_NAMES[day._month - 1]} {day._day:2d} "
            f"{hour:02d}:{minute:02d}:{second:02d} {day._year:04d}")


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)


# --- Time zones ---------------------------------------------------------------------------------------------

@name_with_module
class tzinfo:
    """What a time zone must tell; a subclass does."""

    __slots__ = ()

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """A time of UTC, whose tzinfo this is, as the time here."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - dst
        return dt + (dt.dst() or timedelta(0))


def _zone_answer(zone, name, argument):
    """What a time zone says, checked; None without a zone."""
    if zone is None:
        return None
    answer = getattr(zone, name)(argument)
    if name == "tzname":
        if answer is not None and not isinstance(answer, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_shown(answer)}'")
        return answer
    if answer is None:
        return None
    if not isinstance(answer, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{_shown(answer)}'")
    if not -_DAY < answer._total() < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return answer


@name_with_module
class timezone(tzinfo):
    """A time zone with always the same offset from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_UNSET):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_shown(offset)}")
        if name is not _UNSET and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_shown(name)}")
        if name is _UNSET:
            name = None
            if not offset:
                return cls.utc
        if not -_DAY < offset._total() < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        return cls._make(offset, name)

    @classmethod
    def _make(cls, offset, name):
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {_shown(dt)}")

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def dst(self, dt):
        self._check(dt, "dst")

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + _offset_text(self._offset)

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is type(self).utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{_own_name(self)}({self._offset!r}{name})"

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)


def _offset_parts(offset):
    return (offset._days, offset._seconds, offset._microseconds)


def _offset_text(offset):
    from _iso_dates import format_offset
    return format_offset(*_offset_parts(offset))


def _zone_of(offset):
    """The time zone of an offset as text gives it: None, or (seconds, microseconds)."""
    return None if offset is None else timezone(timedelta(0, *offset))


UTC = timezone.utc = timezone._make(timedelta(0), None)
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))


# --- Times of day -------------------------------------------------------------------------------------------

@name_with_module
class time:
    """A time of day, in a time zone if it is given one."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second = _index(hour), _index(minute), _index(second)
        self._microsecond, self._tzinfo, self._fold = _index(microsecond), tzinfo, fold
        _check_time(self._hour, self._minute, self._second, self._microsecond, fold)
        _check_zone(tzinfo)
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        _check_text(time_string)
        from _iso_dates import parse_time
        try:
            clock, offset = parse_time(time_string)
        except ValueError:
            raise _invalid_iso(time_string) from None
        return cls(*clock, _zone_of(offset))

    hour = _field("_hour", "hour", "time")
    minute = _field("_minute", "minute", "time")
    second = _field("_second", "second", "time")
    microsecond = _field("_microsecond", "microsecond", "time")
    tzinfo = _field("_tzinfo", "tzinfo", "time")
    fold = _field("_fold", "fold", "time")

    def utcoffset(self):
        return _zone_answer(self._tzinfo, "utcoffset", None)

    def dst(self):
        return _zone_answer(self._tzinfo, "dst", None)

    def tzname(self):
        return _zone_answer(self._tzinfo, "tzname", None)

    def replace(self, hour=_UNSET, minute=_UNSET, second=_UNSET, microsecond=_UNSET, tzinfo=_UNSET, *, fold=_UNSET):
        return type(self)(self._hour if hour is _UNSET else hour, self._minute if minute is _UNSET else minute,
                          self._second if second is _UNSET else second,
                          self._microsecond if microsecond is _UNSET else microsecond,
                          self._tzinfo if tzinfo is _UNSET else tzinfo, fold=self._fold if fold is _UNSET else fold)

    def isoformat(self, timespec="auto"):
        from _iso_dates import format_time
        text = format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        _check_format(format)
        from _iso_dates import fill_in
        offset = self.utcoffset()
        parts = None if offset is None else _offset_parts(offset)
        return _time.strftime(fill_in(format, self._microsecond, parts, self.tzname()),
                              (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    __format__ = date.__format__

    def __repr__(self):
        parts = [self._hour, self._minute, self._second, self._microsecond]
        while len(parts) > 2 and not parts[-1]:
            parts.pop()
        return f"{_own_name(self)}({', '.join(map(str, parts))}{_repr_rest(self)})"

    def _microseconds(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _key(self, offset):
        return self._microseconds() - (0 if offset is None else offset._total())

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        ours, theirs = self.utcoffset(), other.utcoffset()
        return (ours is None) == (theirs is None) and self._key(ours) == other._key(theirs)

    def _keys(self, other):
        ours, theirs = self.utcoffset(), other.utcoffset()
        if (ours is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key(ours), other._key(theirs)

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        ours, theirs = self._keys(other)
        return ours < theirs

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        ours, theirs = self._keys(other)
        return ours <= theirs

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        ours, theirs = self._keys(other)
        return ours > theirs

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        ours, theirs = self._keys(other)
        return ours >= theirs

    def __hash__(self):
        return hash(self._key(self.utcoffset()))

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


def _repr_rest(self):
    """What the repr of a time or datetime says of fold and tzinfo."""
    rest = f", fold={self._fold}" if self._fold else ""
    return rest if self._tzinfo is None else f"{rest}, tzinfo={self._tzinfo!r}"


time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), timedelta(microseconds=1)
_time_class, _tzinfo_class = time, tzinfo


# --- Dates with times ---------------------------------------------------------------------------------------

def _whole_microseconds(timestamp):
    """(seconds, microseconds) of a number of seconds, rounded half to even."""
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) > 2**62:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(timestamp // 1)
        return divmod(whole * 1000000 + round((timestamp - whole) * 1000000), 1000000)
    return _index(timestamp), 0


def _broken_down(convert, timestamp):
    """[year, month, day, hour, minute, second, microsecond]"""
    seconds, microseconds = _whole_microseconds(timestamp)
    if not -62167219200 <= seconds < 253402387200:
        year = 1970 + seconds // 31556952
        raise ValueError(f"year {year} is out of range")
    fields = convert(seconds)
    return [*fields[:5], min(fields[5], 59), microseconds]


def _local_offset(seconds):
    """How far local time is ahead of UTC then, in seconds."""
    fields = _time.localtime(seconds)
    return ((_ordinal(*fields[:3]) - _EPOCH) * 86400 + fields[3] * 3600 + fields[4] * 60 + fields[5]) - seconds


@name_with_module
class datetime(date):
    """A day and a time of day, in a time zone if it is given one."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_UNSET, month=_UNSET, day=_UNSET, hour=0, minute=0, second=0, microsecond=0, tzinfo=None,
                *, fold=0):
        self = date.__new__(cls, year, month, day)
        self._hour, self._minute, self._second = _index(hour), _index(minute), _index(second)
        self._microsecond, self._tzinfo, self._fold = _index(microsecond), tzinfo, fold
        _check_time(self._hour, self._minute, self._second, self._microsecond, fold)
        _check_zone(tzinfo)
        return self

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if tz is None:
            return cls(*_broken_down(_time.localtime, timestamp))
        return tz.fromutc(cls(*_broken_down(_time.gmtime, timestamp), tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls(*_broken_down(_time.gmtime, timestamp))

    @classmethod
    def combine(cls, date, time, tzinfo=_UNSET):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_shown(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_shown(time)}")
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                   time._tzinfo if tzinfo is _UNSET else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string):
        _check_text(date_string)
        from _iso_dates import parse_date, parse_time, split
        try:
            day, clock = split(date_string)
            fields = parse_date(day, _from_iso_week)
            clock, offset = parse_time(clock) if clock else ((), None)
        except ValueError:
            raise _invalid_iso(date_string) from None
        return cls(*fields, *clock, tzinfo=_zone_of(offset))

    @classmethod
    def strptime(cls, date_string, format):
        from _strptime import parse
        found = parse(date_string, format)
        zone = _zone_of(found.get("offset"))
        return cls(*[found[name] for name in ("year", "month", "day", "hour", "minute", "second", "microsecond")], zone)

    hour = _field("_hour", "hour", "datetime")
    minute = _field("_minute", "minute", "datetime")
    second = _field("_second", "second", "datetime")
    microsecond = _field("_microsecond", "microsecond", "datetime")
    tzinfo = _field("_tzinfo", "tzinfo", "datetime")
    fold = _field("_fold", "fold", "datetime")

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=_UNSET, month=_UNSET, day=_UNSET, hour=_UNSET, minute=_UNSET, second=_UNSET,
                microsecond=_UNSET, tzinfo=_UNSET, *, fold=_UNSET):
        given = (year, month, day, hour, minute, second, microsecond, tzinfo)
        fields = [old if new is _UNSET else new for old, new in zip(self._fields(), given)]
        return type(self)(*fields, fold=self._fold if fold is _UNSET else fold)

    def _fields(self):
        return (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                self._tzinfo)

    def utcoffset(self):
        return _zone_answer(self._tzinfo, "utcoffset", self)

    def dst(self):
        return _zone_answer(self._tzinfo, "dst", self)

    def tzname(self):
        return _zone_answer(self._tzinfo, "tzname", self)

    def _microseconds(self):
        """Since the beginning of year 1, whatever the time zone."""
        return ((((self.toordinal() - 1) * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 1000000 + \
            self._microsecond

    @classmethod
    def _of(cls, microseconds, zone):
        days, rest = divmod(microseconds, _DAY)
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return cls(*_from_ordinal(_check_ordinal(days + 1)), minutes // 60, minutes % 60, second, microsecond, zone)

    def timestamp(self):
        """Seconds since 1970 in UTC; without a time zone it is taken for local time."""
        offset = self.utcoffset()
        if offset is not None:
            return (self._microseconds() - offset._total() - (_EPOCH - 1) * _DAY) / 1000000
        return _time.mktime(self.timetuple()) + self._microsecond / 1000000

    def astimezone(self, tz=None):
        """The same moment in another time zone, the local one by default."""
        _check_zone(tz)
        offset = self.utcoffset()
        if offset is None:
            seconds = int(_time.mktime(self.timetuple()))
            offset = timedelta(seconds=_local_offset(seconds))
        utc = self._microseconds() - offset._total()
        if tz is None:
            seconds = utc // 1000000 - (_EPOCH - 1) * 86400
            local = _local_offset(seconds)
            name = _time.tzname[_time.localtime(seconds).tm_isdst > 0]
            tz = timezone(timedelta(seconds=local), name)
        elif tz is self._tzinfo:
            return self
        return tz.fromutc(type(self)._of(utc, tz))

    def timetuple(self):
        dst = self.dst()
        return _time_tuple(self, self._hour, self._minute, self._second, -1 if dst is None else 1 if dst else 0)

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self if offset is None else (self.replace(tzinfo=None) - offset)
        return _time_tuple(utc, utc._hour, utc._minute, utc._second, 0)

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not " + _shown(sep))
        from _iso_dates import format_time
        clock = format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        text = f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}"
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        return _time_text(self, self._hour, self._minute, self._second)

    def strftime(self, format):
        _check_format(format)
        from _iso_dates import fill_in
        offset = self.utcoffset()
        parts = None if offset is None else _offset_parts(offset)
        return _time.strftime(fill_in(format, self._microsecond, parts, self.tzname()), self.timetuple())

    def __repr__(self):
        parts = list(self._fields()[:7])
        while len(parts) > 5 and not parts[-1]:
            parts.pop()
        return f"{_own_name(self)}({', '.join(map(str, parts))}{_repr_rest(self)})"

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented if not isinstance(other, _date_class) else False
        ours, theirs = self.utcoffset(), other.utcoffset()
        return (ours is None) == (theirs is None) and self._key(ours) == other._key(theirs)

    def _key(self, offset):
        return self._microseconds() - (0 if offset is None else offset._total())

    def _keys(self, other):
        """What is to be compared; None: nothing is."""
        if not isinstance(other, datetime):
            if isinstance(other, _date_class):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return None
        ours, theirs = self.utcoffset(), other.utcoffset()
        if (ours is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._key(ours), other._key(theirs)

    def __lt__(self, other):
        keys = self._keys(other)
        return NotImplemented if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._keys(other)
        return NotImplemented if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._keys(other)
        return NotImplemented if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._keys(other)
        return NotImplemented if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        return hash(self._key(self.utcoffset()))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._microseconds() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._microseconds() - other._total(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        ours, theirs = self.utcoffset(), other.utcoffset()
        if (ours is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._key(ours) - other._key(theirs))

    def __reduce__(self):
        return type(self), self._fields()


_date_class = date
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
