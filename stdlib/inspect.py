"""Looking at live objects: what kind they are, what their source and their signature is, in which state they are."""
import sys
from _signatures import BoundArguments, Parameter, Signature, _empty, formatannotation, signature
from functools import partial
from types import (
    AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FrameType, FunctionType, GeneratorType,
    GetSetDescriptorType, MemberDescriptorType, MethodDescriptorType, MethodType, MethodWrapperType, ModuleType,
    TracebackType, WrapperDescriptorType,
)

# What co_flags of a code object may hold.
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512


# --- What kind ----------------------------------------------------------------------------------------------

def ismodule(object):
    return isinstance(object, ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    """A function bound to an object."""
    return isinstance(object, MethodType)


def isfunction(object):
    """A function written in the language."""
    return isinstance(object, FunctionType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethodwrapper(object) or
            ismethoddescriptor(object))


def ismethodwrapper(object):
    return isinstance(object, MethodWrapperType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object) or isbuiltin(object) or ismethodwrapper(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, MemberDescriptorType)


def istraceback(object):
    return isinstance(object, TracebackType)


def isframe(object):
    return isinstance(object, FrameType)


def iscode(object):
    return isinstance(object, CodeType)


def isabstract(object):
    """A class that still has abstract methods."""
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _inner_function(object):
    """What a method or a partial in the end calls."""
    while isinstance(object, (MethodType, partial)):
        object = object.__func__ if isinstance(object, MethodType) else object.func
    return object


def _has_flag(object, flag):
    object = _inner_function(object)
    return isinstance(object, FunctionType) and hasattr(object, "__code__") and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_MARK = object()


def markcoroutinefunction(func):
    """Says of a function that it returns a coroutine though it is no `async def`."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_mark = _MARK
    return func


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE) or getattr(_inner_function(obj), "_is_coroutine_mark", None) is _MARK:
        return True
    asyncio = sys.modules.get("asyncio")  # whose functions are native, and coroutine functions all the same
    return asyncio is not None and isbuiltin(obj) and asyncio.iscoroutinefunction(obj)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isawaitable(object):
    """May it stand after `await`?"""
    return (isinstance(object, CoroutineType) or hasattr(type(object), "__await__") or
            isinstance(object, GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))


# --- In which state -----------------------------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getasyncgenstate(agen):
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


def getcoroutinelocals(coroutine):
    return {} if coroutine.cr_frame is None else coroutine.cr_frame.f_locals


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return {} if agen.ag_frame is None else agen.ag_frame.f_locals


# --- Members ------------------------------------------------------------------------------------------------

def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    """Pairs of a name and the attribute, sorted by name; with a predicate those for which it holds."""
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            if not isclass(object) or name not in object.__dict__:
                continue
            value = object.__dict__[name]
        if predicate is None or predicate(value):
            members.append((name, value))
    members.sort(key=lambda member: member[0])
    return members


_NOTHING = object()


def getattr_static(obj, attr, default=_NOTHING):
    """An attribute as it is kept, without asking descriptors or __getattr__()."""
    if not isclass(obj):
        own = getattr(obj, "__dict__", {})
        if attr in own:
            return own[attr]
    for cls in (obj if isclass(obj) else type(obj)).__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is _NOTHING:
        raise AttributeError(attr)
    return default


def unwrap(func, *, stop=None):
    """Follows __wrapped__ to the innermost function."""
    seen = {id(func)}
    first = func
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of the annotations; with eval_str=True those that are texts are evaluated."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        names = vars(sys.modules.get(obj.__module__, sys))
    elif ismodule(obj):
        found, names = getattr(obj, "__annotations__", None), vars(obj)
    elif callable(obj):
        found, names = getattr(obj, "__annotations__", None), getattr(unwrap(obj), "__globals__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    found = dict(found or {})
    if eval_str:
        names = names if globals is None else globals
        found = {name: eval(value, names, locals) if isinstance(value, str) else value
                 for name, value in found.items()}
    return found


def getcallargs(func, /, *positional, **named):
    """What a call would give to which parameter, defaults included."""
    if ismethod(func):
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


class _Record(tuple):
    """A tuple whose items have names."""

    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self)])
        return f"{type(self).__name__}({fields})"


def _record(name, *fields):
    namespace = {field: property(lambda self, n=n: self[n]) for n, field in enumerate(fields)}
    return type(name, (_Record,), {**namespace, "_fields": fields, "__slots__": (), "__module__": __name__})


FullArgSpec = _record("FullArgSpec", "args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults",
                      "annotations")


def getfullargspec(func):
    """The parameters in the form of a tuple. signature() tells more."""
    try:
        found = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
    except (TypeError, ValueError) as e:
        raise TypeError("unsupported callable") from e
    args, keyword_only, stars = [], [], {}
    defaults, keyword_defaults, annotations = [], {}, {}
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind is Parameter.KEYWORD_ONLY:
            keyword_only.append(name)
            if parameter.default is not _empty:
                keyword_defaults[name] = parameter.default
        else:
            stars[parameter.kind] = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, stars.get(Parameter.VAR_POSITIONAL), stars.get(Parameter.VAR_KEYWORD),
                       tuple(defaults) or None, keyword_only, keyword_defaults or None, annotations)


# --- Documentation ------------------------------------------------------------------------------------------

def cleandoc(doc):
    """A docstring without the indentation of its source."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _class_of_function(func):
    """The class in whose body a function stands, by its qualified name."""
    found = sys.modules.get(func.__module__)
    for name in func.__qualname__.split(".")[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def _inherited_doc(object):
    if isclass(object):
        docs = [base.__doc__ for base in object.__mro__ if base.__name__ != "object"]
        return next((doc for doc in docs if doc is not None), None)
    if isinstance(object, property):
        object = object.fget
    if ismethod(object):
        cls = object.__self__ if isclass(object.__self__) else type(object.__self__)
    elif isfunction(object):
        cls = _class_of_function(object)
    else:
        return None
    for base in cls.__mro__ if cls else ():
        doc = getattr(base.__dict__.get(object.__name__), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring, or the one that it inherits, cleaned; None if there is none."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


# --- Source -------------------------------------------------------------------------------------------------

def getfile(object):
    """The file in which it is defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object) and hasattr(object, "__code__"):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    f"{type(object).__name__}")


def getsourcefile(object):
    name = getfile(object)
    return None if name.startswith("<") else name


def getmodulename(path):
    name = path[path.rfind("/") + 1:]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object):
    """The module in which it is defined; None if that is not known."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        name = getfile(object)
    except TypeError:
        return None
    return next((module for module in sys.modules.values() if getattr(module, "__file__", None) == name), None)


def _lines_of(object):
    import linecache
    name = getfile(object)
    lines = [] if name.startswith("<") else linecache.getlines(name)
    if not lines:
        raise OSError("could not get source code")
    return lines


class _Scanner:
    """Goes through source line by line and knows when a statement goes on in the next one."""

    def __init__(self):
        self.depth, self.quote = 0, None

    def feed(self, line):
        """Does the statement end in this line? The last character of it that is code."""
        at, last = 0, ""
        while at < len(line):
            c = line[at]
            if self.quote:
                if c == "\\":
                    at += 1
                elif line.startswith(self.quote, at):
                    at += len(self.quote) - 1
                    self.quote, last = None, c
            elif c in "'\"":
                self.quote = c * 3 if line.startswith(c * 3, at) else c
                at += len(self.quote) - 1
            elif c == "#":
                break
            elif not c.isspace():
                self.depth += (c in "([{") - (c in ")]}")
                last = c
            at += 1
        if self.quote and len(self.quote) == 1 and last != "\\":
            self.quote = None
        return (None if self.depth or self.quote or last == "\\" else last), last


def _indentation(line):
    return len(line) - len(line.lstrip())


def getblock(lines):
    """The lines of the definition that begins with the first one."""
    margin, scanner = _indentation(lines[0]), _Scanner()
    in_header, end, body = True, 0, None
    goes_on = False
    for number, line in enumerate(lines):
        if not goes_on and not in_header:
            if not line.strip():
                continue
            if line.lstrip().startswith("#"):
                if body is not None and _indentation(line) >= body:
                    end = number + 1
                continue
            if _indentation(line) <= margin:
                break
            body = _indentation(line) if body is None else body
        starts = not goes_on
        if starts:
            decorates = line.lstrip().startswith("@")
        last, _ = scanner.feed(line)
        goes_on = last is None
        end = number + 1
        if in_header and not goes_on and not decorates:
            in_header = False
            if last != ":":
                break
    return lines[:end]


def _find_class(lines, qualname):
    """The number of the line in which a class begins, its decorators included."""
    wanted, around = qualname.replace(".<locals>", "").split("."), []
    decorated = None
    for number, line in enumerate(lines):
        words = line.split()
        if not words:
            continue
        if words[0].startswith("@"):
            decorated = number if decorated is None else decorated
            continue
        kind = words[1] if words[0] == "async" and len(words) > 1 else words[0]
        if kind in ("class", "def") and len(words) > 1:
            margin = _indentation(line)
            while around and around[-1][0] >= margin:
                around.pop()
            name = line.split(kind, 1)[1].lstrip()
            end = 0
            while end < len(name) and (name[end].isalnum() or name[end] == "_"):
                end += 1
            around.append((margin, name[:end]))
            if kind == "class" and [name for _, name in around] == wanted:
                return number if decorated is None else decorated
        decorated = None
    raise OSError("could not find class definition")


def findsource(object):
    """All lines of its file, and the number (from 0) of the one in which it begins."""
    lines = _lines_of(object)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _find_class(lines, object.__qualname__)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    number = object.co_firstlineno - 1
    if number >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, number


def getsourcelines(object):
    """Its lines, and the number of the first."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines right above it; None if there are none."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    first = number
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return "".join([line.expandtabs().lstrip() for line in lines[first:number]]) or None


# --- Stacks -------------------------------------------------------------------------------------------------

Traceback = _record("Traceback", "filename", "lineno", "function", "code_context", "index")
FrameInfo = _record("FrameInfo", "frame", "filename", "lineno", "function", "code_context", "index")


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """Where a frame or a traceback stands, with so many lines around."""
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        if not isframe(frame):
            raise TypeError(f"{frame!r} is not a frame or traceback object")
        lineno = frame.f_lineno
    lines = index = None
    if context > 0:
        try:
            lines = _lines_of(frame)
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines, index = lines[start:start + context], lineno - 1 - start
        except OSError:
            pass  # without the source
    return Traceback(getsourcefile(frame) or getfile(frame), lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    """The frame and those that it was called from."""
    found = []
    while frame:
        if not frame.f_code.co_filename.startswith("<bide>/"):
            found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(error and error.__traceback__, context)
