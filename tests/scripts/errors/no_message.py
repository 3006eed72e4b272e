# Exceptions without a message, and with several arguments.
# record: stderr
class Quiet(Exception):
    pass


try:
    raise Quiet
except Quiet as e:
    print(repr(e), str(e) == "")
try:
    raise Quiet(1, "two")
except Quiet:
    raise Quiet
