# record: stderr
def leaf(e):
    try: raise e
    except Exception as x: return x
def inner():
    raise ExceptionGroup("in", [leaf(ValueError(1)), TypeError("two\nlines"), leaf(OSError())])
try:
    try:
        inner()
    except Exception as e:
        e.add_note("note one\nnote 1b")
        e.add_note("note two")
        c = KeyError("ctx"); 
        raise ExceptionGroup("multi\nline", [e, leaf(c)]) from leaf(IndexError("cause"))
except Exception as e:
    raise ExceptionGroup("outer", [leaf(SyntaxError("bad", ("f.py", 1, 2, "a b c\n", 1, 4))), e, NameError("zz")])
