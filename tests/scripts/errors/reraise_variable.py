# raise of the caught variable adds the line that raises it again.
# record: stderr
def risky():
    raise LookupError("original")


def again():
    try:
        risky()
    except LookupError as e:
        saved = e
    print("handled, then raised again")
    raise saved


again()
