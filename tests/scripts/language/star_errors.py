# Stars over what cannot be walked, or mapped; too many and too few items.
def show(text):
    try:
        print(eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


def f(*args, **kwargs):
    return args, kwargs


for text in ("[*5]", "(*None,)", "{*5}", "{**5}", "{**[1]}", "f(*5)", "f(**5)", "f(*[1], *None)", "f(**{1: 2})", "f(a=1, **{'a': 2})",
             "f(**{'a': 1}, **{'a': 2})", "f(**[('a', 1)])", "[*{}, *'', *()]", "f(*'ab', **{'c': 1})", "print(*5)", "{**{1: 2}}"):
    show(text)
for code in ("a, b = 1, 2, 3", "a, b = 1,", "a, *b, c = 1,", "a, b = 5", "(a, b), c = 1, 2", "[a, b] = 'abc'", "a, b = {1}", "*a, b = ()",
             "a, b, *c = iter('x')", "a, (b, *c) = 1, 2", "a, b = None"):
    try:
        exec(code)
    except Exception as e:
        print(code, "->", type(e).__name__, e)
