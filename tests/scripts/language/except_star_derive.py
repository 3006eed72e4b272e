"""How often except* asks a group for parts of itself: what no clause matches stays what it is until the end."""


class Derived(BaseExceptionGroup):
    def derive(self, excs):
        return Derived("derived " + self.message, excs)


def attempt(function):
    inner = Derived("in", [KeyError(4), ValueError(5)])
    group = Derived("group", [ValueError(1), TypeError(2), inner])
    group.__context__ = OSError(9)
    group.add_note("note")
    try:
        function(group)
        print(function.__name__, "nothing left")
    except BaseException as e:
        print(function.__name__, e is group, repr(e), e.__suppress_context__, getattr(e, "__notes__", None), repr(e.__context__))


def no_match(group):
    try:
        raise group
    except* IndexError:
        pass
    except* OSError:
        pass


def all_again(group):
    try:
        raise group
    except* Exception:
        raise


def all_by_name(group):
    try:
        raise group
    except* Exception as e:
        raise e


def one_again(group):
    try:
        raise group
    except* ValueError as e:
        print(repr(e))
        raise


def both_again(group):
    try:
        raise group
    except* ValueError:
        raise
    except* Exception as e:
        print(repr(e))
        raise


def match_and_miss(group):
    try:
        raise group
    except* ValueError:
        pass
    except* IndexError:
        pass


def miss_and_match(group):
    try:
        raise group
    except* IndexError:
        pass
    except* ValueError as e:
        print(repr(e))
        raise MemoryError
    except* TypeError as e:
        print(repr(e))
        raise


def nothing_left(group):
    try:
        raise group
    except* Exception:
        pass
    except* ValueError:
        pass


for f in (no_match, all_again, all_by_name, one_again, both_again, match_and_miss, miss_and_match, nothing_left):
    attempt(f)
