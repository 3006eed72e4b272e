# record: stderr
def f():
    try:
        pass
    except* ValueError:
        for x in y:
            return x
