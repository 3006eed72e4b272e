"""Names for annotations, and the few of them that do something when the program runs."""
import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
from abc import ABCMeta
from sys import _getframemodulename, modules as _modules
from types import GenericAlias as _NativeAlias, NoneType as _NoneType, UnionType as _Union

__all__ = [
    "AbstractSet", "Annotated", "Any", "AnyStr", "AsyncContextManager", "AsyncGenerator", "AsyncIterable",
    "AsyncIterator", "Awaitable", "ByteString", "Callable", "ChainMap", "ClassVar", "Collection",
    "Concatenate", "Container", "ContextManager", "Coroutine", "Counter", "DefaultDict", "Deque", "Dict",
    "Final", "ForwardRef", "FrozenSet", "Generator", "Generic", "Hashable", "ItemsView", "Iterable",
    "Iterator", "KeysView", "List", "Literal", "LiteralString", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "NamedTuple", "Never", "NewType", "NoReturn", "NotRequired", "Optional",
    "OrderedDict", "ParamSpec", "Protocol", "Required", "Reversible", "Self", "Sequence", "Set", "Sized",
    "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "TYPE_CHECKING", "Text", "Tuple", "Type", "TypeAlias", "TypeAliasType", "TypeGuard", "TypeVar",
    "TypeVarTuple", "TypedDict", "Union", "Unpack", "ValuesView", "assert_never", "assert_type", "cast",
    "final", "get_args", "get_origin", "get_type_hints", "is_typeddict", "no_type_check", "overload",
    "override", "reveal_type", "runtime_checkable",
]

TYPE_CHECKING = False


def _shown(annotation):
    """An annotation as reprs show it: a class by its name."""
    if annotation is ...:
        return "..."
    if isinstance(annotation, list):
        return f"[{', '.join(map(_shown, annotation))}]"
    if isinstance(annotation, type) and type(annotation) is not _NativeAlias:
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _checked(annotation, message):
    """An annotation as an argument of another: None is its type, a string a reference."""
    if annotation is None:
        return _NoneType
    if isinstance(annotation, str):
        return ForwardRef(annotation)
    if isinstance(annotation, _Form) and annotation in (ClassVar, Final):
        raise TypeError(f"Plain {annotation!r} is not valid as type argument")
    if type(annotation) is tuple:
        raise TypeError(f"{message} Got {annotation!r:.100}.")
    return annotation


def _parameters_of(args):
    """The type variables in arguments, each once, in order."""
    found = []
    for arg in args:
        inner = (arg,) if isinstance(arg, (TypeVar, ParamSpec)) else \
            _parameters_of(arg) if isinstance(arg, list) else getattr(arg, "__parameters__", ())
        if isinstance(arg, type) and type(arg) is not _NativeAlias:
            inner = ()
        for variable in inner:
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _substitute(arg, values):
    if isinstance(arg, (TypeVar, ParamSpec)):
        return values.get(arg, arg)
    if isinstance(arg, list):
        return [_substitute(item, values) for item in arg]
    if isinstance(arg, (_Alias, _NativeAlias)) and getattr(arg, "__parameters__", ()):
        return arg[tuple([values.get(variable, variable) for variable in arg.__parameters__])]
    return arg


class _Annotation:
    """What can stand in a union."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Annotation):
    """An annotation that was written as a string."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Form(_Annotation):
    """A name with a meaning of its own: Any's kin. `subscribe` makes what name[...] is."""

    def __init__(self, name, subscribe=None):
        self._name = name
        self._subscribe = subscribe

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._subscribe is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._subscribe(self, parameters)


