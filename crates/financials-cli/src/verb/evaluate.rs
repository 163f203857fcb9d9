//! `financials evaluate`: one metric on given figures.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use clap::Args;
use financials::{
    Accuracy, Currency, Decimal, Figure, FiscalCalendar, History, Interval, Item, Measure, Metric,
    Period, Report, Stated, Undefined, View, decimal,
    formula::Formula,
    item::Nature,
    metric::Kind,
    report::{Quote, ReportBuilder},
    stated::{Bound, Options},
    tieout::{Check, Evidence, Verdict},
    view::{Bounds, Explanation},
};
use financials_arrow::Unique;
use financials_wire::ends;
use serde::Deserialize;
use serde_json::{json, value::RawValue};

use crate::{console::Console, filed::Failure, input::Input as File};

type Amounts = Unique<Box<RawValue>>;

/// Evaluate a metric, or a formula of your own, on given figures
///
/// Prints the value, the bounds that the figures' stated accuracy leaves it, and the derivation; or
/// the reason why there is no value.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Print one object a line, rather than a derivation to read
    #[arg(long)]
    json: bool,
    /// JSON objects of what is to be evaluated, one after another, or - for standard input
    #[arg(value_name = "INPUT.json", required = true)]
    pub files: Vec<File>,
}

const HELP: &str = r#"INPUT.json is an object, or several that follow one another, such as one a line:
  {
    "metric": "revenue_growth",
    "at": "2025Q2",
    "periods": {
      "2025Q2": {"revenue": "$1.004 billion"},
      "2024Q2": {"revenue": {"value": 678134000, "decimals": -3}}
    },
    "market": {"share_price": "180"}
  }

  metric    a name or alias of the catalogue, in any spelling; or formula: a formula of your own as
            text
  at        the period to evaluate at; it may be left out where there is one only. TTM 2025Q2 is the
            twelve months up to that quarter: of flows its four quarters, of balances both ends
  periods   line items, or other measures by name, for each period: a metric that the company states
            itself ("net_revenue_retention": "120%") or that is given instead of computed
            ("wacc": "8%"). A period is a fiscal label (2025Q2, FY2024, 2024) or a range of dates
            (2025-04-01..2025-06-30)
  market    price, estimates and rates, where the metric needs them
  stated    the value that a document states ("46%"): it gets a verdict
  currency  an ISO 4217 code; USD where it is left out
  calendar  a fiscal calendar; calendar years where it is left out. Years to the end of June are
            {"year_end": "end of June", "quarters": "months", "year_named": "end"}; Apple's are of
            weeks: {"year_end": "last Saturday of September", "quarters": {"weeks": {"weeks":
            [13, 13, 13, 13], "extra_week_in": 1}}, "year_named": "end"}

An amount is a JSON number or a string of one, which are exact; a text as a document states it
("$1.004 billion", "48%"), which is correct to its last digit; or {"value", "decimals"} with XBRL's
decimals, a number or "INF". No number passes through binary floating point. A measure of your own
is of the nature that the formula gives it (named(stores, count)), else a flow of money. A name that
stands twice is refused.

With --json, each input is one object a line: metric, value, low, high, reason and explanation, all
strings or null. reason is the stable code of why there is no value. Beside stated stand verdict
(consistent, contradicted, not_meaningful or undetermined), stated and computed as [low, high].

Examples:
  financials evaluate input.json
  echo '{"metric": "net_margin", "periods": {"2024": {"revenue": "$4bn", "net_income": "$1bn"}}}' |
      financials evaluate --json -"#;

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let progress = File::progress_over(&arguments.files, console);
    for file in &arguments.files {
        let text = match file.text(&progress) {
            Ok(text) => text,
            Err(error) => {
                console.refuse(file, error)?;
                continue;
            }
        };
        // One object, or as many as follow one another: a bad one does not lose the others.
        let inputs = serde_json::Deserializer::from_str(&text).into_iter::<Box<RawValue>>();
        for input in inputs {
            let found = input.map_err(Failure::from);
            match found.and_then(|input| evaluate(input.get(), arguments.json)) {
                Ok(output) => writeln!(console, "{output}")?,
                Err(error) => console.refuse(file, error)?,
            }
        }
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    metric: Option<String>,
    formula: Option<Formula>,
    at: Option<String>,
    periods: Unique<Amounts>,
    #[serde(default)]
    market: Amounts,
    currency: Option<Currency>,
    calendar: Option<FiscalCalendar>,
    stated: Option<Box<RawValue>>,
}

