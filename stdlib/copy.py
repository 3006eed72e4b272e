"""Copies of objects: one level deep, or all the way down."""
from _collections import deque as _deque

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error


class _Class:
    def method(self):
        pass


_Method = type(_Class().method)
_Property = property

# What cannot change, or is what it is: its own copy.
_ATOMIC = frozenset((
    type(None), bool, int, float, str, bytes, type, range, type(...), type(NotImplemented), type(len),
    type(lambda: None), _Property, type(int | str), type(list[int]),
))


def copy(x):
    """A copy of x whose parts are the very parts of x."""
    cls = type(x)
    if cls in _ATOMIC or cls in (tuple, frozenset, slice) or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, lambda part: part, None)


def deepcopy(x, memo=None):
    """A copy of x and of all that it is made of; `memo` maps the ids of what is copied already to the copies."""
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    cls = type(x)
    if cls in _ATOMIC or issubclass(cls, type):
        return x
    if cls is list:
        copied = memo[id(x)] = []
        for item in x:
            copied.append(deepcopy(item, memo))
    elif cls is bytearray:
        copied = memo[id(x)] = x.copy()
    elif cls is dict:
        copied = memo[id(x)] = {}
        for key, value in x.items():
            copied[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        parts = [deepcopy(item, memo) for item in x]
        # A list in x may hold x itself: then the copy has been made on the way.
        copied = memo.get(id(x))
        if copied is None:
            same = all(part is item for part, item in zip(parts, x))
            copied = x if same else tuple(parts)
    elif cls is _Method:
        copied = _Method(x.__func__, deepcopy(x.__self__, memo))
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            copied = copier(memo)
        else:
            copied = _rebuild(x, lambda part: deepcopy(part, memo), memo)
    if copied is not x:
        memo[id(x)] = copied
        memo.setdefault(id(memo), []).append(x)  # Its id must not be given to another object meanwhile.
    return copied


def _reduced(x):
    """How x can be made anew, as its class says or as _reduce() does: five parts, or a str where x is a global name."""
    cls = type(x)
    reduce = getattr(cls, "__reduce_ex__", None)
    if reduce is not None:
        reduced = reduce(x, 4)
    else:
        reduce = getattr(cls, "__reduce__", None)
        reduced = _reduce(x) if reduce is None else reduce(x)
    return reduced if isinstance(reduced, str) else (tuple(reduced) + (None, None, None))[:5]


def _rebuild(x, part, memo):
    """A new object like x, its parts run through part(); a deep copy is in the memo before its parts are made."""
    reduced = _reduced(x)
    if isinstance(reduced, str):
        return x
    function, args, state, items, pairs = reduced
    made = function(*[part(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, part(state))
    if items is not None:
        add = made.add if isinstance(made, set) else made.append
        for item in items:
            add(part(item))
    if pairs is not None:
        for key, value in pairs:
            made[part(key)] = part(value)
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        made.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(made, name, value)


def _new_object(cls, *args):
    return cls.__new__(cls, *args)


def _state(x):
    """What an object's attributes are: a dict, or a pair of dicts where there are slots; None: it has none."""
    getter = getattr(x, "__getstate__", None)
    if getter is not None:
        return getter()
    attributes = getattr(x, "__dict__", None) or None
    slots = {}
    for base in type(x).__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name[:2] == "__" and name[-2:] != "__":
                name = f"_{base.__name__.lstrip('_')}{name}"
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                slots[name] = getattr(x, name)
    return (attributes, slots) if slots else attributes


def _reduce(x):
    """How x can be made anew: a function, its arguments, the state, items to append, pairs to set."""
    cls = type(x)
    getter = getattr(x, "__getnewargs__", None)
    if isinstance(x, BaseException):
        return cls, x.args, _state(x)
    if getter is not None:
        return _new_object, (cls, *getter()), _state(x)
    if isinstance(x, _deque):
        return _make_deque, (cls, x.maxlen), _state(x), iter(x)
    for base in (int, float, str, bytes):
        if isinstance(x, base):
            return _new_object, (cls, base.__getnewargs__(x)[0] if hasattr(base, "__getnewargs__") else base(x)), \
                _state(x)
    if isinstance(x, bytearray):
        return cls, (bytes(x),), _state(x)
    if isinstance(x, (tuple, frozenset)):
        return _new_container, (cls, tuple if isinstance(x, tuple) else frozenset, *x), _state(x)
    if isinstance(x, (list, set)):
        return _new_object, (cls,), _state(x), iter(x)
    if isinstance(x, dict):
        return _new_object, (cls,), _state(x), None, iter(x.items())
    if isinstance(x, slice):
        return slice, (x.start, x.stop, x.step)
    if object.__new__ is not cls.__new__ and cls.__module__ in ("builtins", "_asyncio", "_thread", "_contextvars"):
        raise TypeError(f"cannot pickle {_shown(cls)!r} object")
    if not hasattr(x, "__dict__") and not any("__slots__" in base.__dict__ for base in cls.__mro__):
        if cls is not object:
            raise TypeError(f"cannot pickle {_shown(cls)!r} object")
    return _new_object, (cls,), _state(x)


def _shown(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def _make_deque(cls, maxlen):
    return cls([], maxlen)


def _new_container(cls, base, *items):
    return base.__new__(cls, items)
