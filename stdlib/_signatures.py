"""How things want to be called: what module inspect knows of parameters."""
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType


class _empty:
    """Stands for what is not there."""


_empty.__module__ = "inspect"


class _ParameterKind(int):
    """One of five numbers with names."""

    def __new__(cls, number, name, description):
        self = int.__new__(cls, number)
        self.name, self.description = name, description
        return self

    @property
    def value(self):
        return int(self)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_KINDS = (
    _ParameterKind(0, "POSITIONAL_ONLY", "positional-only"),
    _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword"),
    _ParameterKind(2, "VAR_POSITIONAL", "variadic positional"),
    _ParameterKind(3, "KEYWORD_ONLY", "keyword-only"),
    _ParameterKind(4, "VAR_KEYWORD", "variadic keyword"),
)
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


def formatannotation(annotation, base_module=None):
    """An annotation as it is written in a signature."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if type(annotation) is type(list[int]):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """One parameter: name, kind, default and annotation."""

    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        from keyword import iskeyword
        if iskeyword(name) and kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_empty, kind=_empty, annotation=..., default=...):
        """A copy with other values."""
        return type(self)(self._name if name is _empty else name, self._kind if kind is _empty else kind,
                          default=self._default if default is ... else default,
                          annotation=self._annotation if annotation is ... else annotation)

    def __str__(self):
        text = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + self._name
        equals = "="
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
            equals = " = "
        return text if self._default is _empty else f"{text}{equals}{self._default!r}"

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class BoundArguments:
    """What a call would give to which parameter."""

    __module__ = "inspect"

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        given = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                given.extend(self.arguments[name])
            else:
                given.append(self.arguments[name])
        return tuple(given)

    @property
    def kwargs(self):
        given, by_name = {}, False
        for name, parameter in self._signature.parameters.items():
            by_name = by_name or parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments
            if by_name and name in self.arguments:
                if parameter.kind is _VAR_KEYWORD:
                    given.update(self.arguments[name])
                else:
                    given[name] = self.arguments[name]
        return given

    def apply_defaults(self):
        """Fills in what the call leaves out."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    """The parameters of something that can be called, by name, and what it says it returns."""

    __module__ = "inspect"
    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        by_name, last, defaults = {}, _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            name, kind = parameter.name, parameter.kind
            if kind < last:
                raise ValueError(f"wrong parameter order: {last.description} parameter before "
                                 f"{kind.description} parameter")
            last = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError("non-default argument follows default argument")
            if name in by_name:
                raise ValueError(f"duplicate parameter name: {name!r}")
            by_name[name] = parameter
        self._parameters, self._return_annotation = by_name, return_annotation

    @property
    def parameters(self):
        from types import MappingProxyType
        return MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped, eval_str)

    def replace(self, *, parameters=..., return_annotation=...):
        """A copy with other values."""
        return type(self)(self._parameters.values() if parameters is ... else parameters,
                          return_annotation=self._return_annotation if return_annotation is ... else return_annotation)

    def _bind(self, args, kwargs, partly):
        arguments, remaining = {}, list(args)
        kwargs = dict(kwargs)
        collects = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is _VAR_KEYWORD:
                collects = name
            elif kind is _VAR_POSITIONAL:
                if remaining:
                    arguments[name] = tuple(remaining)
                    remaining = []
            elif remaining and kind is not _KEYWORD_ONLY:
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = remaining.pop(0)
            else:
                if remaining and kind is _KEYWORD_ONLY:
                    raise TypeError("too many positional arguments")
                if kind is _POSITIONAL_ONLY and name in kwargs:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                if kind is not _POSITIONAL_ONLY and name in kwargs:
                    arguments[name] = kwargs.pop(name)
                elif parameter.default is _empty and not partly:
                    raise TypeError(f"missing a required argument: {name!r}")
        if remaining:
            raise TypeError("too many positional arguments")
        if kwargs:
            if collects is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[collects] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """What a call with these arguments gives to which parameter; a TypeError if it cannot be."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Likewise; arguments may be missing."""
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts, last = [], None
        starred = False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if last is _POSITIONAL_ONLY and kind is not _POSITIONAL_ONLY:
                parts.append("/")
            if kind is _VAR_POSITIONAL:
                starred = True
            elif kind is _KEYWORD_ONLY and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
            last = kind
        if last is _POSITIONAL_ONLY:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self._return_annotation is _empty:
            return text
        return f"{text} -> {formatannotation(self._return_annotation)}"

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def _key(self):
        parameters = self._parameters.values()
        by_place = tuple([p for p in parameters if p.kind is not _KEYWORD_ONLY])
        return by_place, frozenset([p for p in parameters if p.kind is _KEYWORD_ONLY]), self._return_annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        return hash(self._key())


