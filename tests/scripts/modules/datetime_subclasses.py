# Classes derived from date, datetime, timedelta.
from datetime import date, datetime, timedelta


class Day(date):
    def tomorrow(self):
        return self + timedelta(1)


class Moment(datetime):
    @property
    def short(self):
        return self.strftime("%H:%M")


class Span(timedelta):
    def __str__(self):
        return f"{self.total_seconds():g}s"


day = Day(2024, 2, 28)
print(repr(day), day.tomorrow(), type(day.tomorrow()).__name__, type(day.replace(day=1)).__name__, type(Day.today()).__name__)
moment = Moment(2024, 1, 1, 10, 30)
print(repr(moment), moment.short, type(moment + timedelta(1)).__name__, type(Moment.fromisoformat("2024-01-01")).__name__)
print(type(moment.date()).__name__, type(moment - moment).__name__, moment == datetime(2024, 1, 1, 10, 30))
span = Span(seconds=90)
print(span, repr(span), type(span + span).__name__, span == timedelta(seconds=90), type(moment + span).__name__)
try:
    Day(2024, 2, 30)
except ValueError as e:
    print(e)
try:
    day + 1
except TypeError as e:
    print(e)
