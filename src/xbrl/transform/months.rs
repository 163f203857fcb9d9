//! Names of months by how they begin, in the languages of the registries.

use alloc::string::String;

/// The beginnings of the twelve names in a language, alternatives between bars, in lower case and
/// without accents. Where a line follows, so does the rest of the name, of which a word may have as
/// much as it likes; the other languages inflect their names, and any word fits that begins so.
pub(super) type Months = [&'static str; 12];

/// Returns the months of a language by its code.
pub(super) fn of(language: &str) -> Option<&'static Months> {
    let at = LANGUAGES.iter().find(|(code, _)| *code == language)?;
    Some(&at.1)
}

#[rustfmt::skip]
const LANGUAGES: [(&str, Months); 25] = [
    ("bg", ["ян", "фев", "мар", "апр", "май|маи", "юни", "юли", "авг", "сеп", "окт", "ное", "дек"]),
    ("cs", ["led", "uno", "bre", "dub", "kve", "cerven|cervn|cvn", "cervenec|cervenc|cvc", "srp",
        "zar", "rij", "lis", "pro"]),
    ("cy", ["ion", "chwe", "maw|faw", "ebr", "mai|fai", "meh|feh", "gor|ngor", "aws", "med|fed",
        "hyd", "tach|dach|nhach|thach", "rhag|rag"]),
    ("da", ["jan-uar", "feb-ruar", "mar-ts", "apr-il", "maj-", "jun-i", "jul-i", "aug-ust",
        "sep-tember", "okt-ober", "nov-ember", "dec-ember"]),
    ("de", ["jan-uar|jan-ner|jaen-ner", "feb-ruar|feb-er", "mar-z|maer-z", "apr-il", "mai-",
        "jun-i", "jul-i", "aug-ust", "sep-tember", "okt-ober", "nov-ember", "dez-ember"]),
    ("el", ["ιαν", "φεβ", "μαρ", "απρ|αριλ", "μαι", "ιουν", "ιουλ", "αυγ", "σεπ", "οκτ", "νοε",
        "δεκ"]),
    ("en", ["jan-uary", "feb-ruary", "mar-ch", "apr-il", "may-", "jun-e", "jul-y", "aug-ust",
        "sep-tember", "oct-ober", "nov-ember", "dec-ember"]),
    ("es", ["ene-ro", "feb-rero", "mar-zo", "abr-il", "may-o", "jun-io", "jul-io", "ago-sto",
        "sep-tiembre|set-iembre", "oct-ubre", "nov-iembre", "dic-iembre"]),
    ("et", ["jaan", "veebr", "marts", "apr", "mai", "juuni", "juuli", "aug", "sept", "okt", "nov",
        "dets"]),
    ("fi", ["tam", "hel", "maa", "huh", "tou", "kes", "hei", "elo", "syy", "lok", "mar", "jou"]),
    ("fr", ["janv-ier", "fevr-ier", "mars-", "avr-il", "mai-", "juin-", "juil-let", "aout-",
        "sept-embre", "oct-obre", "nov-embre", "dec-embre"]),
    ("hi", ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्तूबर",
        "नवम्बर", "दिसम्बर"]),
    ("hr", ["sij", "velj", "ozu", "tra", "svi", "lip", "srp", "kol", "ruj", "lis", "stu", "pro"]),
    ("hu", ["jan", "feb", "marc", "apr", "maj", "jun", "jul", "aug", "szept", "okt", "nov", "dec"]),
    ("it", ["gen-naio", "feb-braio", "mar-zo", "apr-ile", "mag-gio", "giu-gno", "lug-lio",
        "ago-sto", "set-tembre", "ott-obre", "nov-embre", "dic-embre"]),
    ("lt", ["sau", "vas", "kov", "bal", "geg", "bir", "lie", "rugp|rgp", "rugs|rgs", "spa|spl",
        "lap", "gru|grd"]),
    ("lv", ["janv", "febr", "marts", "apr", "maijs", "jun", "jul", "aug", "sept", "okt", "nov",
        "dec"]),
    ("nl", ["jan-uari", "feb-ruari", "maa-rt|mrt-", "apr-il", "mei-", "jun-i", "jul-i",
        "aug-ustus", "sep-tember", "okt-ober", "nov-ember", "dec-ember"]),
    ("no", ["jan-uar", "feb-ruar", "mar-s", "apr-il", "mai-", "jun-i", "jul-i", "aug-ust",
        "sep-tember", "okt-ober", "nov-ember", "des-ember"]),
    ("pl", ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru"]),
    ("pt", ["jan-eiro", "fev-ereiro", "mar-co", "abr-il", "mai-o", "jun-ho", "jul-ho", "ago-sto",
        "set-embro", "out-ubro", "nov-embro", "dez-embro"]),
    ("ro", ["ian", "feb", "mar", "apr", "mai", "iun", "iul", "aug", "sep", "oct", "noi|nov",
        "dec"]),
    ("sk", ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]),
    ("sl", ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "avg", "sep", "okt", "nov", "dec"]),
    ("sv", ["jan-uari", "feb-ruari", "mar-s", "apr-il", "maj-", "jun-i", "jul-i", "aug-usti",
        "sep-tember", "okt-ober", "nov-ember", "dec-ember"]),
];

