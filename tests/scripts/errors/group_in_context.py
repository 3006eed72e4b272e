# record: stderr
def f():
    try:
        raise ExceptionGroup("a", [ValueError(1)])
    except ExceptionGroup as g:
        raise KeyError("next")
try:
    f()
except KeyError as k:
    raise BaseExceptionGroup("b", [k, KeyboardInterrupt()])