class _Alias(_Annotation):
    """origin[args]: a generic class with arguments, or a form with them."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args)
        self.__module__ = "typing" if name else getattr(origin, "__module__", "typing")
        self._name = name

    def __getattr__(self, attribute):
        if attribute.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(attribute)
        return getattr(self.__origin__, attribute)

    def __repr__(self):
        shown = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        args = self.__args__
        if self.__origin__ is _abc.Callable:
            *arguments, result = args
            inner = "..." if arguments == [...] else f"[{', '.join(map(_shown, arguments))}]"
            return f"{shown}[{inner}, {_shown(result)}]"
        if self.__origin__ is Union and len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_shown(args[0] if args[1] is _NoneType else args[1])}]"
        if self.__origin__ is Literal:
            return f"{shown}[{', '.join(map(repr, args))}]"
        if self.__origin__ is Annotated:
            return f"{shown}[{_shown(args[0])}, {', '.join(map(repr, args[1:]))}]"
        return f"{shown}[{', '.join(map(_shown, args)) if args else '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is not other.__origin__:
            return False
        if self.__origin__ in (Union, Literal):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, frozenset(self.__args__) if self.__origin__ in (Union, Literal) else self.__args__))

    def __call__(self, *args, **kwds):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self.__origin__!r}")
        if self._name and self.__origin__.__module__ == "builtins":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass  # An object without a __dict__.
        return made

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        entries = [] if self.__origin__ in bases else [self.__origin__]
        after = bases[bases.index(self) + 1:]
        if self.__origin__ is not Generic and not any(
                isinstance(base, _Alias) and (base.__origin__ is Generic or issubclass(base.__origin__, Generic))
                or isinstance(base, type) and issubclass(base, Generic) for base in after):
            if not issubclass(self.__origin__, Generic):
                entries.append(Generic)
        return tuple(entries)

    def __getitem__(self, parameters):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self!r}")
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        _check_count(self, parameters, len(self.__parameters__))
        values = dict(zip(self.__parameters__, parameters))
        args = tuple([_substitute(arg, values) for arg in self.__args__])
        return Union[args] if self.__origin__ is Union else _Alias(self.__origin__, args, self._name)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _check_count(what, given, wanted):
    if len(given) != wanted:
        raise TypeError(f"Too {'many' if len(given) > wanted else 'few'} arguments for {what!r}; "
                        f"actual {len(given)}, expected {wanted}")


class _Container(_Annotation):
    """List, Dict and their kin: the generic name of a class."""

    def __init__(self, name, origin, count=-1):
        self._name = name
        self.__origin__ = origin
        self._count = count  # Of the parameters; -1: any number.
        self.__module__ = "typing"

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, parameters):
        if self.__origin__ is _abc.Callable:
            if not isinstance(parameters, tuple) or len(parameters) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            arguments, result = parameters
            arguments = arguments if isinstance(arguments, list) else [arguments]
            return _Alias(self.__origin__, tuple([_checked(arg, "Callable[args, result]: each arg must be a type.")
                                                  for arg in (*arguments, result)]), "Callable")
        if self.__origin__ is tuple and parameters == ():
            return _Alias(tuple, (), "Tuple")
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        if self._count >= 0:
            _check_count(self, parameters, self._count)
        args = tuple([_checked(arg, "Parameters to generic types must be types.") for arg in parameters])
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwds):
        if self.__origin__.__module__ == "collections.abc":
            return self.__origin__(*args, **kwds)
        if self.__origin__.__module__ == "builtins":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return () if self.__origin__ in bases else (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


def _container(name, origin, count=-1):
    globals()[name] = _Container(name, origin, count)


for _name, _origin, _count in (
        ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Tuple", tuple, -1),
        ("Type", type, 1), ("Deque", _collections.deque, 1), ("DefaultDict", _collections.defaultdict, 2),
        ("OrderedDict", _collections.OrderedDict, 2), ("Counter", _collections.Counter, 1),
        ("ChainMap", _collections.ChainMap, 2),
        ("ContextManager", _contextlib.AbstractContextManager, 1),
        ("AsyncContextManager", _contextlib.AbstractAsyncContextManager, 1),
        ("Hashable", _abc.Hashable, 0), ("Sized", _abc.Sized, 0), ("Awaitable", _abc.Awaitable, 1),
        ("Coroutine", _abc.Coroutine, 3), ("AsyncIterable", _abc.AsyncIterable, 1),
        ("AsyncIterator", _abc.AsyncIterator, 1), ("AsyncGenerator", _abc.AsyncGenerator, 2),
        ("Iterable", _abc.Iterable, 1), ("Iterator", _abc.Iterator, 1), ("Generator", _abc.Generator, 3),
        ("Reversible", _abc.Reversible, 1), ("Container", _abc.Container, 1), ("Collection", _abc.Collection, 1),
        ("Callable", _abc.Callable, 2), ("AbstractSet", _abc.Set, 1), ("MutableSet", _abc.MutableSet, 1),
        ("Mapping", _abc.Mapping, 2), ("MutableMapping", _abc.MutableMapping, 2), ("Sequence", _abc.Sequence, 1),
        ("MutableSequence", _abc.MutableSequence, 1), ("MappingView", _abc.MappingView, 1),
        ("KeysView", _abc.KeysView, 1), ("ItemsView", _abc.ItemsView, 2), ("ValuesView", _abc.ValuesView, 1),
        ("ByteString", _abc.ByteString, 0)):
    _container(_name, _origin, _count)
del _name, _origin, _count


# --- Forms --------------------------------------------------------------------------------------------------


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    args = []
    for parameter in parameters:
        parameter = _checked(parameter, "Union[arg, ...]: each arg must be a type.")
        parts = parameter.__args__ if isinstance(parameter, _Union) or \
            isinstance(parameter, _Alias) and parameter.__origin__ is Union else (parameter,)
        for part in parts:
            if part not in args:
                args.append(part)
    return args[0] if len(args) == 1 else _Alias(Union, tuple(args), "Union")


def _make_optional(form, parameter):
    return Union[_checked(parameter, f"{form!r} requires a single type."), _NoneType]


def _make_literal(form, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    args = []
    for parameter in parameters:
        parts = parameter.__args__ if isinstance(parameter, _Alias) and parameter.__origin__ is Literal else (parameter,)
        for part in parts:
            if not any(part == known and type(part) is type(known) for known in args):
                args.append(part)
    return _Alias(Literal, tuple(args), "Literal")


def _make_single(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError(f"{form!r} accepts only single type. Got {parameter!r:.100}.")
    return _Alias(form, (_checked(parameter, f"{form!r} accepts only single type."),), form._name)


def _make_many(form, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    return _Alias(form, parameters, form._name)


def _make_annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    made = _Alias(form, parameters, "Annotated")
    made.__metadata__ = parameters[1:]
    return made


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")
Union = _Form("Union", _make_union)
Optional = _Form("Optional", _make_optional)
Literal = _Form("Literal", _make_literal)
ClassVar = _Form("ClassVar", _make_single)
Final = _Form("Final", _make_single)
Required = _Form("Required", _make_single)
NotRequired = _Form("NotRequired", _make_single)
TypeGuard = _Form("TypeGuard", _make_single)
Unpack = _Form("Unpack", _make_single)
Concatenate = _Form("Concatenate", _make_many)
Annotated = _Form("Annotated", _make_annotated)


# --- Type variables and generic classes ---------------------------------------------------------------------


type _SomeAlias = None
TypeAliasType = type(_SomeAlias)


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class _Lazy:
    """An attribute of a type variable. What stands in a type parameter list is a function until it is asked for."""

    def __set_name__(self, owner, name):
        self.slot = "_" + name.strip("_")

    def __get__(self, variable, owner):
        if variable is None:
            return self
        evaluate = variable.__dict__.pop("_evaluate" + self.slot, None)
        if evaluate is not None:
            try:
                variable.__dict__[self.slot] = evaluate()
            except BaseException:
                variable.__dict__["_evaluate" + self.slot] = evaluate
                raise
        return variable.__dict__[self.slot]

    def __set__(self, variable, value):
        if self.slot in variable.__dict__:
            raise AttributeError("readonly attribute")
        variable.__dict__[self.slot] = value


class _Variable(_Annotation):
    """What type variables of all kinds have in common."""

    __default__ = _Lazy()
    __infer_variance__ = False

    def has_default(self):
        return self._default is not NoDefault or "_evaluate_default" in self.__dict__

    def __repr__(self):
        sign = "" if self.__infer_variance__ else \
            "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


def _type_parameter(kind, name, evaluate_bound, is_constrained, evaluate_default):
    """A parameter of a generic definition: what a type parameter list calls."""
    if kind == "TypeVarTuple":
        parameter = TypeVarTuple(name)
    elif kind == "ParamSpec":
        parameter = ParamSpec(name)
        parameter.__infer_variance__ = True
    else:
        parameter = TypeVar(name)
        parameter.__infer_variance__ = True
        parameter.__module__ = "typing"
    if evaluate_bound is not None:
        parameter.__dict__["_evaluate_constraints" if is_constrained else "_evaluate_bound"] = evaluate_bound
    if evaluate_default is not None:
        parameter.__dict__["_evaluate_default"] = evaluate_default
    return parameter


def _generic_base(parameters):
    """The base that a class with these type parameters has."""
    return Generic[tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters])]


class TypeVar(_Variable):
    """A variable that stands for a type."""

    __bound__ = _Lazy()
    __constraints__ = _Lazy()

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default
        if infer_variance:
            self.__infer_variance__ = True
        self.__module__ = _getframemodulename(1)


class ParamSpec(_Variable):
    """A variable that stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default
        self.args = f"{name}.args"
        self.kwargs = f"{name}.kwargs"


