# shlex: split(), quote(), join().
import shlex

for text in ["a b  c", "a 'b c' d", 'x "y z" w', r"a\ b", "'it''s'", r'"a\"b\c"', "a #c", "", "a''b", "--x='y z'", "''"]:
    print(repr(text), shlex.split(text), shlex.quote(text))
print(shlex.split("a # b\nc", comments=True), shlex.join(["a b", "c", "it's", "", "$x"]))
for text in "a 'b", 'a "b', "a\\":
    try:
        shlex.split(text)
    except ValueError as e:
        print(e)
print(shlex.split(shlex.join(["x y", "'", '"', "\\"])))
