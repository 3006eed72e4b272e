# An exception from a with body and from __exit__.
# record: stderr
class Door:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, kind, value, tb):
        print("close", kind.__name__)
        raise RuntimeError("the door is stuck")


with Door() as d:
    print("inside")
    d.missing
