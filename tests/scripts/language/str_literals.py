# String literals: escapes, raw, triple quotes, concatenation, and repr's choice of quotes.
print("tab\there", 'single "double"', "double 'single'", 'it\'s', "say \"hi\"", "back\\slash")
print(repr("new\nline"), repr("tab\t"), repr("cr\r"), repr("nul\0x"), repr("bell\a\b\f\v"), repr("\x00\x1f\x7f\x80\xff"))
print("\x41\101\u0041\U00000041\u00e9", "\u20ac", "\U0001F600", "\7".encode(), "\18")
print(r"raw\n\t\\", r"quote\"in raw", R'x\'', len(r"\n"), r"\N{x}\u12")
print("""triple
  "quoted" text
end\
 joined""")
print('''it's "fine"''', """a"b""", """""", '''' ''')
print("adjacent" " strings" ' join' """ here""", ("across"
      " lines"))
print(repr("it's"), repr('say "x"'), repr("both ' and \""), repr(""), repr("\\"), repr("é日😀"), ascii("é日😀'"))
print(repr("\u200b\u00ad\xa0\u3000\ue000\ud7ff\u0301\u2028"), repr("\U000e0001"), repr("a\u0300"))
print("line one \
still one", end="\n")
print(u"unicode prefix", U"x", f"f{1}" "plain {not}", "plain {x}" f"{2}", rf"\n{3}", fr"\d{4}", Rb"\x", bR'\y', b'ab' b"cd")
print(len("\n"), len("\\n"), len("\x41"), len("""
"""), ord("\x7f"), ord("\u00ff"), "\t" == "	")
for c in "aé日😀\n\\'\"":
    print(repr(c), ord(c), len(c), len(c.encode()), c.encode())
s = "\
"
print(repr(s), "a\
b")
x = 5
print("%s" % "a" "b", "a" if x else "b" "c", ("a" "b") * 2, "n" "%d" % x)
print("very " * 3 + "long", "-" * 20, "=" * 3 + ">" + " " * 2 + "|")
