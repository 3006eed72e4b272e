# record: stderr
e = ValueError("deep")
for i in range(13):
    e = ExceptionGroup("level %d" % i, [e, TypeError(i)])
raise e
