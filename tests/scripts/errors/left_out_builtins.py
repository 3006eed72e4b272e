# bide-only: built-in names of CPython's that Bide leaves out are refused by name
for use in (lambda: complex(1, 2), lambda: memoryview(b""), lambda: breakpoint(), lambda: help(len), lambda: other):
    try:
        use()
    except NameError as error:
        print(error, error.name)
complex = "a name like any other"
print(complex)
