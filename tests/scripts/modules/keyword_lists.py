# Keywords, hard and soft.
import keyword

print(keyword.kwlist, len(keyword.kwlist))
for word in "for", "async", "None", "print", "match", "case", "_", "", "For":
    print(repr(word), keyword.iskeyword(word), keyword.issoftkeyword(word))
