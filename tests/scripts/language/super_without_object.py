# super() where self is None, super(C, None) and super(C): bound to nothing, so without the class's attributes.
class Base:
    def m(self):
        return "base"


class Derived(Base):
    def m(self):
        return hasattr(super(), "m"), type(super()).__name__

    def call(self):
        return super().m()


print(Derived.m(Derived()), Derived.m(None))
print(Derived().call())
for use in (lambda: Derived.call(None), lambda: super(Derived, None).m(), lambda: super(Derived).m(), lambda: super(Derived, 5),
            lambda: super(5), lambda: super(Derived, Base()), lambda: super(Base, Derived()).m(), lambda: super()):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)
print(super(Derived, None).__self__, super(Derived, Derived()).__thisclass__.__name__)
