# A program: a JSON-like writer and reader, with nesting, escapes and errors.
def dump(value, indent=0, level=0):
    pad, end = ("\n" + " " * indent * (level + 1), "\n" + " " * indent * level) if indent else ("", "")
    sep = "," + pad if indent else ", "
    if value is None:
        return "null"
    if value is True or value is False:
        return str(value).lower()
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
        return '"' + "".join(escapes.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}") for c in value) + '"'
    if isinstance(value, (list, tuple)):
        return "[" + pad + sep.join(dump(v, indent, level + 1) for v in value) + end + "]" if value else "[]"
    if isinstance(value, dict):
        items = (f"{dump(str(k))}: {dump(v, indent, level + 1)}" for k, v in value.items())
        return "{" + pad + sep.join(items) + end + "}" if value else "{}"
    raise TypeError(f"{type(value).__name__} cannot be written")


class Reader:
    def __init__(self, text):
        self.text, self.i = text, 0

    def fail(self, what):
        line = self.text.count("\n", 0, self.i) + 1
        raise ValueError(f"{what} at line {line}, column {self.i - self.text.rfind(chr(10), 0, self.i)}")

    def skip(self):
        while self.i < len(self.text) and self.text[self.i] in " \n\t":
            self.i += 1

    def peek(self):
        self.skip()
        return self.text[self.i] if self.i < len(self.text) else ""

    def expect(self, ch):
        if self.peek() != ch:
            self.fail(f"expected {ch!r}, found {self.peek()!r}")
        self.i += 1

    def value(self):
        ch = self.peek()
        if ch == "{":
            return dict(self.items("}", self.pair))
        if ch == "[":
            return list(self.items("]", self.value))
        if ch == '"':
            return self.string()
        for word, v in (("null", None), ("true", True), ("false", False)):
            if self.text.startswith(word, self.i):
                self.i += len(word)
                return v
        start = self.i
        while self.i < len(self.text) and self.text[self.i] in "+-.eE0123456789":
            self.i += 1
        token = self.text[start:self.i]
        try:
            return float(token) if set(token) & set(".eE") else int(token)
        except ValueError:
            self.fail(f"bad value {token or ch!r}")

    def items(self, close, item):
        self.i += 1
        if self.peek() == close:
            self.i += 1
            return
        while True:
            yield item()
            if self.peek() == close:
                self.i += 1
                return
            self.expect(",")

    def pair(self):
        if self.peek() != '"':
            self.fail("expected a key")
        key = self.string()
        self.expect(":")
        return key, self.value()

    def string(self):
        self.i += 1
        out = ""
        while True:
            if self.i >= len(self.text):
                self.fail("string without end")
            ch = self.text[self.i]
            self.i += 1
            if ch == '"':
                return out
            if ch == "\\":
                esc = self.text[self.i]
                self.i += 1
                if esc == "u":
                    ch = chr(int(self.text[self.i:self.i + 4], 16))
                    self.i += 4
                else:
                    ch = {"n": "\n", "t": "\t"}.get(esc, esc)
            out += ch


def load(text):
    r = Reader(text)
    v = r.value()
    if r.peek():
        r.fail("something after the end")
    return v


data = {"name": "Ann \"A\" \\ é日\n\x01", "age": 30, "tags": ["a", [], {}, [1, [2, [3]]]], "pi": 3.14, "big": 1e100, "none": None, "yes": True, "nested": {"k": {"deep": False}}, 5: "int key"}
print(dump(data))
print(dump(data, indent=2))
back = load(dump(data))
print(back, load(dump(back, indent=3)) == back, sep="\n")
for text in ("[1, 2", "[1 2]", '{"a" 1}', '{a: 1}', '"abc', "[1,]", "nope", "[] []", "", '{"a": [1,\n 2,\n tru]}', "1.5e", "-5", "[true,false,null]", '"\\u0041\\n"'):
    try:
        print(repr(text), "->", repr(load(text)))
    except ValueError as e:
        print(repr(text), "->", e)
for bad in ({1, 2}, [object], {"f": len}):
    try:
        dump(bad)
    except TypeError as e:
        print(e)
