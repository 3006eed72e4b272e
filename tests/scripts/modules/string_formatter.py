# string.Formatter: str.format() that a class can change.
from string import Formatter

f = Formatter()
print(f.format("{0} {1!r} {name:>5} {{}}", 1, "two", name="x"), f.format("{} {}", 1, 2), f.format("{:{}}|", "a", 4))
print(f.format("{0[k]} {0[1]} {1.real}", {"k": "v", 1: "i"}, 3), f.vformat("{a}", (), {"a": 1}))
print(list(f.parse("a {b} c {d!r:>{w}} {{x}} {}")))
print(f.get_field("0.real", (5,), {}), f.get_value("k", (), {"k": 1}))


class Defaults(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)))


print(Defaults().format("{a} {b} {0}", "z", a=1))


def attempt(text, *args, **kwargs):
    try:
        print(f.format(text, *args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


for text in "{", "}", "{a", "{0} {}", "{} {0}", "{!x}", "{a}", "{2}", "{!}", "{0!r5}":
    attempt(text, 1, 2)
