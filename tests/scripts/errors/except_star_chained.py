# record: stderr
try:
    try: raise ValueError(1)
    except* ValueError as e: raise TypeError(2)
except* TypeError as e:
    raise KeyError(3)
