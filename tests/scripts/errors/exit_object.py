# SystemExit with an object prints its str.
# record: stderr
class Reason:
    def __str__(self):
        return "a reason object"


try:
    raise SystemExit([1, "two"])
except SystemExit as e:
    print(e.code)
raise SystemExit(Reason())
