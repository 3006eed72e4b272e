# Signatures as text, and what they are made of.
import functools
import inspect
from typing import Optional


def f(a, b: int = 1, /, c: "str" = "x", *args: int, d, e: list[int] = None, **kw) -> Optional[int]:
    pass


s = inspect.signature(f)
print(s, repr(s), s.return_annotation, list(s.parameters))
for p in s.parameters.values():
    print(p, repr(p), p.name, p.kind, repr(p.kind), p.default, p.annotation, p.kind.description)
for g in lambda *, x=1: 0, lambda: 0, lambda a, /: 0, lambda *a: 0, lambda a, b=2, *, c: 0, lambda **k: 0:
    print(inspect.signature(g))


class Own:
    pass


def g(a: Own, b: "Own" = Own, c: int | None = None) -> None:
    pass


print(str(inspect.signature(g)).replace("<class '__main__.Own'>", "Own"))


@functools.wraps(f)
def wrapped(*args, **kwargs):
    return f(*args, **kwargs)


print(inspect.signature(wrapped) == s, inspect.signature(wrapped, follow_wrapped=False), inspect.unwrap(wrapped) is f)
print(inspect.signature(functools.partial(f, 1)), inspect.signature(functools.partial(f, 1, c=2)))
print(s.replace(return_annotation=int), s.replace(parameters=[]), hash(s) == hash(inspect.signature(f)))
print(inspect.signature(g, eval_str=True).parameters["b"].annotation.__name__)
wrapped.__signature__ = inspect.Signature()
print(inspect.signature(wrapped))


async def coroutine(x, *, timeout: float = 1.5):
    pass


print(inspect.signature(coroutine), inspect.Signature.from_callable(coroutine))
