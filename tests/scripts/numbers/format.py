# Format specs of long ints.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: f'{10**30:,} {10**30:_} {-10**30:_x} {10**25:_b}')
show(lambda: f'{10**30:+d}|{10**30:40}|{10**30:<40}|{10**30:^40}|{10**30:040,}')
show(lambda: f'{2**70:#x} {2**70:#X} {2**70:#o} {2**70:#b}')
show(lambda: f'{-2**70:=+30x} {2**70:*>30} {2**70: d}')
show(lambda: f'{10**30:e} {10**30:.3f} {10**30:g} {10**30:%} {10**30:n}')
show(lambda: f'{10**400:e}')
show(lambda: f'{10**30:c}')
show(lambda: f'{10**30:.3}')
show(lambda: f'{10**30:s}')
show(lambda: '%d %i %x %X %o %+d %040d %.40d' % ((10**30,) * 8))
show(lambda: '%#x %#o %-35d|% d' % ((10**30,) * 4))
show(lambda: '%e %.2f %g %s %r' % ((10**30,) * 5))
show(lambda: '%f' % (10**400))
show(lambda: '%c' % 10**3)
show(lambda: '%c' % (10**30))
show(lambda: ('{:,}'.format(-2**80), '{0:>{1}}'.format(2**80, 30)))
show(lambda: (bin(-2**70), oct(2**70), hex(-10**30)))
