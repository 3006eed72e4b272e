# nonlocal: closures that change what they close over.
def counter(start=0):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    def peek():
        return n

    def reset():
        nonlocal n
        n = start
    return step, peek, reset


step, peek, reset = counter(10)
print(step(), step(5), peek(), reset(), peek())
other, *_ = counter()
print(other(), peek())


def deep():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "from inner"
        inner()
        return x

    def shadows():
        x = "own"

        def inner():
            nonlocal x
            x += "!"
            return x
        return inner()
    return middle(), shadows(), x


print(deep())


def deleting():
    x = 1

    def delete():
        nonlocal x
        del x
    delete()
    try:
        x
    except NameError as e:
        print(type(e).__name__, e)
    try:
        delete()
    except NameError as e:
        print(type(e).__name__, e)
    x = 2
    delete()


deleting()


def unset():
    def get():
        return later
    try:
        get()
    except NameError as e:
        print(type(e).__name__, e)
    later = "set"
    return get()


print(unset())
