"""Classes that consist of their fields: what they need is written out as text and compiled."""
from _thread import get_ident
from keyword import iskeyword
from sys import modules
from types import FunctionType, GenericAlias, MappingProxyType

__all__ = [
    "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "asdict", "astuple", "dataclass", "field",
    "fields", "is_dataclass", "make_dataclass", "replace",
]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD = _FieldKind("_FIELD")
_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_INITVAR = _FieldKind("_FIELD_INITVAR")


class InitVar:
    """The annotation of a field that __init__ hands to __post_init__ and that is not kept."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{shown}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
                f"_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), "__set_name__", None)
        if tell is not None:
            tell(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than its annotation and default do."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- Which fields there are ---------------------------------------------------------------------------------


def _names(cls, text, wanted, module_name):
    """Does an annotation that is a string name the object `wanted` of a module? (x, x[...], m.x, m.x[...])"""
    name = text.partition("[")[0].strip()
    prefix, dot, last = name.rpartition(".")
    namespace = getattr(modules.get(cls.__module__), "__dict__", {})
    if not dot:
        return namespace.get(name) is wanted
    module = namespace.get(prefix)
    return module is not None and module is modules.get(module_name) and getattr(module, last, None) is wanted


def _class_var():
    """typing.ClassVar, if anybody has imported typing."""
    typing = modules.get("typing")
    return None if typing is None else typing.ClassVar


def _is_class_var(cls, annotation):
    wanted = _class_var()
    if wanted is None:
        return False
    if isinstance(annotation, str):
        return _names(cls, annotation, wanted, "typing")
    return annotation is wanted or getattr(annotation, "__origin__", None) is wanted


def _is_init_var(cls, annotation):
    if isinstance(annotation, str):
        return _names(cls, annotation, InitVar, "dataclasses")
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(cls, annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and _names(cls, annotation, KW_ONLY, "dataclasses")


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == "member_descriptor":  # A name in __slots__.
            default = MISSING
        made = field(default=default)
    made.name, made.type = name, annotation
    made._field_type = _FIELD
    if _is_class_var(cls, annotation):
        made._field_type = _CLASSVAR
    elif _is_init_var(cls, annotation):
        made._field_type = _INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is not _CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {made.default.__class__} for field {name} is not allowed: "
                         "use default_factory")
    return made


def _collect_fields(cls, kw_only):
    """The fields of the class and of its bases, by name, in order."""
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        for inherited in getattr(base, "__dataclass_fields__", {}).values():
            found[inherited.name] = inherited
    annotations = cls.__dict__.get("__annotations__", {})
    seen_kw_only = False
    own = []
    for name, annotation in annotations.items():
        if _is_kw_only(cls, annotation):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for made in own:
        found[made.name] = made
        if isinstance(getattr(cls, made.name, None), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


# --- The methods, as text -----------------------------------------------------------------------------------


def _init_text(init_fields, has_post_init, frozen, slots, names):
    """The text of __init__; what it refers to goes into `names`."""
    self = "self" if all(f.name != "self" for f in init_fields) else "__dataclass_self__"
    positional = [f for f in init_fields if f.init and not f.kw_only]
    keyword = [f for f in init_fields if f.init and f.kw_only]
    with_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = True
        elif with_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")

    def parameter(f):
        if f.default is not MISSING:
            names[f"__dataclass_default_{f.name}__"] = f.default
            return f"{f.name}=__dataclass_default_{f.name}__"
        return f.name if f.default_factory is MISSING else f"{f.name}=__dataclass_made__"

    parameters = [self] + [parameter(f) for f in positional]
    if keyword:
        parameters += ["*"] + [parameter(f) for f in keyword]
    names.update(__dataclass_made__=_FACTORY, __dataclass_set__=object.__setattr__)
    lines = []
    for f in init_fields:
        if f._field_type is _INITVAR:
            continue
        value = f.name
        if f.default_factory is not MISSING:
            names[f"__dataclass_factory_{f.name}__"] = f.default_factory
            value = f"__dataclass_factory_{f.name}__()"
            if f.init:
                value = f"{value} if {f.name} is __dataclass_made__ else {f.name}"
        elif not f.init:
            if not slots or f.default is MISSING:
                continue
            names[f"__dataclass_default_{f.name}__"] = f.default
            value = f"__dataclass_default_{f.name}__"
        if frozen:
            lines.append(f"__dataclass_set__({self}, {f.name!r}, {value})")
        else:
            lines.append(f"{self}.{f.name} = {value}")
    if has_post_init:
        given = ", ".join(f.name for f in init_fields if f._field_type is _INITVAR)
        lines.append(f"{self}.__post_init__({given})")
    return f"def __init__({', '.join(parameters)}):\n" + "".join(f"    {line}\n" for line in lines or ["pass"])


def _tuple_text(of, chosen):
    return "(" + "".join(f"{of}.{f.name}, " for f in chosen) + ")"


def _comparison_text(name, operator, chosen):
    return (f"def {name}(self, other):\n    if other.__class__ is self.__class__:\n"
            f"        return {_tuple_text('self', chosen)} {operator} {_tuple_text('other', chosen)}\n"
            "    return NotImplemented\n")


def _repr_text(chosen):
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in chosen)
    return ("def __repr__(self):\n    key = (id(self), get_ident())\n    if key in running:\n        return '...'\n"
            "    running.add(key)\n    try:\n"
            f"        return self.__class__.__qualname__ + f'({shown})'\n"
            "    finally:\n        running.discard(key)\n")


def _add_frozen_methods(cls, chosen):
    kept = tuple([f.name for f in chosen])

    def __setattr__(self, name, value):
        if type(self) is cls or name in kept:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in kept:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        if method.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")
        method.__qualname__ = f"{cls.__qualname__}.{method.__name__}"
        setattr(cls, method.__name__, method)


def _annotation_text(annotation):
    if type(annotation).__module__ == "typing" or getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature_text(init):
    """The parameters of an __init__ but for the first, as a reader wants them."""
    if type(init) is not FunctionType:
        return "()"
    code = init.__code__
    count, keyword_count = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames
    defaults = init.__defaults__ or ()
    values = dict(zip(names[count - len(defaults):count], defaults)) | (init.__kwdefaults__ or {})
    parts = []
    for place, name in enumerate(names[:count + keyword_count]):
        if place == 0:
            continue
        if place == count:
            parts.append("*")
        text = name
        if name in init.__annotations__:
            text += f": {_annotation_text(init.__annotations__[name])}"
        if name in values:
            text += f" = {values[name]!r}" if name in init.__annotations__ else f"={values[name]!r}"
        parts.append(text)
    return f"({', '.join(parts)})"


def _set_missing(cls, name, value):
    """Sets an attribute that the class does not define itself; was it there?"""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


_ORDERING = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    found = _collect_fields(cls, kw_only)
    for base in cls.__mro__[1:]:
        above = base.__dict__.get("__dataclass_params__")
        if above is None:
            continue
        if above.frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not above.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = params
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    kept = [f for f in found.values() if f._field_type is _FIELD]
    init_fields = [f for f in found.values() if f._field_type is not _CLASSVAR]
    compared = [f for f in kept if f.compare]
    hashed = [f for f in kept if (f.compare if f.hash is None else f.hash)]
    names = {"get_ident": get_ident, "running": set()}
    texts = {}
    if init:
        texts["__init__"] = _init_text(init_fields, hasattr(cls, "__post_init__"), frozen, slots, names)
    if repr:
        texts["__repr__"] = _repr_text([f for f in kept if f.repr])
    if eq:
        texts["__eq__"] = _comparison_text("__eq__", "==", compared)
    if order:
        for name, operator in _ORDERING.items():
            texts[name] = _comparison_text(name, operator, compared)
    if unsafe_hash or eq and frozen:
        texts["__hash__"] = f"def __hash__(self):\n    return hash({_tuple_text('self', hashed)})\n"
    made = names | {"__name__": cls.__module__}
    exec("".join(texts.values()), made)
    for name in texts:
        made[name].__qualname__ = f"{cls.__qualname__}.{name}"
    if init:
        made["__init__"].__annotations__ = {f.name: f.type for f in init_fields if f.init} | {"return": None}
        _set_missing(cls, "__init__", made["__init__"])
    for name in ("__repr__", "__eq__"):
        if name in texts:
            _set_missing(cls, name, made[name])
    if order:
        for name in _ORDERING:
            if _set_missing(cls, name, made[name]):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        _add_frozen_methods(cls, kept)
    if unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = made["__hash__"]
    elif eq and not has_hash:
        cls.__hash__ = made["__hash__"] if frozen else None
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(cls.__init__)
    if match_args:
        _set_missing(cls, "__match_args__", tuple([f.name for f in init_fields if f.init and not f.kw_only]))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    return _with_slots(cls, kept, weakref_slot) if slots else cls


def _with_slots(cls, kept, weakref_slot):
    """The class made anew, with __slots__: a class cannot get them later."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    names = [f.name for f in kept]
    if weakref_slot:
        names.append("__weakref__")
    namespace["__slots__"] = tuple([name for name in names if name not in inherited])
    for name in names + ["__dict__", "__weakref__"]:
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Gives a class what follows from its annotated fields: __init__, __repr__, __eq__ and more if asked."""
    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return decorate if cls is None else decorate(cls)


# --- Functions on such classes and their instances ----------------------------------------------------------


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = getattr(class_or_instance, "__dataclass_fields__")
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    """Is it a dataclass or an instance of one?"""
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict; dataclasses inside, in containers too, likewise."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda instance, parts: dict_factory(parts), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a tuple; dataclasses inside, in containers too, likewise."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda instance, parts: tuple_factory([value for _, value in parts]), tuple_factory)


def _convert(obj, make, factory):
    if _is_instance(obj):
        return make(obj, [(f.name, _convert(getattr(obj, f.name), make, factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(item, make, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_convert(item, make, factory) for item in obj)
    if isinstance(obj, dict):
        pairs = ((_convert(key, make, factory), _convert(value, make, factory)) for key, value in obj.items())
        if hasattr(type(obj), "default_factory") or hasattr(obj, "default_factory"):
            copied = type(obj)(obj.default_factory)
            copied.update(pairs)
            return copied
        return type(obj)(pairs)
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    """A new instance with the fields of `obj` but for the changes."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A dataclass of a list of fields: name, (name, type) or (name, type, field)."""
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        annotation = "typing.Any"
        if isinstance(item, str):
            name = item
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    namespace["__annotations__"] = annotations
    namespace.setdefault("__module__", "types")
    metaclass = type(bases[0]) if bases else type
    cls = metaclass(cls_name, tuple(bases), namespace)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
