import json
import financials as fin
import polars as pl

quarters = pl.read_csv("quarters.csv", schema_overrides={
    "share_price": pl.Decimal(18, 2), "eps_ntm": pl.Decimal(18, 2),
})
asked = ["operating margin", "revenue growth", "return on equity", "forward p/e"]
metrics = fin.compute(quarters, asked, places=6)

def ask(metric: str, company: str, start: str) -> None:
    row = metrics.filter(entity=company, period_start=start).row(0, named=True)
    print(row[f"{metric}_reason"] or row[metric])

ask("operating margin", "PLTR", "2025-04-01")
ask("revenue growth", "PLTR", "2025-01-01")
ask("return on equity", "Example", "2025-04-01")
ask("forward p/e", "LUMN", "2025-04-01")
print(fin.tie_out(json.load(open("claims.json")))["article"].verdict)
