# record: stderr
try:
    pass
except* ValueError:
    pass
except KeyError:
    pass
