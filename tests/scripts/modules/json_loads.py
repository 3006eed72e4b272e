# json: texts as values; errors with their place.
# python: 3.11
import json


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for s in ('1', '-1.5e3', ' [1, 2 , 3 ] ', '{"a": {"b": [null, true, false]}}', '"\\u00e9\\ud83d\\ude00\\n\\/\\"\\\\"', '[]', '{}', '0', '-0', '1E5', '1.0', 'NaN', '[Infinity, -Infinity]', '"é€😀"', '{"a":1,"a":2}', '12345678901234567890123', '"\\ud83d"  ', '[[[[]]]]', '0.1'):
    t(lambda: repr(json.loads(s)))
for s in ('', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', "{'a':1}", '{1:2}', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12zz"', '1 2', 'tru', 'nul', '01', '1.', '-', '+1', '.5', '[1,\n2,\n x]', '{"a":\n  [1,\n   }', 'a', '{"a":1}}', '"\\', '1e', '\ufeff1', '[,1]', '{,}', "'a'", '"\t"', 'Nan', '--1', '{"a": }'):
    t(lambda: (s, json.loads(s)))
try:
    json.loads('{"a": 1,\n "b": x}')
except json.JSONDecodeError as e:
    print(e.msg, repr(e.doc), e.pos, e.lineno, e.colno, isinstance(e, ValueError), type(e).__module__, e)
t(lambda: json.loads(5))
t(lambda: json.loads(None))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads('"a\tb"', strict=False))
print(json.loads('{"a": 1.5, "b": [2, {"c": 3}]}', object_hook=lambda d: sorted(d.items(), key=str), parse_float=str, parse_int=lambda s: s + "!"))
print(json.loads('{"a": 1, "b": {"c": 2}}', object_pairs_hook=list), json.loads("[NaN]", parse_constant=lambda s: s))
print(json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder().decode(' 3 '))
x = {"k": [1, 2, {"z": "é"}], "n": None}
print(json.loads(json.dumps(x)) == x, json.loads(json.dumps(x, indent=4, ensure_ascii=False)) == x)
