# A program: a tokenizer and recursive-descent calculator with variables and functions.
import math


class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


def tokenize(text):
    i = 0
    while i < len(text):
        ch = text[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield ("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]), i)
            i = j
        elif ch.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield ("name", text[i:j], i)
            i = j
        elif ch in "+-*/^(),=%":
            yield ("op", ch, i)
            i += 1
        else:
            raise ParseError(f"bad character {ch!r}", i)
    yield ("end", None, len(text))


class Parser:
    prec = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 4}
    apply = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "%": lambda a, b: a % b, "^": lambda a, b: a ** b}

    def __init__(self, text, env):
        self.tokens = list(tokenize(text))
        self.i = 0
        self.env = env

    @property
    def now(self):
        return self.tokens[self.i]

    def take(self, kind=None, value=None):
        k, v, pos = self.now
        if (kind and k != kind) or (value and v != value):
            raise ParseError(f"expected {value or kind}, got {v!r}", pos)
        self.i += 1
        return v

    def statement(self):
        if self.now[0] == "name" and self.tokens[self.i + 1][1] == "=":
            name = self.take("name")
            self.take("op", "=")
            self.env[name] = value = self.statement()
            return value
        value = self.expr(0)
        if self.now[0] != "end" and self.now[1] != ")":
            raise ParseError(f"unexpected {self.now[1]!r}", self.now[2])
        return value

    def expr(self, least):
        left = self.unary()
        while self.now[0] == "op" and self.prec.get(self.now[1], -1) > least or self.now[1] == "^" and least == 4:
            op = self.take()
            right = self.expr(self.prec[op] if op != "^" else 3)
            left = self.apply[op](left, right)
        return left

    def unary(self):
        if self.now[1] == "-":
            self.take()
            return -self.expr(3)
        k, v, pos = self.now
        self.i += 1
        if k == "num":
            return v
        if k == "name":
            if self.now[1] == "(":
                self.take()
                args = [self.expr(0)]
                while self.now[1] == ",":
                    self.take()
                    args.append(self.expr(0))
                self.take("op", ")")
                return {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs}[v](*args)
            return self.env[v]
        if v == "(":
            value = self.expr(0)
            self.take("op", ")")
            return value
        raise ParseError(f"unexpected {v!r}", pos)


env = {"pi": 3.14}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "x = y = 7", "x * y", "max(1, x, 3) + abs(-2)", "sqrt(16) / 3", "7 % 4 * 2.5", "1 +", "2 $ 3", "foo", "1 / 0", "(1", "1 2", "nope(1)", "pi * 2"):
    try:
        print(line, "=", Parser(line, env).statement())
    except ParseError as e:
        print(line, "->", e)
    except (KeyError, ZeroDivisionError) as e:
        print(line, "->", type(e).__name__, e)
print(env)
