# type X = ...: aliases, their values evaluated late; `type` is a keyword there alone.
# python: 3.13
type Number = int | float
type Pairs[K, V] = list[tuple[K, V]]
type Json = None | bool | int | float | str | list[Json] | dict[str, Json]
print(Number, Number.__name__, Number.__value__, Number.__type_params__, type(Number), Number.__module__)
print(Pairs, Pairs[int, str], Pairs.__value__, Pairs.__type_params__, Pairs.__parameters__)
print(Pairs[int, str].__origin__ is Pairs, Pairs[int, str].__args__)
print(Json.__value__)
print(Number | None, Number | str, str | Number, Number | Pairs)
print(Number.__value__ is Number.__value__, isinstance(1, Number.__value__), Number == Number)

type Unknown = not_defined_yet
try:
    Unknown.__value__
except NameError as e:
    print(e)
not_defined_yet = 5
print(Unknown.__value__)


def outer(z):
    type Local[T] = dict[T, z]
    return Local


print(outer(int), outer(int).__value__, outer(str)[bytes])

type = type(1)
print(type, type("5"))
type: int = 3
type += 1
print(type)
type[0] if False else print("an expression")
del type
print(type(1))
type type = type
print(type.__value__ is type)
del type
match = case = _ = 1
type match = case
print(match)
for action in (lambda: Number(), lambda: Number[int], lambda: setattr(Number, "__value__", 1)):
    try:
        action()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
