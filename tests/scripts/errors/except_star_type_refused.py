# record: stderr
try:
    raise ValueError(1)
except* (KeyError, ExceptionGroup):
    pass
