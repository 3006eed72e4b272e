# Caret ranges are counted in characters, with wide and accented ones before them.
# record: stderr
naïve = {"é": 1}
print(naïve["é"], "日本", naïve["日"] + 1)
