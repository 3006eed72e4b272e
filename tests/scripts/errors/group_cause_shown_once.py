# record: stderr
e = ExceptionGroup("a", [ValueError(1)])
e.__cause__ = ExceptionGroup("cause", [ValueError(2), KeyError(3)])
f = ExceptionGroup("b", [e, e])
f.__context__ = e
raise f
