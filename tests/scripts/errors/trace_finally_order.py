# Output and tracebacks keep their order; finally blocks run before the traceback is printed.
# record: stderr
def a():
    try:
        b()
    finally:
        print("a's finally")


def b():
    try:
        raise IndexError("from b")
    except KeyError:
        print("never")
    finally:
        print("b's finally")


try:
    a()
finally:
    print("module's finally")
