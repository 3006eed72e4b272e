# sys._getframe: the line a frame stands at, its names, who called it; and what code objects tell.
import sys

def inner(a, b=2):
    c = a + b
    frame = sys._getframe()
    print(frame.f_lineno, frame.f_code.co_name)
    print(frame.f_lineno, sorted(frame.f_locals))
    print(frame.f_back.f_code.co_name, frame.f_back.f_lineno, frame.f_back.f_locals)
    print(frame.f_back.f_back.f_code.co_name, frame.f_globals is globals(), sys._getframe(1).f_lineno)
    print(frame.f_back.f_back.f_locals is globals(), frame.f_back.f_back.f_back)
    return frame

def outer(x):
    y = [x]
    return inner(
        x)

ended = outer(1)
print(ended.f_code.co_name, ended.f_locals["c"])

class Body:
    names = sorted(sys._getframe().f_locals)
    print(names, sys._getframe().f_code.co_name)

def generator():
    frame = sys._getframe()
    yield frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_lineno
    yield from delegate()

def delegate():
    yield sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name

def drive():
    print(list(generator()))

drive()
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)

def kinds(a, /, b, *args, c, d=4, **rest):
    local = 1
    shared = a
    def use():
        nonlocal shared
        return shared, b
    return use

code = kinds.__code__
print(code.co_varnames, code.co_nlocals, sorted(code.co_cellvars), code.co_freevars)
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags, code.co_qualname)
use = kinds(1, 2, c=3)
print(use.__code__.co_freevars, [cell.cell_contents for cell in use.__closure__], use.__code__.co_qualname)
use.__closure__[1].cell_contents = 10
print(use())

def pair(a, b=1, *, c=2):
    return a, b, c

pair.__defaults__ = (5, 6)
pair.__kwdefaults__ = {"c": 7}
print(pair(), pair.__defaults__, pair.__kwdefaults__)
pair.__defaults__ = None
try:
    pair()
except TypeError as e:
    print(e)
