# Numbers with a fixed count of decimals: halves, sizes, signs.
values = [0.0, -0.0, 0.5, 1.5, 2.5, -0.5, 0.05, 0.125, 0.375, 0.0625, 1 / 3, 2 / 3, 99.995, 0.999, 9.5, 999999999.5, 999999999.9999999,
          1e9, 1234567890.125, 1e22, 1e-5, 5e-324, 2.2e-308, 2.0 ** -40, 3 * 2.0 ** -11, 123456.789, 1e300, float("inf"), float("nan")]
for x in values:
    print("%.0f %.1f %.2f %.3f %f %.9f" % (x, x, -x, x, x, x), "%.10f"[:6] % x if x < 1e30 else "large", "%#.0f" % x)
    print(f"{x:.2f}|{x:10.3f}|{-x:+.1f}|{x:.0%}|{x:,.2f}|{x:08.2f}|{x:<9.1f}|{round(x, 2) if x < 1e9 else 0}")
print(*("%.2f" % (i / 200) for i in range(1, 60, 2)))
print(*(f"{i / 8:.1f}" for i in range(40)), *(f"{i / 8:.2f}" for i in range(20)))
print("%5d|%-5d|%05d|%+d|% d|%x|%#X|%o|%.4d|%8.3d" % (42, 42, 42, 42, 42, 255, 255, 8, 42, -7), "%s and %r" % ("a", "b"), "%c%c" % (65, "z"))
