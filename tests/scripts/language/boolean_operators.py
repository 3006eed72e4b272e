# and, or, not: which operand is the result, what is not evaluated, precedence.
def note(x):
    print("<%r>" % (x,), end=" ")
    return x


print(note(0) and note(1), note(1) and note(2), note(0) or note("") or note([]), note(3) or note(4))
print(1 or 1 / 0, 0 and 1 / 0, not 0, not [], not "a", not not 5, None or "default", [] and "never")
print(1 or 0 and 0, (1 or 0) and 0, not 1 or 1, not (1 or 1), 1 and 2 or 3, 0 and 2 or 3, not 0 == 1, True and not False)


class Falsy:
    def __bool__(self):
        print("asked", end=" ")
        return False


class Empty:
    def __len__(self):
        return 0


class Wrong:
    def __bool__(self):
        return 5


print(bool(Falsy() and 1 / 0) is False, (Falsy() or Empty() or "last"), not Falsy(), bool(Empty()))
try:
    not Wrong()
except TypeError as e:
    print(e)
if note(1) and not note(0) or note("unseen"):
    print("taken")
