# Format specs of floats, with any precision.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: f'{1/3:.0f} {1/3:.1f} {1/3:.40f} {1e22:.0f} {1e23:f}')
show(lambda: f'{1/3:e} {1/3:.0e} {1/3:#.0e} {12345.678:.2E} {1e-300:.50e}')
show(lambda: f'{1/3:g} {1e10:g} {1e-5:g} {123456789.0:g} {123456.0:#g} {0.0001:g} {1e100:G} {2.5:.0g}')
show(lambda: f'{0.1:.17} {1e16:} {1e15:} {100000.0:.3} {123456.0:.6} {1.0:.1} {0.00001:.3}')
show(lambda: f'{0.256:%} {0.256:.0%} {1.5:.1%} {-0.0:%}')
show(lambda: f'{1234567.891:,} {1234567.891:_.2f} {1234567.891:020,.1f} {-1234.5:=+15,.2f}')
show(lambda: f'{-0.0} {-0.0:z} {-0.001:z.2f} {0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {0.375:.2f}')
show(lambda: f'{float("inf"):f} {float("-inf"):010} {float("nan"):+e} {float("inf"):F} {float("nan"):%}')
show(lambda: f'{1.5:n} {1234567.0:n} {1e300:n}')
show(lambda: f'{5e-324} {1.7976931348623157e308} {2.2250738585072014e-308} {0.1 + 0.2} {1e21} {1e-7} {123456789012345680.0}')
show(lambda: f'{1.5:d}')
show(lambda: f'{1.5:x}')
show(lambda: f'{1.5:,n}')
show(lambda: '%.3f|%10.2e|%-10g|%+f|%05.1f|%#.0f|% f' % (1.23456, 12345.6, 0.5, 1, 2.25, 3.0, 4.5))
show(lambda: '%s %r %a' % (0.1, 1e16, -0.0))
show(lambda: ('%.0f' % 0.5, '%.0f' % 1.5, '%.20g' % 0.1, '%f' % 1e300 == '%d.000000' % 1e300))
