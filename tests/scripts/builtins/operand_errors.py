# The TypeErrors that operators give for operands that do not fit.
# python: 3.11
values = {"int": 1, "str": "a", "list": [1], "dict": {}, "None": None, "func": len}
ops = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b,
    "<<": lambda a, b: a << b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "@": lambda a, b: a @ b, "<": lambda a, b: a < b, "in": lambda a, b: a in b, "[]": lambda a, b: a[b],
}
for op, f in ops.items():
    seen = []
    for na, a in values.items():
        for nb, b in values.items():
            if op == "%" and na in ("str", "bytes"):
                continue
            try:
                f(a, b)
            except (TypeError, KeyError, IndexError, ValueError) as e:
                text = f"{type(e).__name__}: {e}"
                if text not in seen:
                    seen.append(text)
    for text in seen:
        print(op, text)
for name, v in values.items():
    for op, f in (("-", lambda v: -v), ("+", lambda v: +v), ("~", lambda v: ~v), ("()", lambda v: v()), ("iter", lambda v: [*v]), ("**", lambda v: dict(**v)), (".x", lambda v: v.x), ("len", lambda v: len(v))):
        if op == "()" and name == "func":
            continue
        try:
            f(v)
        except (TypeError, AttributeError) as e:
            print(op, name, e)
for name, v in values.items():
    try:
        v[0] = 1
        print(name, v)
    except TypeError as e:
        print("setitem", e)
    try:
        v.x = 1
    except AttributeError as e:
        print("setattr", e)
