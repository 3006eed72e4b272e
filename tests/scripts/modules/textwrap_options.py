# TextWrapper: all that it can be told.
import textwrap

text = "  The first sentence ends.  The second (long-winded) one\tholds a tab, a supercalifragilistic-word and\na new line!  End"
for options in [{}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"expand_tabs": False}, {"tabsize": 2},
                {"replace_whitespace": False}, {"drop_whitespace": False}, {"fix_sentence_endings": True},
                {"break_long_words": False}, {"break_on_hyphens": False}, {"max_lines": 2},
                {"max_lines": 1, "placeholder": "~"}, {"break_long_words": False, "break_on_hyphens": False}]:
    print(options)
    for line in textwrap.TextWrapper(width=18, **options).wrap(text):
        print("   ", repr(line))
wrapper = textwrap.TextWrapper(width=10)
wrapper.initial_indent = "> "
print(wrapper.fill("words and more words"), wrapper.width, wrapper.max_lines)
for width, options in [(0, {}), (-1, {}), (3, {"max_lines": 1})]:
    try:
        textwrap.wrap("text", width, **options)
    except ValueError as e:
        print(e)
