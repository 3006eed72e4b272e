# getdoc(), cleandoc(): docstrings without indentation, inherited where there is none.
import inspect


class Base:
    """A base.

        deep
      less
    """

    def method(self):
        """Of the base."""

    @property
    def size(self):
        """A size."""


class Child(Base):
    def method(self):
        pass

    @property
    def size(self):
        return 1


for thing in Base, Child, Base.method, Child.method, Child().method, Child.size, lambda: 0, 3:
    doc = inspect.getdoc(thing)
    print(repr(doc) if thing != 3 else type(doc))
print(repr(inspect.cleandoc("  a\n    b\n   c\n\n")), repr(inspect.cleandoc("")), repr(inspect.cleandoc("\n\n x\n  y")))


# Two lines
# of comment.
def commented():
    pass


print(repr(inspect.getcomments(commented)), inspect.getcomments(Base))