# --- Finding out --------------------------------------------------------------------------------------------

def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of anything that can be called and that is written in the language."""
    return _signature_of(obj, follow_wrapped, eval_str)


def _of_function(function, eval_str):
    code = function.__code__
    names, annotations = code.co_varnames, function.__annotations__
    if eval_str:
        annotations = {name: eval(text, function.__globals__) if isinstance(text, str) else text
                       for name, text in annotations.items()}
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    defaults, keyword_defaults = function.__defaults__ or (), function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for n, name in enumerate(names[:positional]):
        number = n - (positional - len(defaults))
        add(name, _POSITIONAL_ONLY if n < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[number] if number >= 0 else _empty)
    rest = positional + keyword_only
    if code.co_flags & 0x04:
        add(names[rest], _VAR_POSITIONAL)
        rest += 1
    for name in names[positional:positional + keyword_only]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & 0x08:
        add(names[rest], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(found):
    """What is left when an object is bound to it."""
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        del parameters[0]
    return found.replace(parameters=parameters)


def _of_partial(found, made):
    """What is left when arguments are given beforehand."""
    try:
        bound = found.bind_partial(*made.args, **made.keywords)
    except TypeError as e:
        raise ValueError(f"partial object {made!r} has incorrect arguments") from e
    parameters, by_name = [], False
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        given = name in bound.arguments
        if given and kind is _POSITIONAL_ONLY:
            continue
        if given and kind is _POSITIONAL_OR_KEYWORD:
            if name not in made.keywords:
                continue
            by_name = True
            parameter = parameter.replace(default=bound.arguments[name])
        elif given and kind is _KEYWORD_ONLY:
            parameter = parameter.replace(default=bound.arguments[name])
        if by_name:
            if kind is _VAR_POSITIONAL:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
        parameters.append(parameter)
    return found.replace(parameters=parameters)


def _of_class(cls, follow_wrapped, eval_str):
    own_call = type(cls).__dict__.get("__call__") if type(cls) is not type else None
    if isinstance(own_call, FunctionType):
        return _without_first(_signature_of(own_call, follow_wrapped, eval_str))
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            method = base.__dict__.get(name)
            if isinstance(method, staticmethod):
                method = method.__func__
            if isinstance(method, FunctionType):
                return _without_first(_signature_of(method, follow_wrapped, eval_str))
        if base is not object and not _is_script_class(base):
            break
    if all(_is_script_class(base) for base in cls.__mro__[:-1]) and cls is not object:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _is_script_class(cls):
    return "__module__" in cls.__dict__ and cls.__module__ != "builtins"


def _signature_of(obj, follow_wrapped, eval_str):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, MethodType):
        return _without_first(_signature_of(obj.__func__, follow_wrapped, eval_str))
    if follow_wrapped:
        while hasattr(obj, "__wrapped__") and not hasattr(obj, "__signature__") and not isinstance(obj, type):
            obj = obj.__wrapped__
        if isinstance(obj, MethodType):
            return _signature_of(obj, follow_wrapped, eval_str)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    if isinstance(obj, FunctionType) and hasattr(obj, "__code__"):
        return _of_function(obj, eval_str)
    if isinstance(obj, partial):
        return _of_partial(_signature_of(obj.func, follow_wrapped, eval_str), obj)
    if obj is type:
        raise ValueError(f"no signature found for builtin {obj!r}")
    if isinstance(obj, type):
        return _of_class(obj, follow_wrapped, eval_str)
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, FunctionType) and not isinstance(obj, BuiltinFunctionType):
        return _without_first(_signature_of(call, follow_wrapped, eval_str))
    raise ValueError(f"no signature found for builtin {obj!r}")
