import duckdb
import financials as fin

con = duckdb.connect()
fin.register(con)
con.execute("""
    CREATE TABLE quarters AS FROM read_csv('quarters.csv', types = {
        'share_price': 'DECIMAL(18, 2)', 'eps_ntm': 'DECIMAL(18, 2)'})
""")

def ask(metric: str, company: str, start: str) -> None:
    print(con.execute("""
        SELECT coalesce(reason, value::DECIMAL(18, 6)::VARCHAR)
        FROM financials('quarters', [?])
        WHERE entity = ? AND period_start = ?::DATE
    """, [metric, company, start]).fetchone()[0])

ask("operating margin", "PLTR", "2025-04-01")
ask("revenue growth", "PLTR", "2025-01-01")
ask("return on equity", "Example", "2025-04-01")
ask("forward p/e", "LUMN", "2025-04-01")
print(con.execute("""
    WITH ruled AS (
        SELECT unnest(financials_tie_out(list({
            id: id, subject: subject, metric: metric, period: period, stated: stated
        })), recursive := true)
        FROM read_json('claims.json')
    )
    SELECT verdict FROM ruled WHERE id = 'article'
""").fetchone()[0])
