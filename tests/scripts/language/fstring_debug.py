# f"{x = }": the text of the expression, blanks included, then its value.
# python: 3.13
x, name, items = 5, "Ann", [1, 2]
print(f"{x=} {x = } {x  =  } { x=}")
print(f"{name=} {name=!s} {name=!r:>8} {name=:>8} {name=!a}")
print(f"{x + 1 = } {items[0]=} {len(items) = } {(x, name)=} {x == 5 = } {x<=5=} {x >= 5 =}")
print(f"{x=:05d} {x=:{x}} {x = !r:^{x}}|")
print(f"{  # a comment
    x  # another
    = }")
print(f"{"text"=} {'text'=} {f"{x=}"=} {lambda_ if (lambda_ := x) else 0=}")
print(f"{x!r}", f"{x =  !s}", f"{3.14159=:.2f}", f"{'é'=!a}", f"{None=}", f"{...=}")
print(f'''{
x
=}''')
