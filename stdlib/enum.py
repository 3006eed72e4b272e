"""Classes whose members are constants with names.

The class body of an enumeration fills a namespace that tells members from all else (`_Namespace`). EnumType then makes
the class without them; a hook that runs as a descriptor's __set_name__ does (`_MemberMaker`) adds the members, so that
__init_subclass__ finds them all.
"""
from sys import _getframemodulename
from types import MappingProxyType

__all__ = [
    "CONFORM", "CONTINUOUS", "EJECT", "Enum", "EnumCheck", "EnumMeta", "EnumType", "Flag", "FlagBoundary", "IntEnum",
    "IntFlag", "KEEP", "NAMED_FLAGS", "ReprEnum", "STRICT", "StrEnum", "UNIQUE", "auto", "global_enum",
    "global_enum_repr", "global_flag_repr", "global_str", "member", "nonmember", "property", "show_flag_values",
    "unique", "verify",
]

# What an enumeration may define under a name of the form _name_.
_SUNDER_NAMES = ("_order_", "_generate_next_value_", "_missing_", "_ignore_", "_numeric_repr_")

_UNSET = object()
_builtin_property = property


class auto:
    """A value that the enumeration chooses (with _generate_next_value_)."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return f"auto({'_auto_null' if self.value is _UNSET else repr(self.value)})"


class member:
    """Makes a member of what would not be one: a function, a descriptor."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class property:
    """A property of the members; on the class its name may be that of a member."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc if doc is not None else getattr(fget, "__doc__", None)
        self.name = None
        self.clsname = ""

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            try:
                return owner._member_map_[self.name]
            except KeyError:
                raise AttributeError(f"{owner!r} has no attribute {self.name!r}") from None
        if self.fget is None:
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_single_bit(number):
    return number > 0 and not number & (number - 1)


def _bits(number):
    """The single bits of a number that is not negative, the lowest first."""
    while number:
        bit = number & -number
        yield bit
        number ^= bit


class _Namespace(dict):
    """What the body of an enumeration fills; it keeps the names of the members and resolves every auto()."""

    def __init__(self, class_name, generate):
        super().__init__()
        self.class_name = class_name
        self.generate = generate
        self.member_names = {}
        self.last_values = []
        self.ignored = []
        self.auto_called = False

    def __setitem__(self, name, value):
        if name == f"_{self.class_name.lstrip('_')}__{name.rpartition('__')[2]}" and not name.endswith("_"):
            pass  # A private name of this class.
        elif _is_sunder(name):
            if name not in _SUNDER_NAMES:
                raise ValueError(f"_sunder_ names, such as {name!r}, are reserved for future Enum use")
            if name == "_generate_next_value_":
                if self.auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self.generate = value.__func__ if isinstance(value, staticmethod) else value
                value = staticmethod(self.generate)
            elif name == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self.ignored = value
                already = set(value) & set(self.member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(name):
            if name == "__order__":
                name = "_order_"
        elif name in self.member_names:
            raise TypeError(f"{name!r} already defined as {self[name]!r}")
        elif name in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if name in self:
                raise TypeError(f"{name!r} already defined as {self[name]!r}")
            value = self._resolve(name, value.value if isinstance(value, member) else value)
            self.member_names[name] = None
            if not self.last_values or self.last_values[-1] is not value:
                self.last_values.append(value)
        super().__setitem__(name, value)

    def _resolve(self, name, value):
        if isinstance(value, auto):
            if value.value is _UNSET:
                self.auto_called = True
                value.value = self.generate(name, 1, len(self.member_names), self.last_values[:])
                self.last_values.append(value.value)
            return value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple([self._resolve(name, part) if isinstance(part, auto) else part for part in value])
        return value

    def update(self, members, **more):
        for name, value in members.items() if hasattr(members, "keys") else members:
            self[name] = value
        for name, value in more.items():
            self[name] = value


class _MemberMaker:
    """Sits in the namespace of a new enumeration until its __set_name__ is called: that makes the members."""

    def __init__(self, values, new, member_type):
        self.values = values
        self.new = new
        self.member_type = member_type
        self.error = None

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        try:
            for member_name, value in self.values.items():
                self._add(cls, member_name, value)
        except Exception as error:
            self.error = error
            raise
        if Flag is not None and issubclass(cls, Flag):
            numbers = [cls._member_map_[name]._value_ for name in cls._member_names_]
            cls._in_order_ = numbers == sorted(numbers)

    def _make(self, cls, value):
        """A member of that value, and the arguments for its __init__."""
        args = value if isinstance(value, tuple) else (value,)
        if self.member_type is tuple:
            args = (args,)
        if self.new is object.__new__:
            made = object.__new__(cls)
            made._value_ = value
            return made, args
        made = self.new(cls, *args)
        if not hasattr(made, "_value_"):
            if self.member_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = self.member_type(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        return made, args

    def _add(self, cls, name, value):
        made, args = self._make(cls, value)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        known = _member_of_value(cls, value)
        if known is not None and known._value_ == value:
            made = known
        elif Flag is None or not issubclass(cls, Flag) or not isinstance(value, int) or _is_single_bit(value):
            cls._member_names_.append(name)
        if Flag is not None and issubclass(cls, Flag) and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        # A property of the same name stays visible in the members: the class gets one that finds the member.
        hidden = None
        for base in cls.__mro__[1:]:
            hidden = base.__dict__.get(name)
            if hidden is not None:
                break
        if isinstance(hidden, (property, _builtin_property)):
            redirect = property(hidden.fget, hidden.fset, hidden.fdel)
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)


def _member_of_value(cls, value):
    """The member that has the value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
        return None


