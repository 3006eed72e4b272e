# f-strings within f-strings: the same quotes, backslashes, several lines, as of Python 3.12.
# python: 3.13
names = {"a": "x", "b": ["y", "z"]}
print(f"{names["a"]} {names["b"][0]}")
print(f'{f'{f'{names['a']}'}'}', f"{f"{1 + 1}" + f'{"two"}'}")
print(f"{'\n'.join(["one", "two"])}", f"{"\t" in "a\tb"}", f"{'\N{BULLET}'}")
print(f"{
    1 +
    2
}", f'{"a"
    "b"}')
print(f"{[
    name.upper()  # in capitals
    for name in names  # each of them
]}")
print(f"""{
    "three"} {"""quotes"""}
second line {'''of them'''}""")
print(f"{"a":>{"5"}}|{"b":{"^"}{4 + 3}}|{"c":{f"{"<"}{3}"}}|")
print(f"{7:{1:{1}}}|", f"{"{"}{"}"}{"{}"}", f"{{{"x"}}}", f"{ {"k": 1}["k"] }")
print(f"{(lambda x: x * 2)(3)} {(y := 5)} {y} {"yes" if y else "no"} {*[1, 2],} {[*"ab"]}")
print(f"{"#"} {"a # b"}", f"{'"'}{"'"}", f'{"'"}', rf"{"\d"}\d", f"{r"\d"}")
print(f"a" "b" f"{"c"}" 'd' rf'{"e"}\n')
