# record: stderr
def f():
    while 1:
        try:
            pass
        except* ValueError:
            for x in y: pass
            else:
                break
