# Loggers form a tree of dotted names; records go up.
import logging
import sys


class Collect(logging.Handler):
    def __init__(self, name):
        super().__init__()
        self.title = name

    def emit(self, record):
        print(f"  {self.title} gets {record.name}: {record.getMessage()}")


deep = logging.getLogger("a.b.c")
print(deep.parent, deep)
top = logging.getLogger("a")
print(deep.parent, top.parent)
middle = logging.getLogger("a.b")
print(deep.parent, middle.parent)
other = logging.getLogger("ab")
print(other.parent, other.getChild("x.y").name, logging.getLogger().getChild("z").name)
print(logging.getLogger() is logging.root is logging.getLogger("root"), logging.getLogger("a") is top)
for logger in logging.root, top, deep:
    logger.addHandler(Collect(logger.name))
print("deep"); deep.warning("one %d", 1)
middle.propagate = False
print("cut"); deep.warning("two")
middle.propagate = True
top.setLevel("ERROR")
print("level", deep.getEffectiveLevel(), other.getEffectiveLevel()); deep.warning("three"); deep.error("four")
print(deep.hasHandlers(), other.hasHandlers(), deep.handlers == [deep.handlers[0]])
deep.removeHandler(deep.handlers[0])
print("removed"); deep.error("five")
