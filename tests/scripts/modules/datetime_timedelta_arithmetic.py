# Arithmetic with spans.
from datetime import timedelta

a, b = timedelta(days=1, hours=2, seconds=3, microseconds=4), timedelta(hours=7)
print(a + b, a - b, b - a, -a, +a, abs(b - a))
print(a * 3, 3 * a, a * -1, a * 1.5, 0.1 * a, b * 0)
print(a / b, a / 3, a / 1.5, b / -7, a // b, a // 7, a % b, divmod(a, b), divmod(-a, b))
print(a > b, a == b, a != b, a <= a, b < a, a == 3, a != "x")
print(timedelta(microseconds=5) / 2, timedelta(microseconds=7) / 2, timedelta(microseconds=1) * 0.5)
print(sum([a, b], timedelta()), max(a, b), min(a, b))
t = timedelta(seconds=10)
t += timedelta(seconds=5)
t *= 2
print(t, t.total_seconds() / 60)