/// What is evaluated: a metric of the catalogue, or a formula of the user's own.
enum Subject {
    Metric(Metric),
    Formula(Formula),
}

impl Subject {
    fn name(&self) -> String {
        match self {
            Self::Metric(metric) => metric.to_string(),
            Self::Formula(formula) => formula.to_string(),
        }
    }

    /// Returns what kind of number a measure of the user's own is, if the formula says.
    fn nature(&self, name: &str) -> Option<Nature> {
        let Self::Formula(formula) = self else { return None };
        let named = formula.names().iter().find(|named| named.name().as_str() == name);
        named.map(|named| named.nature())
    }

    fn explain(&self, view: View<'_>) -> Result<Explanation, Undefined> {
        match self {
            Self::Metric(metric) => metric.explain(view),
            Self::Formula(formula) => formula.explain(view),
        }
    }

    fn inputs(&self) -> Vec<Measure> {
        match self {
            Self::Metric(metric) => metric.inputs(),
            Self::Formula(formula) => formula.inputs(),
        }
    }

    /// Returns the kind of number that it comes to, where that is declared.
    fn kind(&self) -> Option<Kind> {
        match self {
            Self::Metric(metric) => Some(metric.kind()),
            Self::Formula(_) => None,
        }
    }

    fn bounds(&self, view: View<'_>) -> Result<Interval, Undefined> {
        let bounds = match self {
            Self::Metric(metric) => metric.bounds(view),
            Self::Formula(formula) => formula.bounds(view),
        };
        bounds.map(Bounds::interval)
    }
}

/// Evaluates an input and returns what is printed.
fn evaluate(text: &str, as_json: bool) -> Result<String, Failure> {
    let input: Input = serde_json::from_str(text)?;
    let subject = match (&input.metric, &input.formula) {
        (Some(metric), None) => Subject::Metric(metric.parse()?),
        (None, Some(formula)) => Subject::Formula(formula.clone()),
        _ => return Err("give one of 'metric' and 'formula'".into()),
    };
    let currency = input.currency.unwrap_or(Currency::USD);
    let calendar = match &input.calendar {
        Some(calendar) => calendar.clone(),
        None => FiscalCalendar::month_end(12)?,
    };
    let reports = input.periods.0.iter().map(|(name, amounts)| {
        report(period(name, &calendar)?, amounts, currency, &subject)
            .map_err(|error| format!("{name}: {error}").into())
    });
    let history = History::new(reports.collect::<Result<Vec<_>, Failure>>()?)?;
    let view = match (&input.at, history.reports()) {
        (Some(at), _) => view(&history, at, &calendar)?,
        (None, [only]) => history.view(&only.period())?,
        (None, _) => return Err("'at' must name one of the periods".into()),
    };
    let quote = quote(&input.market, currency)?;
    let view = view.with_quote(&quote)?;
    let explanation = subject.explain(view);
    let bounds = subject.bounds(view);
    let words = match &explanation {
        Ok(explanation) => explanation.to_string(),
        Err(reason) => format!("{reason}{}", unknown(reason, &input, &subject)),
    };
    let given = explanation.as_ref().ok().and_then(given);
    let claim = |stated| claim(stated, &subject, currency, (given, bounds));
    let claim = input.stated.as_deref().map(claim);
    let claim = claim.transpose()?;
    Ok(if as_json {
        json_of(&subject, &explanation, &words, (bounds, claim))
    } else {
        text_of(&subject, &explanation, &words, (bounds, claim))
    })
}

/// A figure that was stated, held against the bounds of what it is of.
struct Claimed {
    stated: Interval,
    verdict: Verdict,
}

/// Returns the figure that was given for what is explained, where nothing is computed from it.
fn given(explanation: &Explanation) -> Option<&Figure> {
    let only = || match explanation.inputs() {
        [only] if explanation.name() == only.name() => only.figure(),
        _ => None,
    };
    explanation.figure().or_else(only)
}

/// Judges a claim as the crate does: against the figure itself where it was given, which stands at
/// a place as the claim does, else against what was computed.
fn claim(
    stated: &RawValue,
    subject: &Subject,
    currency: Currency,
    (given, bounds): (Option<&Figure>, Result<Interval, Undefined>),
) -> Result<Claimed, Failure> {
    let stated =
        evidence(stated, subject.kind(), currency).map_err(|error| format!("stated: {error}"))?;
    let known = given.map(Evidence::from).map_or_else(|| bounds.map(Evidence::from), Ok);
    let admitted = stated.admitted();
    let verdict = match known {
        Ok(known) => Check::of_figure(known).against(stated).verdict(),
        Err(reason) => Verdict::without_value(reason),
    };
    Ok(Claimed { stated: admitted, verdict })
}

