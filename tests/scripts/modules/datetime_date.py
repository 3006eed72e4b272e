# date: parts, weekdays, ordinals, calendars.
import copy
from datetime import date, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar())
print(d.replace(day=1), d.replace(year=2020, month=3), date(year=2023, month=1, day=2))
print(d.timetuple(), d.ctime(), d.isoformat(), str(d))
print(date.fromordinal(1), date.fromordinal(738000), date.fromisocalendar(2024, 1, 1), date.fromisocalendar(2020, 53, 7))
print(date.min, date.max, date.resolution, type(date.today()).__name__)
print(date.fromtimestamp(0), date.fromtimestamp(1e9), date.fromtimestamp(-86400))
for year in 1999, 2000, 2004, 2009, 2010, 2015, 2016, 2021, 2100:
    first, last = date(year, 1, 1), date(year, 12, 31)
    print(year, tuple(first.isocalendar()), tuple(last.isocalendar()), (last - first).days)
week = d.isocalendar()
print(week.year, week.week, week.weekday, week == (2024, 9, 4), hash(d) == hash(copy.copy(d)), copy.deepcopy(d) == d)
print([date.fromordinal(date(2023, 12, 30).toordinal() + n).isoformat() for n in range(4)])
total = 0
for ordinal in range(1, 3652060, 10007):
    total += date.fromordinal(ordinal).toordinal() == ordinal
print(total)
