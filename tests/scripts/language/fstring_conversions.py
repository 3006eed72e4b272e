# f-strings: conversions and format specifications, also of objects with __format__.
class Thing:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "réпр"

    def __format__(self, spec):
        return f"format({spec})"


t, width, precision = Thing(), 8, 3
print(f"{t} {t!s} {t!r} {t!a} {t:spec} {t!s:>5} {t!r:^8}| {t: } {t:} {t::}")
print(f"{3.14159:{width}.{precision}f}|{3.14159:.{precision}}|{'text':{'*'}{'^'}{width}}|{42:#x} {42:08b} {-42:+,} {1234567:_}")
print(f"{'a'!r:>{width}}|{5:<{width}}|{5:>{width}}|{5:^{width}}|{True:d} {None!s:>6}")
print(f"{{}} {{x}} {{{width}}} {{{{{width}}}}} {'{'} {'}'}")
print(f"{width:=5} {width!s:=<5} {width:=+5}")
for bad in ("f'{5:s}'", "f'{None:>5}'", "f'{[]:d}'", "f'{5:.2}'", "f'{1.5:d}'", "f'{\"a\":d}'", "f'{5:{None}}'", "f'{5:q}'", "f'{undefined}'"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
