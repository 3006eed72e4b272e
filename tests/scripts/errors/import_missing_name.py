# A name that a script's module does not have.
# record: stderr
from _helper import double

print(double(2))
try:
    from _helper import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0], e.name)
import _helper

_helper.dubble(1)
