# A syntax error behind letters of several bytes: the caret range is counted in characters.
# python: 3.13
# record: stderr
print("naïve", [x index('١٢')])
