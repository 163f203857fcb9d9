//! Names of months by how they begin, in the languages of the registries.

use alloc::string::String;

/// The twelve names in a language, alternatives between bars, in lower case and without accents.
///
/// Before the line stands the beginning that the registries ask for, behind it the rest of the
/// name, of which a word may have as much as it likes, so that a word that only begins as a month
/// does is none. After a star a word may go on by an ending, as languages inflect their names.
pub(super) type Months = [&'static str; 12];

/// Endings have so many letters at most: "tammikuussa".
const ENDING_LETTERS_MAX: usize = 3;

/// Returns the months of a language by its code.
pub(super) fn of(language: &str) -> Option<&'static Months> {
    let at = LANGUAGES.iter().find(|(code, _)| *code == language)?;
    Some(&at.1)
}

#[rustfmt::skip]
const LANGUAGES: [(&str, Months); 25] = [
    ("bg", ["ян-уари", "фев-руари", "мар-т", "апр-ил", "май-|маи-", "юни-", "юли-", "авг-уст",
        "сеп-тември", "окт-омври", "ное-мври", "дек-ември"]),
    ("cs", ["led-en|led-na|led-nu", "uno-r*", "bre-zen|bre-zna|bre-znu", "dub-en|dub-na|dub-nu",
        "kve-ten|kve-tna|kve-tnu", "cerven-|cervn-a|cervn-u|cvn-",
        "cervenec-|cervenc-e|cervenc-i|cvc-", "srp-en|srp-na|srp-nu", "zar-i*",
        "rij-en|rij-na|rij-nu", "lis-topad*", "pro-sinec|pro-since|pro-sinci"]),
    ("cy", ["ion-awr", "chwe-fror", "maw-rth|faw-rth", "ebr-ill", "mai-|fai-", "meh-efin|feh-efin",
        "gor-ffennaf|ngor-ffennaf", "aws-t", "med-i|fed-i", "hyd-ref",
        "tach-wedd|dach-wedd|nhach-wedd|thach-wedd", "rhag-fyr|rag-fyr"]),
    ("da", ["jan-uar", "feb-ruar", "mar-ts", "apr-il", "maj-", "jun-i", "jul-i", "aug-ust",
        "sep-tember", "okt-ober", "nov-ember", "dec-ember"]),
    ("de", ["jan-uar|jan-ner|jaen-ner", "feb-ruar|feb-er", "mar-z|maer-z", "apr-il", "mai-",
        "jun-i", "jul-i", "aug-ust", "sep-tember", "okt-ober", "nov-ember", "dez-ember"]),
    ("el", ["ιαν-ουαρι*", "φεβ-ρουαρι*", "μαρ-τι*", "απρ-ιλι*|αριλ-ι*", "μαι-*", "ιουν-ι*",
        "ιουλ-ι*", "αυγ-ουστ*", "σεπ-τεμβρι*", "οκτ-ωβρι*", "νοε-μβρι*", "δεκ-εμβρι*"]),
    ("en", ["jan-uary", "feb-ruary", "mar-ch", "apr-il", "may-", "jun-e", "jul-y", "aug-ust",
        "sep-tember", "oct-ober", "nov-ember", "dec-ember"]),
    ("es", ["ene-ro", "feb-rero", "mar-zo", "abr-il", "may-o", "jun-io", "jul-io", "ago-sto",
        "sep-tiembre|set-iembre", "oct-ubre", "nov-iembre", "dic-iembre"]),
    ("et", ["jaan-uar*", "veebr-uar*", "marts-*", "apr-ill*", "mai-*", "juuni-*", "juuli-*",
        "aug-ust*", "sept-ember|sept-embri*", "okt-oober|okt-oobri*", "nov-ember|nov-embri*",
        "dets-ember|dets-embri*"]),
    ("fi", ["tam-mikuu*", "hel-mikuu*", "maa-liskuu*", "huh-tikuu*", "tou-kokuu*", "kes-akuu*",
        "hei-nakuu*", "elo-kuu*", "syy-skuu*", "lok-akuu*", "mar-raskuu*", "jou-lukuu*"]),
    ("fr", ["janv-ier", "fevr-ier", "mars-", "avr-il", "mai-", "juin-", "juil-let", "aout-",
        "sept-embre", "oct-obre", "nov-embre", "dec-embre"]),
    ("hi", ["जनवरी-", "फरवरी-|फ़रवरी-", "मार्च-", "अप्रैल-", "मई-", "जून-", "जुलाई-", "अगस्त-",
        "सितंबर-|सितम्बर-", "अक्तूबर-|अक्टूबर-", "नवम्बर-|नवंबर-", "दिसम्बर-|दिसंबर-"]),
    ("hr", ["sij-ec*", "velj-ac*", "ozu-j*", "tra-v*", "svi-b*", "lip-*", "srp-*", "kol-ovoz*",
        "ruj-*", "lis-topad*", "stu-den*", "pro-sinac*|pro-sinc*"]),
    ("hu", ["jan-uar*", "feb-ruar*", "marc-ius*", "apr-ilis*", "maj-us*", "jun-ius*", "jul-ius*",
        "aug-usztus*", "szept-ember*", "okt-ober*", "nov-ember*", "dec-ember*"]),
    ("it", ["gen-naio", "feb-braio", "mar-zo", "apr-ile", "mag-gio", "giu-gno", "lug-lio",
        "ago-sto", "set-tembre", "ott-obre", "nov-embre", "dic-embre"]),
    ("lt", ["sau-s*", "vas-ar*", "kov-*", "bal-and*", "geg-uz*", "bir-zel*", "lie-p*",
        "rugp-ju*|rgp-", "rugs-ej*|rgs-", "spa-l*|spl-", "lap-kri*", "gru-od*|grd-"]),
    ("lv", ["janv-ar*", "febr-uar*", "marts-", "apr-il*", "maijs-", "jun-ij*", "jul-ij*",
        "aug-ust*", "sept-embr*", "okt-obr*", "nov-embr*", "dec-embr*"]),
    ("nl", ["jan-uari", "feb-ruari", "maa-rt|mrt-", "apr-il", "mei-", "jun-i", "jul-i",
        "aug-ustus", "sep-tember", "okt-ober", "nov-ember", "dec-ember"]),
    ("no", ["jan-uar", "feb-ruar", "mar-s", "apr-il", "mai-", "jun-i", "jul-i", "aug-ust",
        "sep-tember", "okt-ober", "nov-ember", "des-ember"]),
    ("pl", ["sty-cz*", "lut-*", "mar-z*|mar-c*", "kwi-ec*|kwi-et*", "maj-*", "cze-rw*", "lip-*",
        "sie-rp*", "wrz-es*", "paz-dziern*", "lis-topad*", "gru-dz*|gru-dn*"]),
    ("pt", ["jan-eiro", "fev-ereiro", "mar-co", "abr-il", "mai-o", "jun-ho", "jul-ho", "ago-sto",
        "set-embro", "out-ubro", "nov-embro", "dez-embro"]),
    ("ro", ["ian-uarie*", "feb-ruarie*", "mar-tie*", "apr-ilie*", "mai-", "iun-ie*", "iul-ie*",
        "aug-ust*", "sep-tembrie*", "oct-ombrie*", "noi-embrie*|nov-embrie*", "dec-embrie*"]),
    ("sk", ["jan-uar*", "feb-ruar*", "mar-ec|mar-c*", "apr-il*", "maj-*", "jun-*", "jul-*",
        "aug-ust*", "sep-tember|sep-tembr*", "okt-ober|okt-obr*", "nov-ember|nov-embr*",
        "dec-ember|dec-embr*"]),
    ("sl", ["jan-uar*", "feb-ruar*", "mar-ec|mar-c*", "apr-il*", "maj-*", "jun-ij*", "jul-ij*",
        "avg-ust*", "sep-tember|sep-tembr*", "okt-ober|okt-obr*", "nov-ember|nov-embr*",
        "dec-ember|dec-embr*"]),
    ("sv", ["jan-uari", "feb-ruari", "mar-s", "apr-il", "maj-", "jun-i", "jul-i", "aug-usti",
        "sep-tember", "okt-ober", "nov-ember", "dec-ember"]),
];