class TypeVarTuple(_Variable):
    """A variable that stands for any number of types."""

    __infer_variance__ = True

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__default__ = default

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


class Generic:
    """The base of classes that take types as parameters."""

    __slots__ = ()

    def __class_getitem__(cls, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        if not parameters:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if cls in (Generic, Protocol):
            if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple, _Alias)) for p in parameters):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len(set(parameters)) != len(parameters):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, parameters, cls.__name__)
        wanted = getattr(cls, "__parameters__", ())
        if not wanted:
            raise TypeError(f"{cls!r} is not a generic class")
        missing = wanted[len(parameters):]
        if missing and all(isinstance(p, _Variable) and p.has_default() for p in missing):
            parameters += tuple([p.__default__ for p in missing])
        _check_count(cls, parameters, len(wanted))
        return _Alias(cls, tuple([_checked(p, "Parameters to generic types must be types.") for p in parameters]))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in bases or not bases and Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        named = [base for base in bases if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol)]
        cls.__parameters__ = named[0].__parameters__ if named else _parameters_of(bases)


# --- Protocols ----------------------------------------------------------------------------------------------

_NOT_MEMBERS = frozenset((
    "__abstractmethods__", "__annotations__", "__class_getitem__", "__dict__", "__doc__", "__init__",
    "__init_subclass__", "__module__", "__new__", "__orig_bases__", "__parameters__", "__qualname__", "__slots__",
    "__subclasshook__", "__weakref__", "_abc_registry", "_is_protocol", "_is_runtime_protocol", "__firstlineno__",
    "__static_attributes__",
))


