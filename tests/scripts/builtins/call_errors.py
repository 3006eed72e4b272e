# The TypeErrors that built-in functions give for wrong arguments.
# python: 3.11
calls = {
    "len()": lambda: len(), "len(1, 2)": lambda: len(1, 2), "len(x=1)": lambda: len(x=1), "abs(x=1)": lambda: abs(x=1), "chr(1, 2)": lambda: chr(1, 2), "ord(c='a')": lambda: ord(c="a"),
    "isinstance(1)": lambda: isinstance(1), "isinstance(1, 2, 3)": lambda: isinstance(1, 2, 3), "print(1, 2, bad=3)": lambda: print(1, 2, bad=3), "sorted()": lambda: sorted(), "sorted([], 1)": lambda: sorted([], 1),
    "sum()": lambda: sum(), "iter()": lambda: iter(), "next()": lambda: next(), "range()": lambda: range(), "zip(1)": lambda: zip(1), "map()": lambda: map(), "map(1)": lambda: map(1), "filter(1)": lambda: filter(1),
    "int('1', 2, 3)": lambda: int("1", 2, 3), "float(1, 2)": lambda: float(1, 2), "str(1, 2, 3, 4)": lambda: str(1, 2, 3, 4), "list(1, 2)": lambda: list(1, 2), "dict(1, 2)": lambda: dict(1, 2), "tuple(1, 2)": lambda: tuple(1, 2),
    "set(1, 2)": lambda: set(1, 2), "bool(1, 2)": lambda: bool(1, 2), "type(1, 2)": lambda: type(1, 2), "enumerate()": lambda: enumerate(), "reversed()": lambda: reversed(), "getattr(1)": lambda: getattr(1), "hasattr(1)": lambda: hasattr(1),
    "setattr(1, 2)": lambda: setattr(1, 2), "divmod(1)": lambda: divmod(1), "pow(1)": lambda: pow(1), "round()": lambda: round(), "hash()": lambda: hash(), "callable()": lambda: callable(), "repr()": lambda: repr(), "bin()": lambda: bin(),
    "min()": lambda: min(), "max(key=1)": lambda: max(key=1), "any()": lambda: any(), "all(1, 2)": lambda: all(1, 2), "id()": lambda: id(), "format()": lambda: format(), "input(1, 2)": lambda: input(1, 2), "vars(1, 2)": lambda: vars(1, 2),
    "[].append()": lambda: [].append(), "[].append(1, 2)": lambda: [].append(1, 2), "[].pop(1, 2)": lambda: [].pop(1, 2), "[].pop('a')": lambda: [1].pop("a"), "[].insert(1)": lambda: [].insert(1), "[].sort(1)": lambda: [].sort(1), "[].sort(bad=1)": lambda: [].sort(bad=1),
    "[].extend()": lambda: [].extend(), "[].clear(1)": lambda: [].clear(1), "[].index()": lambda: [].index(), "[].count()": lambda: [].count(), "''.join()": lambda: "".join(), "''.join(1, 2)": lambda: "".join(1, 2), "''.split(1, 2, 3)": lambda: "".split(1, 2, 3),
    "''.split(bad=1)": lambda: "".split(bad=1), "''.replace('a')": lambda: "".replace("a"), "''.strip(1, 2)": lambda: "".strip(1, 2), "''.upper(1)": lambda: "".upper(1), "''.find()": lambda: "".find(), "''.format_map()": lambda: "".format_map(), "''.center()": lambda: "".center(),
    "{}.get()": lambda: {}.get(), "{}.get(1, 2, 3)": lambda: {}.get(1, 2, 3), "{}.pop()": lambda: {}.pop(), "{}.setdefault()": lambda: {}.setdefault(), "{}.items(1)": lambda: {}.items(1), "{}.update(1, 2)": lambda: {}.update(1, 2), "{}.popitem(1)": lambda: {}.popitem(1),
    "set().add()": lambda: set().add(), "set().remove()": lambda: set().remove(), "set().pop(1)": lambda: set().pop(1), "set().add(1, 2)": lambda: set().add(1, 2), "(1,).index()": lambda: (1,).index(), "(1,).count()": lambda: (1,).count(),
    "str.upper()": lambda: str.upper(), "str.upper(5)": lambda: str.upper(5), "list.append([])": lambda: list.append([]), "list.append(5, 1)": lambda: list.append(5, 1), "dict.get(1)": lambda: dict.get(1), "int.from_bytes()": lambda: int.from_bytes(),
    "object(1)": lambda: object(1), "property(1, 2, 3, 4, 5)": lambda: property(1, 2, 3, 4, 5), "ValueError(x=1)": lambda: ValueError(x=1), "[].nope()": lambda: [].nope(), "len.nope": lambda: len.nope, "(5)()": lambda: (lambda f: f())(5),
}
for text, call in calls.items():
    try:
        print(text, "=>", call())
    except (TypeError, AttributeError) as e:
        print(text, "=>", e)