/// The months of the Indian national calendar.
#[rustfmt::skip]
pub(super) const SAKA: Months = [
    "chait-ra|cait-ra|चैत्र-", "vai-sakh*|vai-shakh*|वैशाख-|बैसाख-",
    "jy-aisht*|jy-aisth*|jy-aist*|jy-esht*|jy-esth*|ज्येष्ठ-",
    "asad-h*|ashad-h*|आषाढ-|आषाढ़-|आषाढ़-", "srav-an*|shrav-an*|श्रावण-|सावन-",
    "bhad-rapad*|bhad-ra|pros-thapad*|भाद्रपद-|भादो-", "asw-in*|ashw-in*|asv-in*|आश्विन-",
    "kart-ik*|kart-iak|कार्तिक-", "agra-hayan*|marg-ashirsh*|marg-asirs*|मार्गशीर्ष-|अगहन-",
    "paus-*|पौष-", "magh-*|माघ-", "phal-gun*|फाल्गुन-",
];

/// Returns the month that a stretch of text names, if one word of it does.
pub(super) fn find(text: &str, months: &Months) -> Option<i8> {
    let text = fold(text);
    // Dashes and quotation marks among them.
    let is_mark = |char: char| matches!(char, '\u{2010}'..='\u{203e}' | '\u{b7}');
    let between = |char: char| char.is_whitespace() || char.is_ascii_punctuation() || is_mark(char);
    let mut found = text.split(between).filter_map(|word| month(word, months));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Returns the month whose beginning fits the most of a word.
fn month(word: &str, months: &Months) -> Option<i8> {
    let fit = |names: &str| {
        let fits = names.split('|').filter_map(|name| {
            let (start, rest) = name.split_once('-')?;
            is_rest(word.strip_prefix(start)?, rest).then_some(start.len())
        });
        fits.max()
    };
    let fits = (1..).zip(months).filter_map(|(number, names)| Some((fit(names)?, number)));
    fits.max_by_key(|(length, _)| *length).map(|(_, number)| number)
}

/// Returns whether a word may go on so behind the beginning of a name.
fn is_rest(more: &str, rest: &str) -> bool {
    let (rest, is_inflected) = rest.strip_suffix('*').map_or((rest, false), |rest| (rest, true));
    let ending = more.strip_prefix(rest).filter(|_| is_inflected);
    let is_ending = |ending: &str| ending.chars().count() <= ENDING_LETTERS_MAX;
    rest.starts_with(more) || ending.is_some_and(is_ending)
}

/// Returns the number of a month in Roman numerals.
pub(super) fn roman(text: &str) -> Option<i8> {
    // Other words have such letters too.
    let upper = text.to_uppercase();
    let mut words = upper.split(|char: char| !char.is_alphanumeric());
    let is_numeral = |word: &str| word.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    let word = words.rfind(|word| !word.is_empty()).filter(|word| is_numeral(word))?;
    const NUMERALS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    NUMERALS.iter().position(|numeral| *numeral == word).map(|at| at as i8 + 1)
}

/// Returns a text in lower case and without the accents of the languages above.
fn fold(text: &str) -> String {
    let letter = |char: char| match char {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'į' => 'i',
        'ò'..='ö' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' => 'y',
        'ç' | 'č' | 'ć' => 'c',
        'ď' | 'ḍ' => 'd',
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
        'ώ' => 'ω',
        'ς' => 'σ',
        _ => char,
    };
    let lower = text.chars().flat_map(char::to_lowercase);
    // Accents may stand alone behind their letters.
    lower.filter(|char| !('\u{300}'..='\u{36f}').contains(char)).map(letter).collect()
}
