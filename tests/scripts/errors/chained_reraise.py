# A bare raise shows where the exception first came from; the handler's lines are not added.
# record: stderr
def risky(n):
    return 10 // n


def guarded(n):
    try:
        return risky(n)
    except ZeroDivisionError:
        print("logging", n)
        raise
    finally:
        print("finally", n)


print(guarded(3))
guarded(0)
