# The width and precision of % from the values: negative ones, and with every flag.
for width in (-12, -5, -1, 0, 1, 5):
    print(["%*d" % (width, 42), "%-*d" % (width, 42), "%0*d" % (width, 42), "%*s" % (width, "ab"), "%*r" % (width, "")])
for precision in (-3, -1, 0, 1, 2, 5):
    print(["%.*f" % (precision, 2.345), "%.*s" % (precision, "abcdef"), "%.*d" % (precision, 42), "%.*e" % (precision, 123.0)])
print(["%+ #0*.0r" % (-1, "text"), "%*.*f|" % (-10, 2, 3.14159), "%.f %5.s|" % (2.5, "gone"), "%.0s|" % "x"])
for bad in (lambda: "%*d" % ("x", 1), lambda: "%*d" % 5, lambda: "%.*f" % (1.5, 2.0),
            lambda: "%(a)*d" % {"a": 1}, lambda: b"%5.2f" % [1], lambda: b"%d" % b"x", lambda: b"%*s" % (5, b"ab")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
