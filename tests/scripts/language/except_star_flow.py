# except*: with else and finally, in loops and functions, several clauses, what is left is raised on.
def run(error):
    log = []
    try:
        try:
            if error:
                raise error
        except* ValueError as group:
            log.append(("value", [str(e) for e in group.exceptions]))
        except* (KeyError, IndexError) as group:
            log.append(("lookup", len(group.exceptions)))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as left:
        log.append(repr(left))
    return log


print(run(None))
print(run(ValueError("plain")))
print(run(ExceptionGroup("g", [ValueError("a"), KeyError("b"), ValueError("c")])))
print(run(ExceptionGroup("g", [TypeError("left"), IndexError("x")])))
print(run(ExceptionGroup("g", [ExceptionGroup("inner", [ValueError("deep"), OSError("o")])])))
print(run(KeyboardInterrupt()))


def nested():
    try:
        raise ExceptionGroup("outer", [ValueError(1), TypeError(2)])
    except* ValueError:
        try:
            raise ExceptionGroup("inner", [TypeError(3)])
        except* TypeError as g:
            print("inner", g.exceptions)
    except* TypeError as g:
        print("outer", g.exceptions)


nested()
for i in range(2):
    try:
        raise ExceptionGroup("loop", [ValueError(i)])
    except* ValueError as g:
        print(i, g.exceptions[0])
