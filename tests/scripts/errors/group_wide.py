# record: stderr
raise ExceptionGroup("w", [ExceptionGroup("v", [ValueError(i) for i in range(20)]), *[KeyError(i) for i in range(16)]])
