# Which name is meant: local, enclosing, global, builtin; when it is looked up.
x = "global"


def reads():
    return x


def assigns():
    x = "local"
    return x, reads()


def enclosing():
    x = "enclosing"

    def inner():
        def innermost():
            return x
        return innermost()

    def changed():
        return x
    result = inner()
    x = "enclosing, changed"
    return result, changed()


print(reads(), assigns(), enclosing())


def parameter(x, y=lambda: x):
    return x, y(), (lambda: x)()


print(parameter("argument"))


def conditional(flag):
    if flag:
        maybe = 1
    try:
        return maybe
    except UnboundLocalError as e:
        return str(e)


print(conditional(True), conditional(False))


def loop():
    functions = []
    for i in range(3):
        def f(j=i):
            return i, j
        functions.append(f)
    return [f() for f in functions]


print(loop())


def comprehension():
    return [x for x in "ab"], x


print(comprehension())


def late():
    return defined_later


try:
    late()
except NameError as e:
    print(e)
defined_later = "now"
print(late())


def deleted():
    global gone
    gone = 1
    del gone
    return "gone" in globals()


print(deleted(), [name for name in dir() if name.startswith("def")])
print((lambda: [y := 1, (lambda: y)()])(), eval("x"), eval("x", {"x": "given"}), eval("[x for _ in '1']", {"x": 5}))
