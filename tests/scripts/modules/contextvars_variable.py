# ContextVar and Token: get, set, reset, and every misuse
import contextvars
from contextvars import ContextVar, Token, copy_context


def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


v = ContextVar("v", default=1)
w = ContextVar("w")
attempt(ContextVar)
attempt(ContextVar, 1)
attempt(ContextVar, "a", 1)
attempt(ContextVar, name="a")
attempt(w.get)
attempt(w.get, 5)
attempt(v.get, 5)
attempt(w.get, default=5)
attempt(w.get, 1, 2)
attempt(w.set)
try:
    w.get()
except LookupError as e:
    print(e.args[0] is w)

token = v.set(3)
print(token.var is v, token.old_value is Token.MISSING, Token.MISSING)
again = v.set([4])
print(again.old_value, v.get(), v.name)
attempt(v.reset, 3)
attempt(w.reset, token)
attempt(v.reset, token)
print(v.get(), repr(token).startswith("<Token used var=<ContextVar name='v' default=1 at"))
attempt(v.reset, token)
attempt(v.reset, again)
print(v.get())
v.set(None)
print(v.get(), v.get("default given"))
attempt(Token)
attempt(lambda: copy_context().run(v.reset, v.set(9)))
print(ContextVar[int], Token[int])
for cls in ContextVar, contextvars.Context, Token:
    attempt(type, "Sub", (cls,), {})

many = [ContextVar(f"v{i}", default=-i) for i in range(100)]
tokens = [var.set(i * i) for i, var in enumerate(many)]
print(sum(var.get() for var in many), len(copy_context()))
for token in tokens[::2]:
    token.var.reset(token)
print(sum(var.get() for var in many), len(copy_context()))
print([var.get() for var in many[::9]])
for token in reversed(tokens):
    if token.var.get() > 0:
        token.var.reset(token)
print(sum(var.get() for var in many), len(copy_context()))
