# Parameters and signatures made by hand, and what is refused.
import inspect

P = inspect.Parameter


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


a = P("a", P.POSITIONAL_OR_KEYWORD, default=1, annotation=int)
print(a, repr(a), a == P("a", P.POSITIONAL_OR_KEYWORD, default=1, annotation=int), a == P("b", P.KEYWORD_ONLY))
print(a.replace(name="z"), a.replace(default=P.empty), a.replace(annotation=P.empty, kind=P.KEYWORD_ONLY).kind)
print(P.empty, inspect.Signature.empty is P.empty, inspect.Signature(), P.VAR_KEYWORD > P.KEYWORD_ONLY)
print(inspect.Signature([P("x", P.POSITIONAL_ONLY), a, P("k", P.VAR_KEYWORD)], return_annotation=str))
attempt(P, "1a", P.KEYWORD_ONLY)
attempt(P, "if", P.KEYWORD_ONLY)
attempt(P, 1, P.KEYWORD_ONLY)
attempt(P, "a", 9)
attempt(P, "a", P.VAR_POSITIONAL, default=1)
attempt(P, "a", P.VAR_KEYWORD, default=1)
attempt(inspect.Signature, [P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)])
attempt(inspect.Signature, [P("a", P.POSITIONAL_ONLY, default=1), P("b", P.POSITIONAL_ONLY)])
attempt(inspect.Signature, [P("a", P.KEYWORD_ONLY), P("a", P.KEYWORD_ONLY)])
try:
    a.name = "b"
except AttributeError as e:
    print("AttributeError")
