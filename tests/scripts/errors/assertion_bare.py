# record: stderr
# A failing assertion without a message.
values = [3, 1, 2]
assert sorted(values)
assert values == sorted(values)
