//! Names of the cover page, by the SEC's registry.

/// A list of names with their codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    BallotBox,
    Exchange,
    State,
    Filer,
}

impl List {
    pub(super) fn read(self, text: &str) -> Option<&'static str> {
        let lower = text.to_lowercase();
        let words = lower.split_whitespace();
        let mut name = alloc::string::String::new();
        for word in words {
            let space = if name.is_empty() { "" } else { " " };
            name.push_str(space);
            name.push_str(word);
        }
        match self {
            Self::BallotBox => ballot_box(&name),
            Self::Exchange => exchange(&name),
            Self::State => state(&name),
            Self::Filer => match name.replace('-', " ").as_str() {
                "large accelerated filer" => Some("Large Accelerated Filer"),
                "accelerated filer" => Some("Accelerated Filer"),
                "non accelerated filer" => Some("Non-accelerated Filer"),
                _ => None,
            },
        }
    }
}

/// Boxes of fonts that have none are letters: þ and ý of Wingdings are checked, ¨ and o are not.
fn ballot_box(text: &str) -> Option<&'static str> {
    match text {
        "☐" | "o" | "¨" | "🗆" | "□" | "false" | "no" => Some("false"),
        "☑" | "☒" | "🗷" | "🗹" | "x" | "þ" | "ý" | "✓" | "✔" | "true" | "yes" => {
            Some("true")
        }
        _ => None,
    }
}

fn exchange(name: &str) -> Option<&'static str> {
    // The longer names come first, as the others are parts of them.
    #[rustfmt::skip]
    const NAMES: [(&str, &str); 24] = [
        ("nyse american", "NYSEAMER"), ("nyse mkt", "NYSEAMER"),
        ("american stock exchange", "NYSEAMER"), ("nyse arca", "NYSEArca"),
        ("nyse national", "NYSENAT"), ("nyse chicago", "CHX"), ("nyse texas", "CHX"),
        ("chicago stock exchange", "CHX"), ("new york stock exchange", "NYSE"), ("nyse", "NYSE"),
        ("nasdaq", "NASDAQ"), ("cboe bzx", "CboeBZX"), ("cboe byx", "CboeBYX"),
        ("cboe edga", "CboeEDGA"), ("cboe edgx", "CboeEDGX"), ("cboe", "CBOE"),
        ("chicago board options exchange", "CBOE"), ("boston stock exchange", "BX"),
        ("box", "BOX"), ("investors exchange", "IEX"), ("iex", "IEX"),
        ("long-term stock exchange", "LTSE"), ("miax", "MIAX"), ("none", "NONE"),
    ];
    NAMES.iter().find(|(part, _)| name.contains(part)).map(|(_, code)| *code)
}

fn state(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("the ").unwrap_or(name);
    let name = name.strip_prefix("state of ").unwrap_or(name);
    let name = name.strip_prefix("commonwealth of ").unwrap_or(name);
    #[rustfmt::skip]
    const NAMES: [(&str, &str); 72] = [
        ("alabama", "AL"), ("alaska", "AK"), ("arizona", "AZ"), ("arkansas", "AR"),
        ("california", "CA"), ("colorado", "CO"), ("connecticut", "CT"), ("delaware", "DE"),
        ("district of columbia", "DC"), ("washington, d.c.", "DC"), ("florida", "FL"),
        ("georgia", "GA"), ("hawaii", "HI"), ("idaho", "ID"), ("illinois", "IL"),
        ("indiana", "IN"), ("iowa", "IA"), ("kansas", "KS"), ("kentucky", "KY"),
        ("louisiana", "LA"), ("maine", "ME"), ("maryland", "MD"), ("massachusetts", "MA"),
        ("michigan", "MI"), ("minnesota", "MN"), ("mississippi", "MS"), ("missouri", "MO"),
        ("montana", "MT"), ("nebraska", "NE"), ("nevada", "NV"), ("new hampshire", "NH"),
        ("new jersey", "NJ"), ("new mexico", "NM"), ("new york", "NY"),
        ("north carolina", "NC"), ("north dakota", "ND"), ("ohio", "OH"), ("oklahoma", "OK"),
        ("oregon", "OR"), ("pennsylvania", "PA"), ("rhode island", "RI"),
        ("south carolina", "SC"), ("south dakota", "SD"), ("tennessee", "TN"),
        ("texas", "TX"), ("utah", "UT"), ("vermont", "VT"), ("virginia", "VA"),
        ("washington", "WA"), ("west virginia", "WV"), ("wisconsin", "WI"),
        ("wyoming", "WY"), ("puerto rico", "PR"), ("guam", "GU"), ("american samoa", "AS"),
        ("virgin islands", "VI"), ("u.s. virgin islands", "VI"),
        ("northern mariana islands", "MP"), ("alberta", "AB"), ("british columbia", "BC"),
        ("manitoba", "MB"), ("new brunswick", "NB"), ("newfoundland and labrador", "NL"),
        ("newfoundland", "NL"), ("nova scotia", "NS"), ("northwest territories", "NT"),
        ("nunavut", "NU"), ("ontario", "ON"), ("prince edward island", "PE"),
        ("quebec", "QC"), ("saskatchewan", "SK"), ("yukon", "YT"),
    ];
    let code = |code: &&(&str, &'static str)| code.1.eq_ignore_ascii_case(name);
    let found = NAMES.iter().find(|(other, _)| *other == name).or_else(|| NAMES.iter().find(code));
    found.map(|(_, code)| *code)
}