def _members(cls):
    """The attributes that a protocol asks for."""
    found = set()
    for base in cls.__mro__[:-1]:
        if base not in (Protocol, Generic) and base.__dict__.get("_is_protocol", False):
            found.update(name for name in (*base.__dict__, *base.__dict__.get("__annotations__", ()))
                         if name not in _NOT_MEMBERS)
    return found


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not cls._is_runtime_protocol:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls in type(instance).__mro__:
            return True
        return all(hasattr(instance, name) and (
            getattr(instance, name) is not None or not callable(getattr(cls, name, None)))
            for name in _members(cls))


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what methods are needed."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if not cls._is_protocol:
            if cls.__init__ is _no_init:
                cls.__init__ = object.__init__
            return
        for base in cls.__bases__:
            if base not in (object, Generic) and not getattr(base, "_is_protocol", False) and \
                    base.__module__ not in ("collections.abc", "contextlib"):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ in (object.__init__, Protocol.__init__):
            cls.__init__ = _no_init

    @classmethod
    def __subclasshook__(cls, other):
        if not cls.__dict__.get("_is_protocol", False):
            return NotImplemented
        if not cls._is_runtime_protocol:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        for name in _members(cls):
            if not callable(getattr(cls, name, None)):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True


def runtime_checkable(cls):
    """Lets isinstance() be used with a protocol: it looks for the names."""
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _support(name, *methods):
    def body(self):
        pass
    namespace = {"__module__": "typing", "_is_protocol": True}
    for method in methods:
        namespace[method] = body
    globals()[name] = runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


for _name in ("Int", "Float", "Index", "Abs", "Round", "Bytes", "Complex"):
    _support(f"Supports{_name}", f"__{_name.lower()}__")