def _refuse_extension(class_name, bases):
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumType) and ancestor._member_names_:
                raise TypeError(f"<enum {class_name!r}> cannot extend {ancestor!r}")


def _find_bases(class_name, bases):
    """The type that the values are of (object: any), and the enumeration that is inherited from."""
    if not isinstance(bases[-1], EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    found = []
    for base in bases:
        nearest = None
        for ancestor in base.__mro__:
            if ancestor is object:
                continue
            if isinstance(ancestor, EnumType):
                if ancestor._member_type_ is not object:
                    if ancestor._member_type_ not in found:
                        found.append(ancestor._member_type_)
                    break
            elif "__new__" in ancestor.__dict__ or "__dataclass_fields__" in ancestor.__dict__:
                if (nearest or ancestor) not in found:
                    found.append(nearest or ancestor)
                break
            else:
                nearest = nearest or ancestor
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
    return found[0] if found else object, bases[-1]


def _inherited_new(member_type, first_enum):
    """What makes a member of an enumeration that has no __new__ of its own."""
    made = first_enum.__dict__.get("_new_member_")
    for source in (made, getattr(first_enum, "_new_member_", None), member_type.__new__):
        if source not in (None, object.__new__):
            return source
    return object.__new__


def _check_order(order, members, aliases_out):
    names = order.replace(",", " ").split() if isinstance(order, str) else list(order)
    names = [name for name in names if name not in aliases_out]
    if names != members:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {members!r}")


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if not bases:  # Enum itself.
            return {}
        _refuse_extension(cls, bases)
        _, first_enum = _find_bases(cls, bases)
        return _Namespace(cls, first_enum._generate_next_value_)

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if not bases:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        member_type, first_enum = _find_bases(cls, bases)
        ignored = classdict.ignored
        values = {name: classdict[name] for name in classdict.member_names}
        bad = set(values) & {"mro", ""}
        if bad:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(name) for name in bad)}")
        namespace = {name: value for name, value in classdict.items()
                     if name not in values and name not in ignored and name not in ("_ignore_", "_order_")}
        new = namespace.pop("__new__", None)
        if new is None:
            new = _inherited_new(member_type, first_enum)
        elif isinstance(new, staticmethod):
            new = new.__func__
        for name in ("__repr__", "__str__", "__format__"):
            if name in namespace:
                continue
            found = object_method = getattr(object, name)
            for base in bases:
                if found is object_method:
                    found = getattr(base, name)
            # A data type stands before the enumeration: its way to look must not win.
            if found is object_method or found is getattr(member_type, name):
                namespace[name] = getattr(first_enum, name)
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in classdict:
                namespace["__format__"] = member_type.__format__
            if "__str__" not in classdict:
                shown = member_type.__str__
                namespace["__str__"] = member_type.__repr__ if shown is object.__str__ else shown
        if Flag is not None and issubclass(first_enum, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in namespace:
                    namespace[name] = getattr(first_enum, name)
            namespace["_flag_mask_"] = namespace["_singles_mask_"] = namespace["_all_bits_"] = 0
            namespace["_in_order_"] = True
        if boundary is not None:
            namespace["_boundary_"] = boundary
        value_repr = None
        if member_type is not object and "__repr__" in member_type.__dict__:
            value_repr = member_type.__repr__
        maker = _MemberMaker(values, new, member_type)
        namespace.update(
            _new_member_=new, _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[],
            _member_type_=member_type, _value_repr_=value_repr or getattr(first_enum, "_value_repr_", None),
            _make_members_=maker)
        if "__doc__" not in namespace:
            namespace["__doc__"] = None
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError:
            if maker.error is None:
                raise
            raise maker.error from None  # What is wrong with a member, without the word that a __set_name__ failed.
        if "_order_" in classdict:
            aliases = [name for name in made._member_map_ if name not in made._member_names_]
            _check_order(classdict["_order_"], made._member_names_, aliases)
        return made

    def __init__(cls, name, bases, namespace, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member of a value; with `names` a new enumeration that is called `value`."""
        if names is None and type is None:
            return _lookup(cls, value)
        return _create(cls, value, names, module or _getframemodulename(1), qualname, type, start, boundary)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and "
                            f"'{cls.__class__.__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
                       "__len__", "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_)


EnumMeta = EnumType
Enum = Flag = ReprEnum = None


def _lookup(cls, value):
    if type(value) is cls:
        return value
    found = _member_of_value(cls, value)
    if found is not None:
        return found
    if not cls._member_map_:
        raise TypeError(f"{cls!r} has no members defined")
    invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        found = cls._missing_(value)
    except Exception as error:
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise
    if isinstance(found, cls):
        return found
    if found is None:
        raise invalid
    if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(found, int):
        return found
    error = TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
    error.__context__ = invalid
    raise error


def _create(cls, class_name, names, module, qualname, data_type, start, boundary):
    """The functional way to an enumeration."""
    bases = (cls,) if data_type is None else (data_type, cls)
    _find_bases(class_name, bases)
    namespace = type(cls).__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        pairs, last_values = [], []
        for count, name in enumerate(names):
            value = cls._generate_next_value_(name, start, count, last_values[:])
            last_values.append(value)
            pairs.append((name, value))
        names = pairs
    if names is None:
        names = ()
    for item in names:
        name, value = (item, names[item]) if isinstance(item, str) else item
        namespace[name] = value
    namespace["__module__"] = module
    if qualname is not None:
        namespace["__qualname__"] = qualname
    return type(cls).__new__(type(cls), class_name, bases, namespace, boundary=boundary)


class Enum(metaclass=EnumType):
    """A set of names bound to constants that differ."""

    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _member_type_ = object
    _value_repr_ = None
    _new_member_ = object.__new__

    def __new__(cls, value):
        return _lookup(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for last_value in reversed(last_values):
            try:
                return last_value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        own = {name for cls in self.__class__.mro()[:-1] if cls is not Enum for name in cls.__dict__
               if name[0] != "_" and name not in cls.__dict__.get("_member_map_", ())}
        own |= {name for name in self.__dict__ if name[0] != "_"}
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | own)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class ReprEnum(Enum):
    """An enumeration whose members keep only the repr() of one: str() and format() are those of their type."""


class IntEnum(int, ReprEnum):
    """An enumeration of integers."""


class StrEnum(str, ReprEnum):
    """An enumeration of strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member of a Flag has."""

    STRICT = auto()  # An error.
    CONFORM = auto()  # They are dropped.
    EJECT = auto()  # The value is an int and no flag.
    KEEP = auto()  # They are kept.


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _binary(number, width):
    """A number as a sign bit and `width` digits."""
    digits = format(number & ((1 << width) - 1), f"0{width}b")
    return f"0b{int(number < 0)} {digits}"


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members are bits that can be combined."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 1 << last_value.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None

    @classmethod
    def _missing_(cls, value):
        """The combination of members that has the value; it is made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, every = cls._flag_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n"
                                 f"    given {_binary(value, width)}\n  allowed {_binary(mask, width)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        if value < 0:
            value += every + 1
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._new_member_(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        parts = [part._name_ for part in _single_flags(cls, value)]
        unknown = value & ~mask
        if parts and unknown:
            parts.append(str(cls._numeric_repr_(unknown)))
        made._name_ = "|".join(parts) if parts else None
        return cls._value2member_map_.setdefault(value, made)

    _numeric_repr_ = staticmethod(repr)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(_single_flags(self.__class__, self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {show(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def _operand(self, other):
        """The bits of the other operand, or NotImplemented."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        bits = self._operand(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A Flag whose members are integers too."""


def _single_flags(cls, value):
    """The members of one bit that a value is made of."""
    found = [cls._value2member_map_[bit] for bit in _bits(value & cls._singles_mask_)]
    if not cls._in_order_:
        found.sort(key=lambda flag: flag._sort_order_)
    return found


def unique(enumeration):
    """A decorator for an enumeration that must have no aliases."""
    aliases = [f"{name} -> {found.name}" for name, found in enumeration.__members__.items() if name != found.name]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can look at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration for EnumCheck's constraints."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration)
        return enumeration

    def _unique(self, enumeration):
        aliases = [f"{name} -> {found.name}" for name, found in enumeration.__members__.items() if name != found.name]
        if aliases:
            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")

    def _continuous(self, enumeration):
        values = {found.value for found in enumeration}
        if len(values) < 2:
            return
        is_flag = issubclass(enumeration, Flag)
        low, high = min(values), max(values)
        if is_flag:
            missing = [1 << i for i in range(low.bit_length(), high.bit_length()) if 1 << i not in values]
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            raise ValueError(f"invalid {'flag' if is_flag else 'enum'} {enumeration.__name__!r}: "
                             f"missing values {', '.join(str(i) for i in missing)}"[:256])

    def _named_flags(self, enumeration):
        singles = {found.value for found in enumeration}
        names, missing = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            lacking = [bit for bit in _bits(alias.value) if bit not in singles]
            if lacking:
                names.append(name)
                for bit in lacking:
                    missing |= bit
        if names:
            if len(names) == 1:
                found = f"alias {names[0]} is missing"
            else:
                found = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
            what = f"value 0x{missing:x}" if _is_single_bit(missing) else f"combined values of 0x{missing:x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {found} {what} "
                             "[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    """The single bits that a flag is made of, the lowest first."""
    return list(_bits(int(getattr(value, "value", value))))


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join(part if part[0].isdigit() else f"{module}.{part}" for part in self._name_.split("|"))


def global_str(self):
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """A decorator that puts the members into their module and lets them look as if they lived there."""
    from sys import modules
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
