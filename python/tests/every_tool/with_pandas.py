import json
from decimal import Decimal
import financials as fin
import pandas as pd

def exact(text: str) -> Decimal | None:
    return Decimal(text) if text else None

amounts = ["revenue", "operating_income", "net_income", "stockholders_equity"]
amounts += ["share_price", "eps_ntm"]
quarters = pd.read_csv("quarters.csv", converters={name: exact for name in amounts})
asked = ["operating margin", "revenue growth", "return on equity", "forward p/e"]
metrics = fin.compute(quarters, asked, places=6).set_index(["entity", "period_start"])

def ask(metric: str, company: str, start: str) -> None:
    value, reason = metrics.loc[(company, start), [metric, f"{metric}_reason"]]
    print(value if pd.isna(reason) else reason)

ask("operating margin", "PLTR", "2025-04-01")
ask("revenue growth", "PLTR", "2025-01-01")
ask("return on equity", "Example", "2025-04-01")
ask("forward p/e", "LUMN", "2025-04-01")
print(fin.tie_out(json.load(open("claims.json")))["article"].verdict)
