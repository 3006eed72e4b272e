print("module runs")
settings = {"a": 1}
value = settings["b"]
