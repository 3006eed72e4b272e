# Strings: prefixes, quotes, triple quotes, adjacency, what a backslash does.
print('single', "double", 'it\'s', "say \"hi\"", 'say "hi"', "it's", '', "", '''''', """""")
print('''one
two''', """a "quoted" word""", '''it's''', """ends with "quote\"""", '''a\
b''', "a\
b")
print("adj" "acent" 'ly' """ joined""", ("over"
                                         "lines"), "a" + "b" "c" * 2)
print(r"raw \n \' \\", R'\"', u"unicode", U'u', b"bytes", B'b', rb"\x00", bR'\d', Rb"\\", BR'')
print("\a\b\f\v\0".encode(), "\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}", "\7\77\377".encode("latin-1"), "\08", "\1234")
print(ascii("\d\q\%\ \8\9"), len("\\"), len(r"\\"), "a\\nb", "tab\tend", ascii("\ud800\udfff"), "\x7f" == chr(127))
print(b"\x00\xff\101\n\\\'" b"joined" rb"\n", b'\u0041', len(b"\377"), b"" b"" == b"")
print("é" "ü", "日本", "\u65e5\u672c" == "日本", len("😀"), "😀"[0], ascii("😀é"))
