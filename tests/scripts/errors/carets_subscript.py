# Caret ranges: the subscript that failed among several.
# record: stderr
data = {"users": [{"name": "Ann"}, {"name": None}]}
print(data["users"][0]["name"])
print(data["users"][1]["name"]["first"])
