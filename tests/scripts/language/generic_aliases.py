# list[int], type[int], int | None: what they are, what isinstance() says of them, which types have none.
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: (list[int], dict[str, list[int]], tuple[int, ...], type[int], set[str], frozenset[int], type[list[int]]))
attempt(lambda: (list[int].__origin__, dict[str, int].__args__, type[int].__origin__))
attempt(lambda: (list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int])))
attempt(lambda: (list[int](), dict[str, int](a=1), list[int]("ab")))
for what in ("isinstance([], list[int])", "issubclass(list, list[int])", "isinstance(5, int | list[int])",
             "isinstance([], (int, list[int]))", "int[1]", "str[0]", "5 | None", "int | 5", "float['x']"):
    attempt(lambda: eval(what))
attempt(lambda: (int | None, None | int, list[int] | None, int | str | int, int | int))
attempt(lambda: (isinstance(5, int | str), isinstance(None, int | None), issubclass(bool, int | str), (int | str) == (str | int)))


class Own:
    def __class_getitem__(cls, key):
        return cls.__name__, key


class Derived(Own):
    pass


class Metaclass(type):
    def __getitem__(cls, key):
        return "metaclass", key


class Made(Own, metaclass=Metaclass):
    pass


print(Own[1], Own[1, 2], Derived["x"], Made[3], hasattr(int, "__class_getitem__"), hasattr(list, "__class_getitem__"))
attempt(lambda: Own()[1])


class Numbers(list[int]):
    pass


print(Numbers.__bases__, Numbers.__orig_bases__, Numbers([1]))
