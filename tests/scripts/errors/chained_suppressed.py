# raise from None hides the context.
# record: stderr
def f():
    try:
        {}["k"]
    except KeyError:
        raise ValueError("only this is shown") from None


f()