/// Returns a stated figure: a text as a document prints it, hedged or a range as well, or a number
/// with what is known of its accuracy.
fn evidence(
    stated: &RawValue,
    kind: Option<Kind>,
    currency: Currency,
) -> Result<Evidence, Failure> {
    let raw = stated.get();
    if !raw.starts_with('"') || number(raw).is_ok() {
        return Ok(figure(stated, kind, currency)?.into());
    }
    let text: String = serde_json::from_str(raw)?;
    let stated = Stated::parse_with(&text, &Options::new().with_currency(currency))?;
    check_currency(&text, &stated, currency)?;
    check_unit(kind, stated.unit().kind())
        .map_err(|wanted| format!("'{text}' is of another kind than {wanted}"))?;
    Ok(stated.into())
}

fn check_currency(text: &str, stated: &Stated, currency: Currency) -> Result<(), Failure> {
    match stated.unit().currency() {
        Some(found) if found != currency => {
            Err(format!("'{text}' is in {found}, not {currency}").into())
        }
        _ => Ok(()),
    }
}

/// Where something is missing: the names given that are no line item's, which a slip of the pen
/// makes measures of the user's own.
fn unknown(reason: &Undefined, input: &Input, subject: &Subject) -> String {
    let used = subject.inputs();
    let is_unknown = |name: &&String| match name.parse() {
        Ok(Measure::Item(_) | Measure::Metric(_)) | Err(_) => false,
        Ok(measure) => !name.contains(':') && !used.contains(&measure),
    };
    let amounts = input.periods.0.values();
    let names: BTreeSet<&String> =
        amounts.flat_map(|amounts| amounts.0.keys()).filter(is_unknown).collect();
    if names.is_empty() || reason.code() != "missing" {
        return String::new();
    }
    let names: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    format!("; no line item or metric is called {}", names.join(" or "))
}

fn json_of(
    subject: &Subject,
    explanation: &Result<Explanation, Undefined>,
    words: &str,
    (bounds, claim): (Result<Interval, Undefined>, Option<Claimed>),
) -> String {
    let [low, high] =
        bounds.map_or([None, None], |bounds| bounds.ends().map(|end| Some(end?.to_string())));
    let mut row = json!({
        "metric": subject.name(),
        "value": explanation.as_ref().ok().map(|it| it.value().number().to_string()),
        "low": low,
        "high": high,
        "reason": explanation.as_ref().err().map(Undefined::code),
        "explanation": words,
    });
    if let (Some(claim), Some(row)) = (claim, row.as_object_mut()) {
        row.insert("verdict".to_owned(), json!(claim.verdict.name()));
        row.insert("stated".to_owned(), json!(ends(claim.stated)));
        row.insert("computed".to_owned(), json!(ends(bounds.unwrap_or(Interval::everything()))));
    }
    row.to_string()
}

fn text_of(
    subject: &Subject,
    explanation: &Result<Explanation, Undefined>,
    words: &str,
    (bounds, claim): (Result<Interval, Undefined>, Option<Claimed>),
) -> String {
    let verdict = claim.map(|claim| format!("{}: stated as {}\n", claim.verdict, claim.stated));
    let verdict = verdict.unwrap_or_default();
    let explanation = match explanation {
        Ok(explanation) => explanation,
        Err(reason) => {
            return format!("{verdict}{}: {words} ({})", subject.name(), reason.code());
        }
    };
    let bounds = match bounds {
        Ok(bounds) => format!("within {bounds}"),
        Err(reason) => format!("no bounds: {reason}"),
    };
    let value = explanation.value().number();
    format!("{verdict}{} = {value}\n{bounds}\n\n{words}", subject.name())
}

/// Views the history at a period; at `TTM 2025Q2`, where no report has those twelve months, at the
/// quarter and the three before it.
fn view<'a>(
    history: &'a History,
    at: &str,
    calendar: &FiscalCalendar,
) -> Result<View<'a>, Failure> {
    match (history.view(&period(at, calendar)?), at.strip_prefix("TTM ")) {
        (Err(_), Some(quarter)) if !quarter.contains("..") => {
            Ok(history.view(&period(quarter, calendar)?)?.trailing())
        }
        (found, _) => Ok(found?),
    }
}

