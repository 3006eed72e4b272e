# f-strings read names where they stand: locals, cells, class bodies, comprehensions, defaults.
def outer(a):
    def inner(b, c=f"{a}!"):
        return f"{a}{b}{c}"
    return inner


print(outer("A")("B"), outer(1)(2, 3))


class Body:
    x = "class x"
    text = f"{x} in {__qualname__}"
    many = [f"{i}" for i in range(3)]


x = "global x"
print(Body.text, Body.many, (lambda x: f"{x}")("lambda x"), [f"{x}{y}" for x in "ab" for y in range(2)])


def order():
    log = []

    def note(value):
        log.append(value)
        return value
    text = f"{note(1)}{note(2):{note(5)}}{note(3)!r:>{note(4)}}"
    return text, log


print(order())


def generator():
    text = f"{(yield 'first')} and {(yield 'second')}"
    yield text


g = generator()
print(next(g), g.send("A"), g.send("B"))
print(f"{f'{1}' f'{2}'}" f"{3}" "4", f"", f"" "a", repr(f"{''}"))
