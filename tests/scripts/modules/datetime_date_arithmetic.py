# Days forwards and back, and comparisons.
from datetime import date, datetime, timedelta

d = date(2024, 2, 28)
print(d + timedelta(2), d - timedelta(days=60), timedelta(366) + d, date(2024, 12, 25) - d, d - d)
print(d + timedelta(hours=23), d + timedelta(hours=25), d - timedelta(hours=1))
print(d < date(2024, 3, 1), d <= d, d == date(2024, 2, 28), d != 3, d > date.min, max(d, date.max))
print(sorted([date(2024, 3, 1), date(2023, 1, 1), d]), d in {date(2024, 2, 28)})
print(d == datetime(2024, 2, 28), datetime(2024, 2, 28) == d)
start = date(2024, 1, 29)
print([(start + timedelta(n)).strftime("%a %d") for n in range(5)])
age = date(2024, 6, 1) - date(2000, 6, 1)
print(age, age.days // 365)
