# string.Template: $name, ${name}, $$.
from string import Template

t = Template("$who likes ${what}s, for $$5 and $who_else")
print(t.substitute(who="ann", what="cake", who_else="bob"))
print(t.substitute({"who": 1, "what": 2, "who_else": 3}, what="named wins"))
print(t.safe_substitute(who="ann"), t.template)
print(t.get_identifiers(), t.is_valid(), Template("a $ b").is_valid())


def attempt(text, *args, **kwargs):
    try:
        print(Template(text).substitute(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt("$missing")
attempt("line one\nand $ alone")
attempt("${no closing", no=1)
attempt("$1")
attempt("ends in $")
attempt("a\n\n  ${x y}")
print(Template("$ and $1 and ${x} and $y").safe_substitute(y="Y"))


class Percent(Template):
    delimiter = "%"


print(Percent("%a %% %{b} $a").substitute(a=1, b=2))
