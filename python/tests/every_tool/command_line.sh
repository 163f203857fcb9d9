ask() { # metric, company, period start
    financials compute -m "$1" --places 6 quarters.csv | grep "^$2,$3" | cut -d, -f4- | tr -d ,
}
ask "operating margin" PLTR 2025-04-01
ask "revenue growth" PLTR 2025-01-01
ask "return on equity" Example 2025-04-01
ask "forward p/e" LUMN 2025-04-01
financials tie-out --json claims.json | grep '"id":"article"' | grep -o '"verdict":"[a-z_]*"' | cut -d'"' -f4
