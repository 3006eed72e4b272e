"""Random programs about numbers: integers of any size, floats, their text. The same seed gives the same program.

Every line shows one expression, or the exception it raises. Numbers crowd around the places where representations
change: powers of two, the ends of words, halves, the ends of the floats.
"""
import math
import random
import struct

EDGES = [0, 8, 16, 24, 30, 31, 32, 52, 53, 54, 60, 61, 62, 63, 64, 65, 126, 127, 128, 129, 192, 256, 1022, 1023, 1024,
         1074, 1075, 2560, 5120]
FLOATS = ["0.0", "-0.0", "0.5", "1.5", "2.5", "-2.5", "0.1", "1e16", "1e22", "1e23", "-1e300", "1.7976931348623157e308",
          "5e-324", "2.2250738585072014e-308", "float('inf')", "float('-inf')", "float('nan')", "9007199254740993.0",
          "4611686018427387904.0", "-9.223372036854775808e18", "2.675", "1e-5", "123456789.123456789", "0.0001"]
HEADER = """import math
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Int(int):
    pass
"""


class Programs:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def integer(self, bits=400):
        rng = self.rng
        kind = rng.randrange(6)
        if kind == 0:
            number = rng.randint(0, 20)
        elif kind == 1:
            number = rng.getrandbits(rng.randint(1, 64))
        elif kind == 2:
            number = 10 ** rng.randint(0, bits // 4) + rng.randint(-2, 2)
        elif kind == 3:
            number = rng.getrandbits(rng.randint(1, bits))
        elif kind == 4:
            number = (1 << rng.choice([e for e in EDGES if e <= max(bits, 8)])) + rng.randint(-3, 3)
        else: # long runs of ones and zeros
            number = 0
            while number.bit_length() < rng.randint(1, bits):
                run = rng.randint(1, 90)
                number = number << run | ((1 << run) - 1 if rng.random() < 0.5 else 0) or 1
        return -number if rng.random() < 0.35 else number

    def literal(self, bits=400):
        number = self.integer(bits)
        text = self.rng.choice([str, str, str, hex, bin, oct])(number)
        if number < 0:
            return "(%s)" % text
        return "Int(%s)" % text if self.rng.random() < 0.02 else text

    def small(self, low=-3, high=70):
        return str(self.rng.randint(low, high))

    def real(self):
        rng = self.rng
        kind = rng.randrange(5)
        if kind == 0:
            return rng.choice(FLOATS)
        if kind == 1:
            number = struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
            return "float.fromhex('%s')" % number.hex() if math.isfinite(number) else "1e308"
        if kind == 2:
            return repr(round(rng.uniform(-1000, 1000), rng.randint(0, 6)))
        if kind == 3:
            return "(%s / %d)" % (self.literal(80), 2 ** rng.randint(0, 12))
        return repr(float(rng.randint(-100, 100)) + rng.choice([0, 0.5, 0.25]))

    def number(self, depth):
        return self.real() if self.rng.random() < 0.3 else self.whole(depth)

    def whole(self, depth):
        """An expression that is an int, unless it raises."""
        rng = self.rng
        if depth <= 0 or rng.random() < 0.2:
            return rng.choice(["True", "False"]) if rng.random() < 0.03 else self.literal()
        a, b = self.whole(depth - 1), self.whole(depth - 1)
        return rng.choice([
            lambda: "(%s + %s)" % (a, b), lambda: "(%s - %s)" % (a, b), lambda: "(%s * %s)" % (a, b),
            lambda: "(%s // %s)" % (a, b), lambda: "(%s %% %s)" % (a, b), lambda: "(%s & %s)" % (a, b),
            lambda: "(%s | %s)" % (a, b), lambda: "(%s ^ %s)" % (a, b), lambda: "(%s << %s)" % (a, self.small()),
            lambda: "(%s >> %s)" % (a, self.small(-1, 300)), lambda: "(~%s)" % a, lambda: "(-%s)" % a,
            lambda: "abs(%s)" % a, lambda: "(%s ** %s)" % (self.literal(90), self.small(0, 30)),
            lambda: "pow(%s, %s, %s)" % (a, b, self.literal()), lambda: "math.gcd(%s, %s)" % (a, b),
            lambda: "math.isqrt(%s)" % a, lambda: "round(%s, %s)" % (a, self.small(-60, 2)),
            lambda: "int(%s)" % self.real(), lambda: "round(%s)" % self.real(),
            lambda: "math.%s(%s)" % (rng.choice(["floor", "ceil", "trunc"]), self.number(0)),
            lambda: "math.lcm(%s, %s)" % (a, b), lambda: "divmod(%s, %s)[%d]" % (a, b, rng.randrange(2)),
            lambda: "sum([%s, %s, True])" % (a, b), lambda: "math.comb(%s, %s)" % (rng.randint(-1, 90), rng.randint(-1, 40)),
            lambda: "math.perm(%s, %s)" % (rng.randint(-1, 90), rng.randint(-1, 40)),
            lambda: "int.from_bytes(%r, %r, signed=%s)" % (rng.randbytes(rng.randint(0, 40)),
                                                           rng.choice(["big", "little"]), rng.random() < 0.5),
            lambda: "%s.bit_length()" % self.bracket(a), lambda: "%s.bit_count()" % self.bracket(a),
            lambda: "hash(%s)" % a, lambda: "math.factorial(%s)" % rng.randint(-1, 60),
            lambda: "int(%r, %d)" % (self.digits(), rng.choice([0, 2, 3, 7, 8, 10, 10, 10, 16, 36])),
        ])()

    @staticmethod
    def bracket(text):
        return "(%s)" % text

    def digits(self):
        rng = self.rng
        text = rng.choice(["", "-", "+", " "]) + rng.choice(["", "", "0x", "0b", "0o"])
        text += "".join(rng.choice("0123456789abcxyz_" if rng.random() < 0.1 else "0110") for _ in range(rng.randint(1, 60)))
        return text + rng.choice(["", "", " ", "\n"])

    def real_text(self):
        rng = self.rng
        digits = "".join(rng.choice("0123456789") for _ in range(rng.choice([1, 3, 17, 18, 25, 60, 400])))
        at = rng.randint(0, len(digits))
        text = rng.choice(["", "-", "+", "  "]) + digits[:at] + rng.choice([".", ".", ""]) + digits[at:]
        if rng.random() < 0.5:
            text += rng.choice("eE") + str(rng.randint(-340, 310))
        if rng.random() < 0.1:
            at = rng.randint(0, len(text))
            text = text[:at] + rng.choice(["_", "__", " ", "x", ".", "e"]) + text[at:]
        return text if rng.random() < 0.95 else rng.choice(["inf", "-Infinity", "NaN", "+nan", "", "infinit", "1_0.5", "_1"])

    def spec(self, kinds):
        rng = self.rng
        fill = rng.choice(["", "", "", "*<", ">", "^", "=", "0="])
        sign = rng.choice(["", "", "+", " ", "-"])
        other = rng.choice(["", "", "#", "0", "#0", "z"])
        width = rng.choice(["", "", "5", "20", "45"])
        group = rng.choice(["", "", "", ",", "_"])
        precision = rng.choice(["", "", ".0", ".1", ".3", ".10", ".17", ".30"])
        return fill + sign + other + width + group + precision + rng.choice(kinds)

    def line(self):
        rng = self.rng
        a, b = self.number(2), self.number(2)
        return rng.choice([
            lambda: self.whole(3), lambda: self.whole(3), lambda: self.whole(4),
            lambda: "%s %s %s" % (a, rng.choice(["+", "-", "*", "/", "//", "%"]), b),
            lambda: "%s %s %s" % (a, rng.choice(["<", "<=", "==", "!=", ">", ">="]), b),
            lambda: "%s / %s" % (self.whole(2), self.whole(2)), lambda: "divmod(%s, %s)" % (a, b),
            lambda: "abs(%s) ** %s" % (self.real(), self.number(0)), lambda: "%s ** -%d" % (self.literal(40), rng.randint(0, 9)),
            lambda: "float(%s)" % self.whole(2), lambda: "hash(%s)" % self.real().replace("float('nan')", "1.0"),
            lambda: "round(%s, %s)" % (self.real(), self.small(-5, 20)),
            lambda: "float(%r)" % self.real_text(), lambda: "repr(%s)" % self.real(),
            lambda: "(%s).hex()" % self.real(), lambda: "(%s).as_integer_ratio()" % a,
            lambda: "(%s).is_integer()" % self.real(), lambda: "format(%s, %r)" % (self.real(), self.spec("eEfFgGn%")),
            lambda: "format(%s, %r)" % (self.real(), self.spec(["", "", "d", "s"])),
            lambda: "format(%s, %r)" % (self.whole(1), self.spec(["d", "x", "X", "o", "b", "n", "", "", "e", "f", "c", "%", "s"])),
            lambda: "'%%%s%s%s%s' %% %s" % (rng.choice(["", "-", "+", "0", "#", " ", "#0"]), rng.choice(["", "3", "30"]),
                                         rng.choice(["", ".0", ".2", ".20"]), rng.choice("dixXoeEfFgGsr"), self.bracket(a)),
            lambda: "(%s).to_bytes(%d, %r, signed=%s)" % (self.whole(1), rng.randint(0, 60), rng.choice(["big", "little"]),
                                                         rng.random() < 0.6),
            lambda: "math.%s(%s)" % (rng.choice(["log", "log2", "log10", "sqrt", "exp", "sin", "frexp", "modf", "fabs",
                                                 "ulp", "cbrt", "exp2", "isfinite", "erf", "degrees"]), a),
            lambda: "math.%s(%s, %s)" % (rng.choice(["fmod", "remainder", "copysign", "nextafter", "hypot", "pow", "isclose",
                                                     "log", "atan2"]), a, b),
            lambda: "math.ldexp(%s, %s)" % (self.real(), self.small(-1100, 1100)),
            lambda: "math.fsum([%s, %s, %s, %s])" % (self.real(), self.real(), a, b),
            lambda: "math.prod([%s, %s, %s])" % (self.whole(1), a, b),
            lambda: "float.fromhex(%r)" % self.hexadecimal(),
            lambda: "min(%s, %s), max(%s, %s)" % (a, b, a, b),
            lambda: "{%s: 1}.get(%s)" % (a, rng.choice([a, "float(%s)" % a, b])),
            lambda: "%d in range(%s, %s, %s)" % (self.integer(), self.literal(), self.literal(), self.literal(80)),
            lambda: "range(%s, %s, %s)[%s]" % (self.literal(90), self.literal(90), self.literal(80),
                                               rng.choice([self.small(), self.small() + ":", ":" + self.literal(90),
                                                           "::" + self.small(-3, 3)])),
            lambda: "list(range(%s, %s, %s))[:5]" % (self.literal(90), self.literal(90), 10 ** 54 * rng.choice([1, -1])),
            lambda: "slice(%s, %s, %s).indices(%s)" % (self.literal(90), self.literal(90), self.literal(60), self.small()),
            lambda: "[10, 20, 30][%s]" % rng.choice([self.literal(90), "%s:%s" % (self.literal(90), self.literal(90)),
                                                    "::%s" % self.literal(90)]),
            lambda: "%s(%s)" % (rng.choice(["bin", "oct", "hex", "str", "bool", "repr", "int"]), self.whole(2)),
        ])()

    def hexadecimal(self):
        rng = self.rng
        text = rng.choice(["", "-", "0x", "-0x", "+0X"]) + "".join(rng.choice("0123456789abcDEF") for _ in range(rng.randint(1, 20)))
        if rng.random() < 0.6:
            text += "." + "".join(rng.choice("018fF") for _ in range(rng.randint(0, 20)))
        if rng.random() < 0.6:
            text += rng.choice("pP") + str(rng.randint(-1130, 1100))
        return text if rng.random() < 0.95 else text + rng.choice(["g", "p", " ", "."])


def program(seed, lines=40):
    """The text of program number `seed`."""
    programs = Programs(seed)
    return HEADER + "".join("show(lambda: (%s))\n" % programs.line() for _ in range(lines))
