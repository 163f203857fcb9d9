//! [`Names`]: the companies of a text, by their names and tickers.

use crate::{
    bounds::{OPENING_TOKENS_MAX, TICKER_LETTERS_MAX, TIED_NAME_REACH},
    context::Context,
    lexicon::is_function,
    moment::is_month,
    token::{Token, tokens},
};

/// Words that names of companies end in and texts leave out.
const FORMS: &[&str] = &[
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "ltd",
    "limited",
    "sa",
    "ag",
    "nv",
    "se",
    "holdings",
    "group",
    "technologies",
    "technology",
    "platforms",
    "com",
    "the",
    "incorporated",
    "llc",
    "de",
    "new",
    "international",
    "/de/",
    "/new/",
    "machines",
    "stores",
    "&",
    "chase",
];

/// Letters of the first word of a name by which a text goes on to call its company at least, where
/// it ties the name to a ticker: `Lam Research (LRCX)` and then `Lam`.
const SHORT_NAME_LETTERS_MIN: usize = 3;

/// Bytes between two words that a dash with spaces has more than: a space alone is one.
const DASH_BYTES_MIN: usize = 1;

/// Verbs by which a company tells its results.
const TELLS: &[&str] =
    &["reported", "reports", "announced", "announces", "posted", "posts", "delivered", "unveiled"];

/// Words of what a company tells, and none of its parts.
const RESULTS: &[&str] = &["results", "earnings", "net", "quarter", "year", "fiscal"];

/// Words in capitals that open a sentence of results and are no company's.
const NO_NAMES: &[&str] = &[
    "revenue",
    "revenues",
    "sales",
    "profit",
    "income",
    "results",
    "shares",
    "ceo",
    "cfo",
    "press",
    "core",
    "key",
    "highlights",
    "viewpoint",
    "insights",
    "summary",
];

/// The names of companies, longest first.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Words and the ticker.
    rows: Vec<(Vec<String>, String)>,
}

impl Names {
    /// Gathers the names that the caller gave, and those that the text ties to a ticker:
    /// `Lumen Technologies (NYSE: LUMN)`.
    pub(crate) fn new(context: &Context, text: &[Token]) -> Self {
        let mut names = Self::default();
        for company in &context.companies {
            names.add(&company.ticker, &company.ticker);
            for name in &company.names {
                names.add(name, &company.ticker);
            }
        }
        if let Some(subject) = &context.subject {
            names.add(subject, subject);
        }
        names.add_tied(text);
        if let Some(subject) = &context.subject {
            names.add_telling(subject, text);
        }
        names.rows.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        names
    }

    fn add(&mut self, name: &str, ticker: &str) {
        let words: Vec<String> = tokens(&name.replace(['.', ','], " "), &[])
            .into_iter()
            .map(|token| token.word)
            .collect();
        if let Some((_, rest)) = words.split_first().filter(|(first, _)| *first == "the") {
            self.add_words(rest.to_vec(), ticker);
        }
        self.add_words(words, ticker);
    }

    fn add_words(&mut self, mut words: Vec<String>, ticker: &str) {
        // Every head of the name that is left once its legal form is gone.
        while !words.is_empty() {
            let is_form =
                words.len() == 1 && FORMS.contains(&words.first().map_or("", String::as_str));
            let row = (words.clone(), ticker.to_owned());
            if !is_form && !self.rows.contains(&row) {
                self.rows.push(row);
            }
            match words.pop() {
                Some(last)
                    if FORMS.contains(&last.as_str()) || last.len() <= 1 || words.len() > 2 => {}
                Some(_) if words.len() == 1 && words.first().is_some_and(|word| word.len() > 4) => {
                }
                _ => break,
            }
        }
    }

