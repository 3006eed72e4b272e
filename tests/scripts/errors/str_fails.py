# An exception whose __str__ itself fails.
# record: stderr
class Broken(Exception):
    def __str__(self):
        raise ValueError("no text for you")


raise Broken("x")
