# An exception raised while another is handled.
# record: stderr
def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return table["default"]


print(lookup({"a": 1}, "a"))
print(lookup({"default": 2}, "b"))
lookup({}, "missing")
