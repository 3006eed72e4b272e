# Format specifications of floats: e, f, g, n, %, precision, grouping, alternate form, inf and nan.
values = (0.0, -0.0, 1.0, -1.5, 3.14159265, 1234567.891, 0.000012345, 1e10, 1.5e-10, 123456789.0, 1e16, 1e22, 0.5, 2.5, 99.995)
for v in values:
    print(repr(v), [format(v, s) for s in ("", "e", "f", "g", "E", "F", "G", "n", "%")])
    print([format(v, s) for s in (".0f", ".1f", ".2f", ".10f", ".0e", ".3e", ".0g", ".1g", ".3g", ".10g", ".17g", ".0%", ".2%")])
    print([format(v, s) for s in (".3", ".1", ".0", "10", "<12", ">12", "^12", "=+12", "012", "+", " ", "-", "+.2f", " .1e")])
    print([format(v, s) for s in (",", ",.2f", "_.2f", "#.0f", "#.3g", "#g", "#.0e", "012.2f", "015,.2f", "*^14.2f", "#", "020,", ",g")])
inf, nan = float("inf"), float("nan")
for v in (inf, -inf, nan):
    print([format(v, s) for s in ("", "f", "e", "g", "F", "E", "G", ".2f", "10", "<6", "+", " ", "06", "010f", "^8", "%", ",", "=+8")])
print(f"{1/3:.3} {1e6:.3} {123456.0:.3} {1234.5:.4} {1e-5:.2} {12345.678:.6} {100.0:.3} {1000.0:.3} {1e15} {1e16} {1e15:.16}")
print("{:.2f} {:.3e} {:g} {:g} {:g} {:g}".format(2.675, 12345.678, 1e5, 1e6, 1e-4, 1e-5), f"{0.1:.20f}", f"{1e300:.3g}", f"{5e-324:g}")
print(f"{1234.5678:,.2f} {1234567.0:,} {0.1 + 0.2:.17f} {2**0.5:.15g} {1e-7:f} {123.456:6.1f}| {9.5:.0f} {0.5:.0f} {1.5:.0f} {2.5:.0f}")
for spec in ("d", "x", "s", "c", "b", "z", ".f", ".-1f", ",_", "5.2d", "n,", "_n"):
    try:
        print(repr(spec), format(1.5, spec))
    except ValueError as e:
        print(repr(spec), e)
for v in (0.05, 0.15, 0.25, 0.35, 0.45, 1.005, 1.015, 1e21, 12345678901234567.0):
    print(f"{v:.1f} {v:.2f} {v:.0f} {v:.1e} {v:.2g} {v:%}", end="; ")
print()
print([f"{x:8.3f}" for x in (1, 2.5, -3.14159, 1e3)], "%.3f" % 2.0005, f"{-0.0001:.2f}", f"{-0.0:+.1f}", f"{1e-10:.2f}")
