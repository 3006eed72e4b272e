# What spans refuse.
from datetime import timedelta

t = timedelta(1, 2, 3)
for attempt in (lambda: timedelta(days="a"), lambda: timedelta(minutes=None), lambda: timedelta(10**9),
                lambda: timedelta(days=1e10), lambda: timedelta.max + timedelta(1), lambda: timedelta.min - t,
                lambda: t / 0, lambda: t // 0, lambda: t / 0.0, lambda: t % timedelta(0), lambda: t / timedelta(0),
                lambda: t // timedelta(0), lambda: divmod(t, timedelta(0)), lambda: t + 1, lambda: 1 - t,
                lambda: t * t, lambda: t < 1, lambda: t // 1.5, lambda: t % 3, lambda: 3 / t, lambda: round(t),
                lambda: setattr(t, "days", 3), lambda: int(t)):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
