# record: stderr
def rec(n):
    if n: rec(n-1)
    else: raise ValueError("x + y")
try: rec(6)
except Exception as e:
    try: raise ExceptionGroup("r", [e]) from e
    except Exception as q:
        raise RuntimeError("hm") from q
