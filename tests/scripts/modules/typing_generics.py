# Generic classes, aliases, and what typing says of them.
import typing
from typing import Any, Awaitable, Callable, Generic, Literal, Optional, TypeVar, Union

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item


print(Box(3).get(), Box[int]("x").get(), Box[int], T, Box.__parameters__, Box[int].__args__, Box[int].__origin__ is Box)
print(Optional[int], Union[int, str, None], typing.List[int], Callable[[int, str], bool], Callable[..., Any], Literal["a", 1], typing.Dict[str, typing.List[int]])
print(Awaitable[int], typing.AsyncIterator[str], typing.Coroutine[None, None, int], typing.Generator[int, None, str], typing.Tuple[int, ...], typing.Type[int])
print(typing.get_origin(list[int]), typing.get_args(dict[str, int]), typing.get_args(Callable[[int], str]), typing.get_origin(Optional[int]) is Union)


def f(a: int, b: "str" = "x", *c: float) -> "Box[int]":
    pass


print(typing.get_type_hints(f))
print(typing.cast(int, "x"), typing.NewType("UserId", int)(5), int | None, list[int] | str, Union[int, int], Union[int])
for attempt in (lambda: Optional[1, 2], lambda: typing.List[int](), lambda: isinstance([], typing.List[int]), lambda: Union[()],
                lambda: isinstance(3, Any), lambda: typing.assert_never(3), lambda: Box[int, str], lambda: Any(), lambda: Callable[int],
                lambda: typing.NoReturn[int], lambda: Generic[int]):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
