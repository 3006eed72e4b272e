"""except* in except*, in loops, with finally and functions around."""

from _exceptions import attempt


def nested():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
        except* TypeError:
            raise
        except* ValueError:
            try:
                raise ExceptionGroup("h", [ValueError(4), KeyError(5)])
            except* KeyError:
                1 / 0
    except* ZeroDivisionError as e:
        print("caught", repr(e))


def in_loops():
    for i in range(4):
        try:
            if i == 3:
                break
            raise ExceptionGroup("g", [ValueError(i), TypeError(i)])
        except* ValueError as e:
            for j in range(5):
                if j == 1:
                    continue
                if j == 3:
                    break
                print(i, j, repr(e))
            while True:
                break
        except* TypeError:
            def helper():
                for k in range(2):
                    return k
            print(helper())
        finally:
            print("finally", i)


def returns():
    try:
        return "body"
    except* ValueError:
        print("no")
    finally:
        print("finally")


def returns_from_else():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        return "else"


def finally_wins():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        pass
    finally:
        return "swallowed"


def variables():
    seen = []
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        first = e
        seen.append(lambda: first)
    except* KeyError as e:
        second = [e for e in e.exceptions]
    print(repr(seen[0]()), second)


def inside_except():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError:
            raise
    except ExceptionGroup as e:
        print("whole", repr(e))


attempt(nested)
attempt(in_loops)
print(returns(), returns_from_else(), finally_wins())
attempt(variables)
attempt(inside_except)
