# try/except/else/finally: every way out of each part.
def run(kind):
    print(kind, end=": ")
    for i in range(3):
        try:
            print("try", i, end=" ")
            if kind == "return":
                return "returned"
            if kind == "break" and i == 1:
                break
            if kind == "continue":
                continue
            if kind == "value":
                raise ValueError(kind)
            if kind == "key":
                raise KeyError(kind)
            if kind == "uncaught":
                raise OSError(kind)
            if kind == "nested":
                try:
                    raise IndexError
                except ValueError:
                    print("never")
                finally:
                    print("inner finally", end=" ")
        except ValueError as e:
            print("except", e, end=" ")
        except (KeyError, IndexError) as e:
            print("except tuple", repr(e), end=" ")
            return "returned from except"
        else:
            print("else", end=" ")
            if kind == "else-return":
                return "returned from else"
            if kind == "else-raise":
                raise TypeError("from else")
        finally:
            print("finally", end="; ")
    else:
        return "loop done"
    return "after break"


for kind in ("normal", "return", "break", "continue", "value", "key", "uncaught", "nested", "else-return", "else-raise"):
    try:
        print("->", run(kind))
    except Exception as e:
        print("-> raised", repr(e))


def override():
    try:
        return "try"
    finally:
        return "finally wins"


def swallow():
    try:
        raise ValueError
    finally:
        return "swallowed"


def loop_swallow():
    for i in range(3):
        try:
            1 / 0
        finally:
            if i < 2:
                continue
            break
    return f"left at {i}"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def deep():
    try:
        try:
            try:
                return "deep"
            finally:
                print("f1", end=" ")
        finally:
            print("f2", end=" ")
    finally:
        print("f3", end=" ")


def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n == 2:
                continue
            if n == 4:
                break
        finally:
            print("n", n, end=" ")
    return n


print(override(), swallow(), loop_swallow(), value_kept(), deep(), while_finally())
