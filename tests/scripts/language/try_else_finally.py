# try: the order of else and finally, with and without exceptions.
def run(action):
    log = []
    try:
        log.append("try")
        action()
    except ValueError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


def fails():
    raise ValueError


print(run(lambda: None), run(fails))
try:
    run(lambda: 1 / 0)
except ZeroDivisionError as e:
    print(e)


def else_raises():
    try:
        pass
    except ValueError:
        return "caught"
    else:
        raise ValueError("from else")
    finally:
        print("finally")


try:
    else_raises()
except ValueError as e:
    print("not caught there:", e)


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as e:
        print("outer", e)
        try:
            raise
        except KeyError as again:
            print("again", again is e)


nested()
