//! The line items, declared once.
//!
//! `with_line_items!(consumer)` hands the whole table to the macro `consumer`: the enum with its
//! names and docs, the typed statements and the accessors of a report are all made from it, so an
//! item is added here and nowhere else.
//!
//! A row is `Variant name: Nature, sign, basis;`. *Sign* is the normal one: `positive` items are
//! entered as positive amounts (costs, taxes and payments too), `either` items may have both signs.
//! *Basis* says whether companies give an adjusted version of it beside the reported one
//! (`adjustable`) or there is one figure for both (`neutral`).

macro_rules! with_line_items {
    ($consumer:ident) => {
        $consumer! {
            /// What was earned and spent over a period, in the reporting currency.
            ///
            /// Costs, taxes and the like are entered as positive amounts, as the statement prints
            /// them.
            Income, IncomeStatement, income {
                /// Revenue from customers, net of returns and discounts (ASC 606); for a bank,
                /// total revenue net of interest expense.
                Revenue revenue: Flow, positive, neutral;
                /// Sales to customers alone, where a company prints them beside its total revenues.
                NetSales net_sales: Flow, positive, neutral;
                /// Revenues in all by their own line: with the fees of members, rents and interest
                /// that net sales leave out.
                TotalRevenues total_revenues: Flow, positive, neutral;
                /// Cost of the goods and services sold.
                CostOfRevenue cost_of_revenue: Flow, positive, adjustable;
                /// Revenue less cost of revenue.
                GrossProfit gross_profit: Flow, either, adjustable;
                /// Research and development expense (ASC 730).
                ResearchAndDevelopment research_and_development: Flow, positive, adjustable;
                /// Sales and marketing expense.
                SalesAndMarketing sales_and_marketing: Flow, positive, adjustable;
                /// General and administrative expense.
                GeneralAndAdministrative general_and_administrative: Flow, positive, adjustable;
                /// Selling, general and administrative expense, where one line has both.
                SellingGeneralAndAdministrative selling_general_and_administrative:
                    Flow, positive, adjustable;
                /// Operating expenses below gross profit, without the cost of revenue.
                OperatingExpenses operating_expenses: Flow, positive, adjustable;
                /// Restructuring charges.
                RestructuringCharges restructuring_charges: Flow, positive, adjustable;
                /// Impairment of goodwill and other assets.
                ImpairmentCharges impairment_charges: Flow, positive, adjustable;
                /// Amortisation of intangible assets.
                AmortizationOfIntangibles amortization_of_intangibles: Flow, positive, adjustable;
                /// Operating lease cost (ASC 842), the rent within operating expenses.
                LeaseExpense lease_expense: Flow, positive, adjustable;
                /// Pay and benefits of all employees, where a bank or broker has one line for them.
                CompensationAndBenefits compensation_and_benefits: Flow, positive, adjustable;
                /// Operating income or loss; the field's EBIT.
                OperatingIncome operating_income: Flow, either, adjustable;
                /// Interest income.
                InterestIncome interest_income: Flow, positive, adjustable;
                /// Interest expense.
                InterestExpense interest_expense: Flow, positive, adjustable;
                /// Other non-operating income, net of expense.
                OtherIncome other_income: Flow, either, adjustable;
                /// Income before income taxes; the field's EBT.
                IncomeBeforeTax income_before_tax: Flow, either, adjustable;
                /// Income before income taxes and before the share in companies held by the equity
                /// method.
                PretaxBeforeEquityIncome pretax_before_equity_income: Flow, either, adjustable;
                /// Income tax expense; negative for a benefit (ASC 740).
                IncomeTaxExpense income_tax_expense: Flow, either, adjustable;
                /// The parent's income from continuing operations (ASC 205-20).
                IncomeContinuing income_continuing: Flow, either, adjustable;
                /// Consolidated profit or loss, with the share of noncontrolling interests
                /// (us-gaap ProfitLoss).
                NetIncomeConsolidated net_income_consolidated: Flow, either, adjustable;
                /// The share of profit that belongs to noncontrolling interests.
                NetIncomeNoncontrolling net_income_noncontrolling: Flow, either, adjustable;
                /// Net income that belongs to the parent's shareholders (us-gaap NetIncomeLoss).
                NetIncome net_income: Flow, either, adjustable;
                /// Net income that belongs to the common shareholders, as filed: after preferred
                /// dividends and what redeeming preferred stock cost (ASC 260-10-45-11).
                IncomeToCommon income_to_common: Flow, either, adjustable;
                /// Dividends on preferred stock that come before the common shareholders.
                PreferredDividends preferred_dividends: Flow, positive, neutral;
                /// Interest income less interest expense of a bank.
                NetInterestIncome net_interest_income: Flow, either, adjustable;
                /// What a bank adds to revenue so that tax-exempt income stands as if taxed.
                FteAdjustment fte_adjustment: Flow, positive, neutral;
                /// A bank's revenue other than net interest income.
                NoninterestIncome noninterest_income: Flow, either, adjustable;
                /// A bank's operating expense.
                NoninterestExpense noninterest_expense: Flow, positive, adjustable;
                /// Provision for credit losses; negative when released (ASC 326).
                ProvisionForCreditLosses provision_for_credit_losses: Flow, either, adjustable;
                /// Loans written off as lost, less what was recovered of earlier ones (ASC 326).
                NetChargeOffs net_charge_offs: Flow, either, neutral;
                /// Interest paid on a bank's deposits.
                DepositInterestExpense deposit_interest_expense: Flow, positive, adjustable;
                /// An insurer's premiums on policies written in the period, before reinsurance.
                GrossPremiumsWritten gross_premiums_written: Flow, positive, neutral;
                /// An insurer's premiums on policies written in the period, net of reinsurance.
                NetPremiumsWritten net_premiums_written: Flow, positive, neutral;
                /// An insurer's premiums earned, net of reinsurance (ASC 944).
                PremiumsEarned premiums_earned: Flow, positive, neutral;
                /// An insurer's losses and loss-adjustment expenses incurred.
                LossesIncurred losses_incurred: Flow, either, adjustable;
                /// An insurer's policy acquisition and other underwriting expenses.
                UnderwritingExpenses underwriting_expenses: Flow, positive, adjustable;
                /// An insurer's fees and other revenues that it sets against its expenses.
                FeesAndOtherRevenues fees_and_other_revenues: Flow, positive, adjustable;
                /// The part of losses incurred that comes from catastrophes.
                CatastropheLosses catastrophe_losses: Flow, either, neutral;
                /// Change of the estimate of earlier years' losses, within losses incurred;
                /// positive when they turned out higher.
                PriorYearDevelopment prior_year_development: Flow, either, neutral;
                /// Dividends that an insurer pays its policyholders.
                PolicyholderDividends policyholder_dividends: Flow, positive, neutral;
                /// An insurer's investment income, net of its expenses.
                NetInvestmentIncome net_investment_income: Flow, either, adjustable;
                /// Rents less the properties' own expenses, before depreciation, interest and
                /// overhead.
                NetOperatingIncome net_operating_income: Flow, either, adjustable;
                /// Depreciation and amortisation of real estate.
                RealEstateDepreciation real_estate_depreciation: Flow, positive, adjustable;
                /// Gain on the sale of real estate, within net income; negative for a loss.
                GainOnRealEstate gain_on_real_estate: Flow, either, adjustable;
                /// Impairment of depreciable real estate.
                RealEstateImpairment real_estate_impairment: Flow, positive, adjustable;
            }
            /// What was owned and owed on a date, in the reporting currency.
            Balance, BalanceSheet, balance {
                /// Cash and cash equivalents.
                Cash cash: Balance, positive, neutral;
                /// Cash and cash equivalents with those that are restricted: the cash flow
                /// statement's (ASC 230-10-45-4).
                CashWithRestricted cash_with_restricted: Balance, positive, neutral;
                /// Marketable securities and other investments due within a year.
                ShortTermInvestments short_term_investments: Balance, positive, neutral;
                /// Trade receivables, net of the allowance.
                AccountsReceivable accounts_receivable: Balance, positive, neutral;
                /// Inventories.
                Inventory inventory: Balance, positive, neutral;
                /// Current assets in all.
                TotalCurrentAssets total_current_assets: Balance, positive, neutral;
                /// Property, plant and equipment before depreciation.
                PropertyPlantEquipmentGross property_plant_equipment_gross:
                    Balance, positive, neutral;
                /// Property, plant and equipment, net of accumulated depreciation.
                PropertyPlantEquipment property_plant_equipment: Balance, positive, neutral;
                /// Goodwill (ASC 350).
                Goodwill goodwill: Balance, positive, neutral;
                /// Intangible assets other than goodwill, net.
                IntangibleAssets intangible_assets: Balance, positive, neutral;
                /// Marketable securities and other investments held for longer than a year.
                LongTermInvestments long_term_investments: Balance, positive, neutral;
                /// Assets in all.
                TotalAssets total_assets: Balance, positive, neutral;
                /// Trade payables.
                AccountsPayable accounts_payable: Balance, positive, neutral;
                /// Deferred revenue (contract liabilities) due within a year.
                DeferredRevenue deferred_revenue: Balance, positive, neutral;
                /// Deferred revenue due later than a year.
                DeferredRevenueNoncurrent deferred_revenue_noncurrent: Balance, positive, neutral;
                /// Borrowings due within a year, with the current part of long-term debt.
                ShortTermDebt short_term_debt: Balance, positive, neutral;
                /// Borrowings due later than a year.
                LongTermDebt long_term_debt: Balance, positive, neutral;
                /// Principal of all borrowings, before discounts and costs of issue.
                DebtPrincipal debt_principal: Balance, positive, neutral;
                /// Income taxes payable within a year.
                TaxesPayable taxes_payable: Balance, either, neutral;
                /// Operating and finance lease liabilities (ASC 842), where they are not in debt.
                LeaseLiabilities lease_liabilities: Balance, positive, neutral;
                /// Operating lease liabilities (ASC 842), whenever due.
                OperatingLeaseLiabilities operating_lease_liabilities: Balance, positive, neutral;
                /// Finance lease liabilities (ASC 842), before 2019 those of capital leases.
                FinanceLeaseLiabilities finance_lease_liabilities: Balance, positive, neutral;
                /// Deferred tax liabilities that come from goodwill and other intangible assets.
                DeferredTaxOnIntangibles deferred_tax_on_intangibles: Balance, positive, neutral;
                /// Current liabilities in all.
                TotalCurrentLiabilities total_current_liabilities: Balance, positive, neutral;
                /// Liabilities in all.
                TotalLiabilities total_liabilities: Balance, positive, neutral;
                /// Preferred stock.
                PreferredEquity preferred_equity: Balance, positive, neutral;
                /// Retained earnings, or the accumulated deficit as a negative amount.
                RetainedEarnings retained_earnings: Balance, either, neutral;
                /// Equity of noncontrolling interests, as it stands in total equity: without what
                /// may have to be bought back.
                NoncontrollingInterest noncontrolling_interest: Balance, either, neutral;
                /// Noncontrolling interests that may have to be bought back, which stand between
                /// liabilities and equity (Regulation S-X, rule 5-02.27).
                RedeemableNoncontrollingInterest redeemable_noncontrolling_interest:
                    Balance, positive, neutral;
                /// Equity that belongs to the parent's shareholders (us-gaap StockholdersEquity).
                StockholdersEquity stockholders_equity: Balance, either, neutral;
                /// Equity with that of noncontrolling interests.
                TotalEquity total_equity: Balance, either, neutral;
                /// Contracted revenue not yet recognised (ASC 606-10-50-13).
                RemainingPerformanceObligation remaining_performance_obligation:
                    Balance, positive, neutral;
                /// The part of it to be recognised within twelve months.
                CurrentRemainingPerformanceObligation current_remaining_performance_obligation:
                    Balance, positive, neutral;
                /// Annual recurring revenue as the company defines it.
                AnnualRecurringRevenue annual_recurring_revenue: Balance, positive, neutral;
                /// Annual recurring revenue from those who were customers a year ago, with what
                /// they added.
                ExpandedRecurringRevenue expanded_recurring_revenue: Balance, positive, neutral;
                /// Annual recurring revenue from those who were customers a year ago, without what
                /// they added: from none more than then.
                RetainedRecurringRevenue retained_recurring_revenue: Balance, positive, neutral;
                /// A bank's loans, net of the allowance.
                Loans loans: Balance, positive, neutral;
                /// What a bank has set aside for credit losses on its loans (ASC 326).
                AllowanceForCreditLosses allowance_for_credit_losses: Balance, positive, neutral;
                /// Loans on nonaccrual, or 90 days past due and still accruing.
                NonperformingLoans nonperforming_loans: Balance, positive, neutral;
                /// Property that a bank took over from borrowers who did not pay.
                ForeclosedProperty foreclosed_property: Balance, positive, neutral;
                /// A bank's deposits.
                Deposits deposits: Balance, positive, neutral;
                /// Deposits that bear no interest.
                NoninterestBearingDeposits noninterest_bearing_deposits: Balance, positive, neutral;
                /// A bank's deposits and borrowings that bear interest.
                InterestBearingLiabilities interest_bearing_liabilities: Balance, positive, neutral;
                /// A bank's assets that earn interest.
                EarningAssets earning_assets: Balance, positive, neutral;
                /// Assets by the daily average that a bank states for the period.
                AverageAssets average_assets: Balance, positive, neutral;
                /// Assets that earn interest, by the daily average that a bank states.
                AverageEarningAssets average_earning_assets: Balance, positive, neutral;
                /// Loans by the daily average that a bank states.
                AverageLoans average_loans: Balance, positive, neutral;
                /// Common equity by the daily average that a bank states.
                AverageCommonEquity average_common_equity: Balance, either, neutral;
                /// Tangible common equity by the daily average that a bank states.
                AverageTangibleCommonEquity average_tangible_common_equity:
                    Balance, either, neutral;
                /// Assets weighted by risk (12 CFR 217).
                RiskWeightedAssets risk_weighted_assets: Balance, positive, neutral;
                /// Assets weighted by risk under the advanced approaches (12 CFR 217.131).
                RiskWeightedAssetsAdvanced risk_weighted_assets_advanced:
                    Balance, positive, neutral;
                /// Common equity tier 1 capital (12 CFR 217.20).
                Cet1Capital cet1_capital: Balance, positive, neutral;
                /// Tier 1 capital (12 CFR 217.20).
                Tier1Capital tier1_capital: Balance, positive, neutral;
                /// Tier 1 and tier 2 capital (12 CFR 217.20).
                RegulatoryCapital regulatory_capital: Balance, positive, neutral;
                /// Total leverage exposure, on and off the balance sheet (12 CFR 217.10).
                LeverageExposure leverage_exposure: Balance, positive, neutral;
                /// High-quality liquid assets (12 CFR 249.20).
                HighQualityLiquidAssets high_quality_liquid_assets: Balance, positive, neutral;
                /// Net cash outflows over the 30 days of stress of 12 CFR 249.30.
                StressedOutflows stressed_outflows: Balance, positive, neutral;
                /// An insurer's reserves for losses and their adjustment, net of reinsurance.
                LossReserves loss_reserves: Balance, positive, neutral;
                /// An insurer's premiums written and not yet earned.
                UnearnedPremiums unearned_premiums: Balance, positive, neutral;
                /// An insurer's statutory capital and surplus.
                PolicyholdersSurplus policyholders_surplus: Balance, either, neutral;
                /// An insurer's cash and investments.
                InvestedAssets invested_assets: Balance, positive, neutral;
                /// Number of employees.
                Employees employees: Count, positive, neutral;
                /// Number of customers.
                Customers customers: Count, positive, neutral;
            }
            /// Where cash came from and went over a period, in the reporting currency.
            ///
            /// Payments are entered as positive amounts: capital expenditures of 30 million are
            /// `30`.
            CashFlow, CashFlowStatement, cash_flow {
                /// Depreciation, depletion and amortisation.
                DepreciationAndAmortization depreciation_and_amortization:
                    Flow, positive, adjustable;
                /// Depreciation alone.
                Depreciation depreciation: Flow, positive, adjustable;
                /// Stock-based compensation (ASC 718).
                StockBasedCompensation stock_based_compensation: Flow, positive, neutral;
                /// Cash from operating activities (ASC 230).
                OperatingCashFlow operating_cash_flow: Flow, either, adjustable;
                /// Cash from the operating activities of continuing operations alone.
                OperatingCashFlowContinuing operating_cash_flow_continuing:
                    Flow, either, neutral;
                /// Payments for property, plant and equipment, or the nearest line of them that a
                /// company has.
                CapitalExpenditures capital_expenditures: Flow, positive, neutral;
                /// Payments for property, plant and equipment by their own line.
                PropertyPayments property_payments: Flow, positive, neutral;
                /// Payments for productive assets: property, plant and equipment with software and
                /// other intangible assets.
                ProductiveAssetPayments productive_asset_payments: Flow, positive, neutral;
                /// Payments for software that is capitalised (ASC 350-40).
                CapitalisedSoftware capitalised_software: Flow, positive, neutral;
                /// Payments for intangible assets.
                IntangiblesBought intangibles_bought: Flow, positive, neutral;
                /// Proceeds from selling property, plant and equipment.
                ProceedsFromProperty proceeds_from_property: Flow, positive, neutral;
                /// Payments for businesses acquired, net of the cash that came with them.
                Acquisitions acquisitions: Flow, either, neutral;
                /// Cash from investing activities; negative when spent.
                InvestingCashFlow investing_cash_flow: Flow, either, neutral;
                /// Dividends paid to the common shareholders.
                DividendsPaid dividends_paid: Flow, positive, neutral;
                /// Payments to buy back common stock.
                ShareRepurchases share_repurchases: Flow, positive, neutral;
                /// Proceeds from issuing common stock.
                ShareIssuance share_issuance: Flow, positive, neutral;
                /// Proceeds from borrowing.
                DebtIssued debt_issued: Flow, positive, neutral;
                /// Repayments of borrowings.
                DebtRepaid debt_repaid: Flow, positive, neutral;
                /// Repayments of the principal of finance leases.
                FinanceLeasePrincipal finance_lease_principal: Flow, positive, neutral;
                /// Cash from financing activities; negative when paid out.
                FinancingCashFlow financing_cash_flow: Flow, either, neutral;
                /// Interest paid.
                InterestPaid interest_paid: Flow, positive, neutral;
                /// Income taxes paid; negative for a refund.
                IncomeTaxesPaid income_taxes_paid: Flow, either, neutral;
            }
            /// Amounts for one common share over a period, in the reporting currency.
            PerShare, PerShareData, per_share {
                /// Earnings per share on the basic share count (ASC 260).
                EpsBasic eps_basic: PerShareFlow, either, adjustable;
                /// Earnings per share on the diluted share count (ASC 260).
                EpsDiluted eps_diluted: PerShareFlow, either, adjustable;
                /// Earnings per share from continuing operations, on the diluted share count.
                EpsContinuing eps_continuing: PerShareFlow, either, adjustable;
                /// Dividends declared for each common share.
                DividendsPerShare dividends_per_share: PerShareFlow, positive, neutral;
            }
            /// Numbers of common shares.
            Shares, ShareCounts, share_counts {
                /// Weighted average of the basic shares over the period (ASC 260).
                SharesBasic shares_basic: WeightedShares, positive, neutral;
                /// Weighted average of the diluted shares over the period (ASC 260).
                SharesDiluted shares_diluted: WeightedShares, positive, neutral;
                /// Shares outstanding at the end of the period.
                SharesOutstanding shares_outstanding: Shares, positive, neutral;
            }
            /// What the market and its analysts say on a date; no part of a report.
            Market, MarketData, market {
                /// Price of one common share.
                SharePrice share_price: Price, positive, neutral;
                /// Number of shares that the market's price is of, where it is another than the one
                /// outstanding at the period's end: a later count, or of several classes.
                QuotedShares quoted_shares: Shares, positive, neutral;
                /// Price that an analyst, or the mean of several, expects for one common share.
                PriceTarget price_target: Price, positive, neutral;
                /// Consensus of earnings per share for the current fiscal year.
                EpsFy1 eps_fy1: Price, either, neutral;
                /// Consensus of earnings per share for the next fiscal year.
                EpsFy2 eps_fy2: Price, either, neutral;
                /// Consensus of earnings per share for the next twelve months.
                EpsNtm eps_ntm: Price, either, neutral;
                /// Consensus of revenue for the next twelve months.
                RevenueNtm revenue_ntm: Balance, positive, neutral;
                /// Expected yearly growth of earnings per share, as a fraction.
                ExpectedEpsGrowth expected_eps_growth: Rate, either, neutral;
                /// Expected yearly growth of dividends, as a fraction.
                ExpectedDividendGrowth expected_dividend_growth: Rate, either, neutral;
                /// Yearly growth over the first years of a valuation in stages, as a fraction.
                InitialGrowth initial_growth: Rate, either, neutral;
                /// Yearly growth for ever after, as a fraction.
                TerminalGrowth terminal_growth: Rate, either, neutral;
                /// Return that shareholders require in a year, as a fraction.
                CostOfEquity cost_of_equity: Rate, positive, neutral;
                /// Interest rate on the company's debt before taxes, as a fraction.
                CostOfDebt cost_of_debt: Rate, positive, neutral;
                /// Tax rate to use for a tax shield, as a fraction.
                TaxRate tax_rate: Rate, positive, neutral;
                /// Yearly return without risk, as a fraction.
                RiskFreeRate risk_free_rate: Rate, either, neutral;
                /// Yearly return of the market above the risk-free rate, as a fraction.
                EquityRiskPremium equity_risk_premium: Rate, either, neutral;
                /// Sensitivity of the share's return to the market's.
                Beta beta: Coefficient, either, neutral;
                /// Yield of AAA corporate bonds, as a fraction.
                AaaBondYield aaa_bond_yield: Rate, positive, neutral;
            }
        }
    };
}
pub(crate) use with_line_items;