    fn add_tied(&mut self, text: &[Token]) {
        for (at, token) in text.iter().enumerate() {
            if !token.is_mark('(') {
                continue;
            }
            let mut from = at + 1;
            let is_exchange = |word: &str| {
                matches!(word, "nyse" | "nasdaq" | "nasdaqgs" | "otc" | "tsx" | "lse" | "nysearca")
            };
            if text.get(from).is_some_and(|token| is_exchange(&token.word)) {
                from += 1 + usize::from(text.get(from + 1).is_some_and(|token| token.is_mark(':')));
            }
            let Some(ticker) = text.get(from).filter(|token| {
                token.is_word() && token.word.len() <= TICKER_LETTERS_MAX && token.is_capital
            }) else {
                continue;
            };
            let closes = text.get(from + 1).is_some_and(|token| token.is_mark(')'));
            let ticker_text = ticker.word.to_uppercase();
            if !closes {
                continue;
            }
            let mut words: Vec<String> = text
                .get(at.saturating_sub(TIED_NAME_REACH)..at)
                .unwrap_or_default()
                .iter()
                .rev()
                .take_while(|token| {
                    token.is_word() && token.is_capital || token.is_mark(',') || token.is_mark('.')
                })
                .filter(|token| token.is_word())
                .map(|token| token.word.clone())
                .collect();
            words.reverse();
            // Without an exchange, only a ticker that the caller knows: `(EMEA)` is a region.
            let known = self.rows.iter().any(|(_, known)| *known == ticker_text);
            if from > at + 1 || known {
                self.add_words(vec![ticker.word.clone()], &ticker_text);
                if let Some(first) =
                    words.first().filter(|word| word.len() >= SHORT_NAME_LETTERS_MIN)
                {
                    self.add_words(vec![first.clone()], &ticker_text);
                    self.add_words(words, &ticker_text);
                }
            }
        }
    }

    /// Adds the name under which the opening of a text lets its subject tell: `Peoples Bancorp
    /// reported net income of`. Where the text has one already, it is left alone.
    fn add_telling(&mut self, subject: &str, text: &[Token]) {
        let is_known = |(words, ticker): &(Vec<String>, String)| {
            ticker == subject
                && words.iter().map(String::as_str).ne([subject.to_lowercase().as_str()])
                && text.windows(words.len()).any(|own| {
                    own.iter().zip(words).all(|(token, word)| token.is(word) && token.is_capital)
                })
        };
        if self.rows.iter().any(is_known) {
            return;
        }
        let opening = text.get(..OPENING_TOKENS_MAX.min(text.len())).unwrap_or_default();
        let is_stop = |token: &Token| token.is_mark('.') || token.is_mark('\n');
        for sentence in opening.split(is_stop) {
            let tells = |token: &Token| TELLS.contains(&token.word.as_str());
            let Some(verb) = sentence.iter().position(tells) else { continue };
            let before = sentence.get(..verb).unwrap_or_default();
            // "Southern Region reported operating income": what a segment tells has no results.
            let is_of_results = sentence.iter().any(|token| RESULTS.contains(&token.word.as_str()));
            if !is_of_results || before.iter().any(|token| token.figure().is_some()) {
                continue;
            }
            let names = |token: &Token| {
                token.is_word()
                    && token.is_capital
                    && !is_function(&token.word)
                    && !is_month(&token.word)
                    && !NO_NAMES.contains(&token.word.as_str())
            };
            // "WASHINGTON -- Acme reported": what stands before a dash is where it was told.
            let dash = before.windows(2).rposition(|pair| match pair {
                [one, other] => other.span.start > one.span.end + DASH_BYTES_MIN,
                _ => false,
            });
            let before = before.get(dash.map_or(0, |dash| dash + 1)..).unwrap_or_default();
            let Some(start) = before.iter().position(names) else { continue };
            let name = before.iter().skip(start).take_while(|token| names(token));
            let name: Vec<String> = name.map(|token| token.word.clone()).collect();
            self.add_words(name, subject);
            return;
        }
    }

    /// Returns the company that is named at the head of some tokens, and the length of its name.
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(&str, usize)> {
        if !tokens.first()?.is_capital {
            return None;
        }
        self.rows
            .iter()
            .find(|(words, _)| {
                words.len() <= tokens.len()
                    && words.iter().zip(tokens).all(|(word, token)| token.is(word))
            })
            .map(|(words, ticker)| (ticker.as_str(), words.len()))
    }

    /// Whether there is more than one company.
    pub(crate) fn is_plural(&self) -> bool {
        let first = self.rows.first().map(|(_, ticker)| ticker);
        self.rows.iter().any(|(_, ticker)| Some(ticker) != first)
    }
}
