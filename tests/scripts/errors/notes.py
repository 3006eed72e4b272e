# Notes added to an exception are printed below it.
# record: stderr
def f():
    e = ValueError("with notes")
    e.add_note("first note")
    e.add_note("second note\nof two lines")
    raise e


try:
    f()
except ValueError as e:
    print(e, e.__notes__)
    e.add_note("added by the handler")
    raise
