import json
import financials as fin
import financials.spark
from pyspark.sql import SparkSession

session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
session.sparkContext.setLogLevel("OFF")
amounts = ["revenue", "operating_income", "net_income", "stockholders_equity"]
types = [f"{name} LONG" for name in amounts] + ["share_price DECIMAL(18,2)", "eps_ntm DECIMAL(18,2)"]
quarters = session.read.csv("quarters.csv", header=True, schema=", ".join(
    ["entity STRING", "period_start DATE", "period_end DATE", *types]
))
asked = ["operating margin", "revenue growth", "return on equity", "forward p/e"]
metrics = fin.spark.compute(quarters, asked, places=6).cache()

def ask(metric: str, company: str, start: str) -> None:
    row = metrics.filter(f"entity = '{company}' AND period_start = '{start}'").first()
    print(row[f"{metric}_reason"] or row[metric])

ask("operating margin", "PLTR", "2025-04-01")
ask("revenue growth", "PLTR", "2025-01-01")
ask("return on equity", "Example", "2025-04-01")
ask("forward p/e", "LUMN", "2025-04-01")
tie_out = session.udf.register("tie_out", lambda text: fin.tie_out(text)["article"].verdict)
claims = session.createDataFrame([(open("claims.json").read(),)], ["claims"])
print(claims.select(tie_out("claims")).first()[0])
