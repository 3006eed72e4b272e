# %-formatting: every conversion, flags, widths, precision, mappings and errors.
print("%s %d %i %u" % ("a", 1, 2, 3), "%s" % 5, "%s" % [1, 2], "%s" % None, "%r %a" % ("é", "é"), "%%" % (), "100%%")
print("%5d|%-5d|%05d|%+d|% d|%+05d|%-+5d|% 05d" % (1, 2, 3, 4, 5, 6, 7, 8), "%d" % 3.99, "%d" % -3.99, "%d" % True)
print("%x %X %o %#x %#X %#o %08x %#010x" % (255, 255, 8, 255, 255, 8, 255, 255), "%x" % -255, "%-8x|" % 16, "%.5d %.3x" % (42, 10), "%8.5d|" % 42)
print("%f %.2f %8.3f|%-8.1f|%08.2f|%+.1f %.0f %#.0f" % (1.5, 2.675, 3.14159, 2.25, 3.7, 4, 2.5, 3.0), "%f" % 10, "%F" % 1.5)
print("%e %.2E %g %G %.3g %g %g %#g" % (12345.678, 0.00012, 1e10, 1e-10, 1234.5, 100000, 1000000, 1.0), "%.10g" % 0.1, "%10.3e|" % 1e5)
print("%c%c%c" % ("a", 66, 8364), "%5c|%-5c|" % ("x", "y"), "%s %s" % (1, (2, 3)), "%s" % ((1, 2),), "%10s|%-10s|%.2s|%5.1s|" % ("a", "b", "abc", "xyz"))
print("%(a)s %(b)05d %(a)r" % {"a": "x", "b": 7}, "%(k)s%%" % {"k": 5}, "%(x.y)s" % {"x.y": 1}, "%(a)s" % {"a": 1, "z": 2}, "none" % {})
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 2, 3.14159, 8, 3, 2.5), "%*d|" % (-5, 3), "%s" % "%s", "%5%|" % () if False else "")
print("%f %e %g %d" % (float("inf"), float("-inf"), float("nan"), 10 ** 15), "%5s|%05.1f" % (float("nan"), float("inf")), "%+f % f" % (float("inf"), float("inf")))
print("%.4f \t%s%s = %i" % (1.80012, "\t" * 2, "B", 3), "%s, %s!" % ("Hello", "world"), "%3d%%" % 50, "%ld %hd" % (1, 2))
print("%r" % ("tuple",), "%r %r" % ("a", b"b"), "%s" % b"x", "%s %s" % (True, int), "%-5s%5s" % ("ab", "cd"), "%02d:%02d" % (5, 7))
for fmt, args in (("%d", "a"), ("%s %s", 1), ("%s", (1, 2)), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%f", "1"), ("%(a)s", 5), ("%(a)s", {}),
                  ("%", 1), ("%y", 1), ("%d %", (1,)), ("%s", ()), ("no", 5), ("%d", None), ("%(a", {"a": 1}), ("%*d", ("a", 1)), ("%i", [1]),
                  ("%.2q", 1), ("%e", None), ("%o", 2.0), ("%c", 1.5), ("%c", 0x110000), ("no", (1,)), ("%s%s%s", (1, 2))):
    try:
        print(repr(fmt), fmt % args)
    except Exception as e:
        print(repr(fmt), type(e).__name__, e)
text = "%s"
text %= "in place"
print(text)


class Both:
    def __str__(self):
        return "S"

    def __repr__(self):
        return "R"

    def __int__(self):
        return 9

    def __float__(self):
        return 2.5

    def __index__(self):
        return 11

    def __getitem__(self, key):
        return f"item {key}"


print("%s %r %a %x %f" % (Both(), Both(), Both(), Both(), Both()), "%(k)s" % Both())
