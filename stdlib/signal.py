"""Signals of the system: numbers with names, and what a script wants done when one arrives."""
import _signal
from _signal import (
    ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, ItimerError, alarm, default_int_handler, getitimer, pause,
    raise_signal, set_wakeup_fd, setitimer, strsignal,
)


class _NamedNumbers(type):
    """The class of a class whose members are integers with names: Numbers.NAME, Numbers["NAME"], Numbers(1)."""

    def __iter__(cls):
        return iter(cls._members.values())

    def __len__(cls):
        return len(cls._members)

    def __contains__(cls, value):
        return value in cls._by_value

    def __getitem__(cls, name):
        return cls._members[name]

    def __call__(cls, value):
        try:
            return cls._by_value[value]
        except (KeyError, TypeError):
            raise ValueError(f"{value!r} is not a valid {cls.__name__}") from None

    def __repr__(cls):
        return f"<enum '{cls.__name__}'>"

    @property
    def __members__(cls):
        return dict(cls._members)


class _NamedNumber(int):
    """One of them."""

    name = property(lambda self: self._name)
    value = property(lambda self: int(self))

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name}: {int(self)}>"

    def __str__(self):
        return int.__repr__(self)


def _make(name, numbers):
    cls = _NamedNumbers(name, (_NamedNumber,), {"_members": {}, "_by_value": {}, "__module__": __name__})
    for member_name, number in numbers.items():
        member = int.__new__(cls, number)
        member._name = member_name
        cls._members[member_name] = cls._by_value[number] = member
        setattr(cls, member_name, member)
        globals()[member_name] = member
    return cls


Signals = _make("Signals", _signal.signals)
Handlers = _make("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1})


def _named(cls, value):
    """The member of that value, or the value itself where there is none."""
    return cls._by_value.get(value, value) if isinstance(value, int) else value


def signal(signalnum, handler):
    """Sets what becomes of a signal: SIG_DFL, SIG_IGN, or a callable that gets its number and the
    frame that runs."""
    if isinstance(handler, _NamedNumber):
        handler = int(handler)
    return _named(Handlers, _signal.signal(signalnum, handler))


def getsignal(signalnum):
    """What becomes of a signal: SIG_DFL, SIG_IGN or a callable."""
    return _named(Handlers, _signal.getsignal(signalnum))


def valid_signals():
    """All signals that there are."""
    return {_named(Signals, number) for number in _signal.valid_signals()}
