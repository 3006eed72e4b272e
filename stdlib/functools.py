"""Higher-order functions. `partial`, `reduce` and the cache's core are in C."""
from _functools import cmp_to_key, partial, reduce, _Cache

__all__ = [
    "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "cache", "cached_property", "cmp_to_key", "lru_cache", "partial",
    "partialmethod", "reduce", "singledispatch", "singledispatchmethod", "total_ordering", "update_wrapper", "wraps",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes the function it is given look like `wrapped`."""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


def lru_cache(maxsize=128, typed=False):
    """Keeps the results of the latest `maxsize` different calls (None: of all)."""
    if callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_Cache(maxsize, 128, typed), maxsize)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return update_wrapper(_Cache(function, maxsize if maxsize is None or maxsize > 0 else 0, typed), function)
    return decorate


def cache(user_function, /):
    """Keeps the result of every different call."""
    return lru_cache(maxsize=None)(user_function)


_MISSING = object()


class cached_property:
    """A property that is computed once and then kept in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{self.attrname!r} property.") from None
        value = values.get(self.attrname, _MISSING)
        if value is _MISSING:
            value = self.func(instance)
            try:
                values[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f"item assignment for caching {self.attrname!r} property.") from None
        return value


class partialmethod:
    """A method with some arguments filled in."""

    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        bound = self.func.__get__(obj, cls)
        return partial(bound, *self.args, **self.keywords)


def _derive(first, second, negate):
    """An ordering method made of the one comparison that the class defines and of ==."""
    def method(self, other):
        result = getattr(type(self), first)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if second == "or equal":
            return result or self == other
        if second == "and different":
            return result and self != other
        return result
    return method


_DERIVED = {
    "__lt__": {"__gt__": ("and different", True), "__le__": ("or equal", False), "__ge__": (None, True)},
    "__le__": {"__ge__": ("or equal", True), "__lt__": ("and different", False), "__gt__": (None, True)},
    "__gt__": {"__lt__": ("and different", True), "__ge__": ("or equal", False), "__le__": (None, True)},
    "__ge__": {"__le__": ("or equal", True), "__gt__": ("and different", False), "__lt__": (None, True)},
}


def total_ordering(cls):
    """Fills in the ordering methods that a class with one of them and __eq__ lacks."""
    roots = [name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, (second, negate) in _DERIVED[root].items():
        if name not in roots:
            method = _derive(root, second, negate)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def singledispatch(func):
    """A function whose implementation is chosen by the class of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__[:-1]:
            if base in registry:
                return registry[base]
        best = object  # or the nearest of the abstract classes that it counts as a subclass of
        for base in registry:
            if base is not object and issubclass(cls, base) and issubclass(base, best):
                best = base
        return registry[best]

    def register(cls, implementation=None):
        annotations = {}
        if implementation is None:
            if isinstance(cls, type) or hasattr(cls, "__args__"):
                return lambda f: register(cls, f)
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            implementation, cls = cls, next(iter(annotations.values()))
        for each in getattr(cls, "__args__", (cls,)):  # of a union all its classes
            if not isinstance(each, type):
                raise TypeError(f"Invalid annotation for {next(iter(annotations))!r}. {cls!r} is not a class."
                                if annotations else
                                f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            registry[each] = implementation
        return implementation

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A method whose implementation is chosen by the class of its first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher, self.func = singledispatch(func), func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        update_wrapper(method, self.func)
        method.register = self.register
        return method
