# A syntax error: tabs and spaces mixed.
# record: stderr
print("never printed: the whole file is read first")
if True:
        x = 1
	y = 2
