# exec() and eval() of the code of a function: its own globals, no arguments, no free variables.
total = 10


def plain():
    global total
    total += 1
    return total


def wants(a, b=2):
    return a + b


def outer():
    x = 1

    def inner():
        return x
    return inner


print(eval(plain.__code__), total)
print(exec(plain.__code__), total)
for code in (wants.__code__, outer().__code__):
    try:
        eval(code)
    except TypeError as error:
        print(error)
print(eval(compile("total * 2", "<made>", "eval")), exec(compile("made = total", "<made>", "exec")), made)