fn period(text: &str, calendar: &FiscalCalendar) -> Result<Period, Failure> {
    if text.contains("..") {
        return Ok(text.parse()?);
    }
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let label = if is_year { format!("FY{text}").parse()? } else { text.parse()? };
    Ok(calendar.period(label)?)
}

fn report(
    period: Period,
    amounts: &Amounts,
    currency: Currency,
    subject: &Subject,
) -> Result<Report, Failure> {
    let builder = Report::builder("the company", period, currency);
    let add = |builder: ReportBuilder, (name, amount): (&String, &RawValue)| {
        let measure: Measure = name.parse()?;
        let kind = match measure {
            Measure::Item(item) => Some(Kind::of(item.nature())),
            Measure::Metric(metric) => Some(metric.kind()),
            _ => subject.nature(name).map(Kind::of),
        };
        let figure = figure(amount, kind, currency).map_err(|error| format!("{name}: {error}"))?;
        Ok::<_, Failure>(match measure {
            Measure::Item(item) => builder.figures([(item, figure)]),
            _ => builder.measure(name, subject.nature(name).unwrap_or(Nature::Flow), figure),
        })
    };
    let mut amounts = amounts.0.iter().map(|(name, amount)| (name, amount.as_ref()));
    Ok(amounts.try_fold(builder, add)?.build()?)
}

fn quote(amounts: &Amounts, currency: Currency) -> Result<Quote, Failure> {
    let figures = amounts.0.iter().map(|(name, amount)| {
        let item: Item = name.parse()?;
        let figure = figure(amount, Some(Kind::of(item.nature())), currency);
        Ok::<_, Failure>((item, figure.map_err(|error| format!("{name}: {error}"))?))
    });
    let figures: BTreeMap<Item, Figure> = figures.collect::<Result<_, _>>()?;
    Ok(serde_json::from_value(json!({ "currency": currency, "figures": figures }))?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithDecimals {
    value: Box<RawValue>,
    decimals: Box<RawValue>,
}

fn figure(amount: &RawValue, kind: Option<Kind>, currency: Currency) -> Result<Figure, Failure> {
    let raw = amount.get();
    if raw.starts_with('{') {
        let WithDecimals { value, decimals } = serde_json::from_str(raw)?;
        let value = number(value.get())?;
        return Ok(match decimals.get() {
            "\"INF\"" => Figure::exact(value)?,
            decimals => {
                let decimals = decimals.parse().map_err(|_| {
                    format!("decimals are {decimals}, not a whole number of -128 to 127 or \"INF\"")
                })?;
                Figure::new(value, Accuracy::Decimals(decimals))?
            }
        });
    }
    if raw.starts_with(['n', 't', 'f', '[']) {
        return Err(format!(
            "{raw} is no amount, which is a number, a text or {{\"value\", \"decimals\"}}; what is \
             not reported is left out"
        )
        .into());
    }
    match number(raw) {
        Ok(number) => return Ok(Figure::exact(number)?),
        Err(error) if !raw.starts_with('"') => return Err(error),
        Err(_) => {}
    }
    let text: String = serde_json::from_str(raw)?;
    let stated = Stated::parse_with(&text, &Options::new().with_currency(currency))?;
    check_currency(&text, &stated, currency)?;
    if stated.high().is_some() || stated.bound() != Bound::Stated {
        return Err(format!("'{text}' is no single amount").into());
    }
    let unit = stated.unit().kind();
    check_unit(kind, unit)
        .map_err(|wanted| format!("'{text}' is of the kind {unit}, where {wanted} stands"))?;
    Ok(Figure::new(stated.number(), stated.accuracy())?)
}

/// Checks the unit in which something of a known kind is stated; a bare number is a `count`.
fn check_unit(kind: Option<Kind>, unit: &str) -> Result<(), &'static str> {
    let (other, wanted) = match kind {
        None => return Ok(()),
        Some(Kind::Ratio) => ("ratio", "a percentage or a bare number"),
        Some(Kind::Multiple | Kind::Score) => ("multiple", "a multiple or a bare number"),
        Some(Kind::Days) => ("days", "a number of days"),
        Some(Kind::Shares | Kind::Count) => ("count", "a bare number"),
        Some(_) => ("money", "an amount of money or a bare number"),
    };
    if [other, "count"].contains(&unit) { Ok(()) } else { Err(wanted) }
}

/// Reads a JSON number, or a string of one, without binary floating point.
fn number(raw: &str) -> Result<Decimal, Failure> {
    let text: String =
        if raw.starts_with('"') { serde_json::from_str(raw)? } else { raw.to_string() };
    Ok(decimal::parse(&text)?)
}
