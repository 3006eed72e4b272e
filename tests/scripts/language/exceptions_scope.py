# The name bound by except is unbound at its end; handlers are evaluated in order; errors in them.
e = "outer"
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as n:
    print(n)


def f():
    try:
        raise KeyError("k")
    except KeyError as err:
        pass
    try:
        return err
    except UnboundLocalError as u:
        return str(u)


print(f())


def g():
    try:
        raise ValueError("v")
    except ValueError as err:
        del err
    try:
        raise ValueError("w")
    except ValueError as err:
        err = "rebound"
    return "fine"


print(g())


def kinds(name):
    print("evaluating", name, end=" ")
    return {"V": ValueError, "K": KeyError, "L": LookupError}[name]


for exc in (ValueError, KeyError, IndexError):
    try:
        raise exc
    except kinds("V"):
        print("V")
    except kinds("K"):
        print("K")
    except kinds("L"):
        print("L")


def handler_fails():
    try:
        raise ValueError("a")
    except ValueError as err:
        return 1 / 0
    except ZeroDivisionError:
        return "a handler's own error is not for its neighbours"


try:
    handler_fails()
except ZeroDivisionError as z:
    print(z, repr(z.__context__))
for attempt in range(4):
    try:
        if attempt == 0:
            raise ValueError
        elif attempt == 1:
            raise KeyboardInterrupt
        elif attempt == 2:
            raise SystemExit(9)
        print("no error")
    except Exception:
        print("Exception")
    except:
        print("bare except")
catch = ()
try:
    try:
        1 / 0
    except catch:
        print("never")
except ZeroDivisionError:
    print("an empty tuple catches nothing")


def retry(fails):
    for n in range(5):
        try:
            if n < fails:
                raise OSError(n)
        except OSError as err:
            print("retry after", err, end=" ")
            continue
        else:
            return f"ok at {n}"
        finally:
            print("|", end=" ")
    return "gave up"


print(retry(2), retry(0), retry(9))


def closure():
    try:
        raise ValueError("kept")
    except ValueError as err:
        keep = err
        show = lambda: err
        before = show()
    try:
        show()
    except NameError as n:
        return before is keep, str(n)


print(closure())
import sys
try:
    1 / 0
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, tb is value.__traceback__)
print(sys.exc_info())
