# A module of CPython's library that Bide does not have is refused by name; an unknown one in CPython's words.
# bide-only: CPython has the module
# record: stderr
try:
    import sqlite3
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
import jsn
