# UnboundLocalError names the variable.
# record: stderr
total = 0


def add(n):
    total += n
    return total


print(total)
add(1)
