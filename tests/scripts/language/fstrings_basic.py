# f-strings: expressions, nesting, conversions, = and braces.
name, n, pi, items = "Ann", 42, 3.14159, [1, "two", 3.0]
print(f"{name} {n} {pi} {items} {name!r} {name!s} {'é'!a} {None} {True}")
print(f"{n + 1} {n * 2 if n else 0} {name.upper()} {items[1]} {len(items)} {{literal}} {{{n}}} {{}}")
print(f"{n=} {n = } {name=} {name=!s} {n+1=} {pi=:.2f} {items[0]=} { n = :>6}|{n=!r:>5}|")
print(f"{name!r:>8}|{name:<6}|{name:^7}|{n:05d}|{n:+}|{pi:.3f}|{pi:8.2f}|{n:x}|{n:#b}|{n:,}")
width, prec, spec = 10, 3, ">8"
print(f"{pi:{width}.{prec}}|{name:{spec}}|{name:{'*'}^{width}}|{n:{'0'}{width}}|{pi:.{prec}f}")
print(f"{'nested ' + f'{n} deep ' + f'{name!r}'}", f"""{f'{f"{n}"}'}""")
print(f"{ {'a': 1}['a'] } {[x for x in range(3)]} {(lambda x: x * 2)(4)} { {1, 1} } {(1, 2)}")
print(f"""triple {n}
second {name
}""")
d = {"key": "value", 1: "int"}
print(f"{d['key']} {d[1]} {d.get('none')!r} {d}")
print(f"{n!r}" f"{n}" "plain" f"{name}", f"", f"no fields", f"{'{'}{'}'}", f"{'a' 'b'}")
print(f"{n:>{width}}|{n:<{width}}|{n:^{width}}|{-n:=+{width}}|")
print(f"{n if n > 5 else 'small'} {n != 42} {n == 42} {n >= 3} {n <= 3} {not n} {'a' in 'abc'} {n, pi}")


class P:
    def __str__(self):
        return "str(P)"

    def __repr__(self):
        return "repr(P)"

    def __format__(self, spec):
        return f"format(P,{spec!r})"


p = P()
print(f"{p} {p!s} {p!r} {p:abc} {p!r:>9}|{p!s:^10}|{p=} {p=!s} {p=:x}", [p], f"{[p]}")
print(f"{lambda_free if (lambda_free := 3) else 0} {(y := 5)} {y} {n:{y}}|")
print(f"{'quote'}" + f'{"double"}' + f"{name + '!'}", f"{n}\t{n}\n{n}", f"\x41{n}\u00e9", rf"\{n}")
print(f"{1_000:_} {0x10} {1e3} {1 if 1 else 2:>3}", f"{n:d}{n:d}", f"{'x' * 3:>5}", f"{3 .real}")


async def later():
    return f"{await now()}"


async def now():
    return "awaited"


try:
    later().send(None)
except StopIteration as e:
    print(e.value)