/// The months of the Indian national calendar.
#[rustfmt::skip]
pub(super) const SAKA: Months = [
    "chait|cait|चैत्र", "vai|वैशाख|बैसाख", "jy|ज्येष्ठ", "asad|ashad|आषाढ",
    "srav|shrav|श्रावण|सावन",
    "bhad|pros|भाद्रपद|भादो", "asw|ashw|asv|आश्विन", "kart|कार्तिक", "agra|marg|मार्गशीर्ष|अगहन",
    "paus|पौष", "magh|माघ", "phal|फाल्गुन",
];

/// Returns the month that a stretch of text names, if one word of it does.
pub(super) fn find(text: &str, months: &Months) -> Option<i8> {
    let text = fold(text);
    let between = |char: char| char.is_whitespace() || char.is_ascii_punctuation();
    let mut found = text.split(between).filter_map(|word| month(word, months));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Returns the month whose beginning fits the most of a word.
fn month(word: &str, months: &Months) -> Option<i8> {
    let fit = |starts: &str| {
        let fits = starts.split('|').filter_map(|name| match name.split_once('-') {
            Some((start, rest)) => {
                let more = word.strip_prefix(start)?;
                rest.starts_with(more).then_some(start.len())
            }
            None => word.starts_with(name).then_some(name.len()),
        });
        fits.max()
    };
    let fits = (1..).zip(months).filter_map(|(number, starts)| Some((fit(starts)?, number)));
    fits.max_by_key(|(length, _)| *length).map(|(_, number)| number)
}

/// Returns the number of a month in Roman numerals.
pub(super) fn roman(text: &str) -> Option<i8> {
    let upper = text.to_uppercase();
    let is_letter = |char: char| matches!(char, 'I' | 'V' | 'X');
    let word = upper.split(|char| !is_letter(char)).rfind(|word| !word.is_empty())?;
    const NUMERALS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    NUMERALS.iter().position(|numeral| *numeral == word).map(|at| at as i8 + 1)
}

/// Returns a text in lower case and without the accents of the languages above.
fn fold(text: &str) -> String {
    let letter = |char: char| match char {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ò'..='ö' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' => 'y',
        'ç' | 'č' | 'ć' => 'c',
        'ď' => 'd',
        'ň' | 'ń' | 'ņ' | 'ṇ' | 'ñ' => 'n',
        'ř' => 'r',
        'š' | 'ś' | 'ṣ' => 's',
        'ť' | 'ṭ' => 't',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' | 'ļ' => 'l',
        'ά' => 'α',
        'έ' => 'ε',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' => 'υ',
        _ => char,
    };
    let lower = text.chars().flat_map(char::to_lowercase);
    // Accents may stand alone behind their letters.
    lower.filter(|char| !('\u{300}'..='\u{36f}').contains(char)).map(letter).collect()
}