del _name


# --- Tuples and dicts with named parts ----------------------------------------------------------------------


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        annotations = namespace.get("__annotations__", {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _named_tuple(name, annotations, [namespace[field] for field in defaults], namespace["__module__"])
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                       "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in ("__annotations__", "__module__", "__orig_bases__") and key not in made._fields:
                setattr(made, key, value)
                tell = getattr(type(value), "__set_name__", None)
                if tell is not None:
                    tell(value, made, key)
        if Generic in bases:
            made.__class_getitem__ = classmethod(_NativeAlias)
        return made


def _named_tuple(name, annotations, defaults, module):
    made = _collections.namedtuple(name, list(annotations), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = {
        field: _checked(annotation, f"field {field} annotation must be a type")
        for field, annotation in annotations.items()}
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple class with named fields: the base of a class statement, or a call with a list of (name, type)."""
    if fields is not None and kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _named_tuple(typename, dict(kwargs if fields is None else fields), (), _getframemodulename(1))


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleBase,)


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, annotation in namespace.get("__annotations__", {}).items():
            annotations[key] = _checked(annotation, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            form = getattr(annotation, "__origin__", None)
            needed = True if form is Required else False if form is NotRequired else total
            (required if needed else optional).add(key)
        made = type.__new__(_TypedDictMeta, name, (dict,), dict(namespace))
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, namespace, total=True):
        pass

    def __call__(cls, *args, **kwds):
        return dict(*args, **kwds)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with known keys: the base of a class statement, or a call with a dict of types."""
    namespace = {"__annotations__": dict(kwargs if fields is None else fields), "__module__": _getframemodulename(1)}
    return _TypedDictMeta(typename, (), namespace, total=total)


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)


def is_typeddict(tp):
    """Is it a class that TypedDict made?"""
    return isinstance(tp, _TypedDictMeta)


class NewType(_Annotation):
    """A name for a type that a checker takes for another one."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _getframemodulename(1)

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


# --- Functions ----------------------------------------------------------------------------------------------


def cast(typ, val):
    """The value, which a checker takes for one of the type."""
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """Marks a signature of a function that has several; the function itself follows."""
    return _overload_dummy


def final(f):
    """Says to a checker that a method is not overridden, a class not subclassed."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Says to a checker that a method overrides one of a base."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Says that annotations are no types."""
    arg.__no_type_check__ = True
    return arg


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    shown = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {shown if len(shown) <= 100 else shown[:100] + '...'}")


def get_origin(tp):
    """List[int] -> list, Union[int, str] -> Union; None for what has no origin."""
    if isinstance(tp, _Union):
        return _Union
    return tp.__origin__ if isinstance(tp, (_Alias, _NativeAlias, _Container)) else Generic if tp is Generic else None


def get_args(tp):
    """Dict[str, int] -> (str, int)."""
    if isinstance(tp, (_Alias, _NativeAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and isinstance(tp, _Alias) and args[0] is not ...:
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, _Union) else ()


def _resolve(annotation, globalns, localns):
    if annotation is None:
        return _NoneType
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        names = {**(globalns or {}), **(localns or {})}
        return _resolve(eval(annotation, names), globalns, localns)
    if isinstance(annotation, _Alias) and annotation.__origin__ is not Literal:
        args = tuple([_resolve(arg, globalns, localns) for arg in annotation.__args__])
        if args != annotation.__args__:
            return Union[args] if annotation.__origin__ is Union else _Alias(annotation.__origin__, args, annotation._name)
    return annotation


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, strings among them evaluated."""
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(_modules.get(base.__module__), "__dict__", {})
            for name, annotation in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve(annotation, names, localns)
    else:
        if globalns is None:
            function = obj
            while hasattr(function, "__wrapped__"):
                function = function.__wrapped__
            globalns = getattr(function, "__globals__", getattr(obj, "__dict__", {}))
        found = getattr(obj, "__annotations__", None)
        if found is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        hints = {name: _resolve(annotation, globalns, localns) for name, annotation in found.items()}
    if not include_extras:
        hints = {name: get_args(hint)[0] if get_origin(hint) is Annotated else hint for name, hint in hints.items()}
    return hints
