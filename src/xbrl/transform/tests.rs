use alloc::format;

use super::*;

const TR1: &str = "http://www.xbrl.org/inlineXBRL/transformation/2010-04-20";
const TR2: &str = "http://www.xbrl.org/inlineXBRL/transformation/2011-07-31";
const TR3: &str = "http://www.xbrl.org/inlineXBRL/transformation/2015-02-26";
const TR4: &str = "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12";
const TR5: &str = "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16";

fn read(namespace: &str, local: &str, text: &str) -> Option<String> {
    let rule = Transform::named(namespace, local);
    rule.unwrap_or_else(|| panic!("{local}")).apply(text).map(Cow::into_owned)
}

/// Rows of a registry: its rule, a text, and what it comes to; `!` where it is refused.
fn hold(namespace: &str, rows: &[(&str, &str, &str)]) {
    for (local, text, expected) in rows {
        let found = read(namespace, local, text);
        let found = found.as_deref().unwrap_or("!");
        assert_eq!(found, *expected, "{local} of '{text}'");
    }
}

#[test]
fn numbers() {
    hold(
        TR1,
        &[
            ("numcommadot", "1,234,567.80", "1234567.80"),
            ("numcommadot", "12,34", "!"),
            ("numdotcomma", "1.234,5", "1234.5"),
            ("numspacedot", "1 234.5", "1234.5"),
            ("numcomma", "1,5", "1.5"),
            ("numdash", "-", "0"),
        ],
    );
    hold(
        TR3,
        &[
            ("numdotdecimal", "1,234", "1234"),
            ("numdotdecimal", "1234567", "1234567"),
            ("numdotdecimal", "1,23", "!"),
            ("numdotdecimal", ".5", "!"),
            ("numdotdecimal", "(5)", "!"),
            ("numcommadecimal", "1\u{a0}234,50", "1234.50"),
            ("numunitdecimal", "1,234円56銭", "1234.56"),
            ("numunitdecimal", "1,234 dollars 5 cents", "1234.05"),
            ("numdotdecimalin", "1,10,57,000.5", "11057000.5"),
            ("numdotdecimalin", "1,105,700", "!"),
            ("numunitdecimalin", "1,57,000 rupees 50 paise", "157000.50"),
            ("zerodash", "—", "0"),
            ("zerodash", "--", "!"),
        ],
    );
    hold(
        TR5,
        &[
            ("num-dot-decimal", "1,23", "123"),
            ("num-dot-decimal", " .5 ", "0.5"),
            ("num-dot-decimal", "5.", "!"),
            ("num-dot-decimal", "", "!"),
            ("num-dot-decimal", "-5", "!"),
            ("num-dot-decimal", "1.2.3", "!"),
            ("num-comma-decimal", "1.234,5", "1234.5"),
            ("num-dot-decimal-apos", "1'234’567.5", "1234567.5"),
            ("num-unit-decimal", "１，２３４円５６銭", "1234.56"),
            ("fixed-zero", "no", "0"),
            ("fixed-empty", "anything", ""),
        ],
    );
}

#[test]
fn dates_of_every_order_and_language() {
    hold(
        TR1,
        &[
            ("dateslashus", "12/31/24", "2024-12-31"),
            ("dateslasheu", "31/12/2024", "2024-12-31"),
            ("datelonguk", "31 December 2024", "2024-12-31"),
            ("datelongus", "December 31, 2024", "2024-12-31"),
            ("dateshortyearmonth", "2024 Dec", "2024-12"),
            ("dateslashmonthdayus", "2/29", "--02-29"),
            ("dateslashmonthdayus", "5 January 24", "!"),
            ("dateslasheu", "31.12.2024", "!"),
            ("datedoteu", "31.12.2024", "2024-12-31"),
        ],
    );
    hold(
        TR3,
        &[
            ("datedaymonthyearen", "31st of December, 2024", "2024-12-31"),
            ("datedaymonthyear", "31.12.2024", "2024-12-31"),
            ("datedaymonthyear", "31.13.2024", "!"),
            ("datedaymonthyear", "30.02.2024", "!"),
            ("dateyearmonthdaycjk", "2024年12月31日", "2024-12-31"),
            ("dateerayearmonthdayjp", "令和７年４月10日", "2025-04-10"),
            ("dateerayearmonthjp", "平成元年1月", "1989-01"),
            ("datedaymonthyearin", "३१ दिसम्बर २०२४", "2024-12-31"),
            ("calindaymonthyear", "11 Pausha 1946", "2025-01-01"),
            ("calindaymonthyear", "1 Chaitra 1946", "2024-03-21"),
        ],
    );
    hold(
        TR5,
        &[
            ("date-day-monthname-year-de", "31. Dezember 2024", "2024-12-31"),
            ("date-day-monthname-year-de", "1. März 24", "2024-03-01"),
            ("date-day-monthname-year-fr", "1er août 2024", "2024-08-01"),
            ("date-day-monthname-year-es", "31 de diciembre de 2024", "2024-12-31"),
            ("date-day-monthname-year-cs", "31. července 2024", "2024-07-31"),
            ("date-day-monthname-year-cs", "30. června 2024", "2024-06-30"),
            ("date-day-monthname-year-el", "31 ΔΕΚΕΜΒΡΊΟΥ 2024", "2024-12-31"),
            ("date-year-day-monthname-lv", "2024. gada 31. decembris", "2024-12-31"),
            ("date-year-monthname-day-hu", "2024. december 31", "2024-12-31"),
            ("date-day-monthroman-year", "31. XII. 2024", "2024-12-31"),
            ("date-monthname-year-nl", "maart 2024", "2024-03"),
            ("date-day-monthname-cy", "31 Rhagfyr", "--12-31"),
            ("date-month-day", "12/31", "--12-31"),
            ("date-monthname-day-year-en", "31 December 2024", "!"),
            ("date-day-monthname-year-en", "31 Foo 2024", "!"),
        ],
    );
}

/// Months in the cases that dates stand in, by languages that inflect them.
#[test]
fn inflected_months_are_read_and_abbreviated_ones() {
    #[rustfmt::skip]
    const NAMES: [(&str, [&str; 12]); 15] = [
        ("bg", ["януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември",
            "октомври", "ноември", "декември"]),
        ("cs", ["ledna", "února", "březen", "dubnu", "května", "června", "července", "srpna",
            "září", "říjnu", "listopadu", "prosince"]),
        ("cy", ["Ionawr", "Chwefror", "Fawrth", "Ebrill", "Fai", "Mehefin", "Ngorffennaf", "Awst",
            "Fedi", "Hydref", "Dachwedd", "Ragfyr"]),
        ("el", ["Ιανουαρίου", "Φεβρουάριος", "Μάρτιο", "Απριλίου", "Μαΐου", "Ιούνιος", "Ιουλίου",
            "ΑΥΓΟΎΣΤΟΥ", "Σεπτέμβριος", "Οκτωβρίου", "Νοέμβριος", "Δεκεμβρίου"]),
        ("et", ["jaanuar", "veebruari", "märtsil", "aprill", "mai", "juunil", "juuli", "augustis",
            "septembril", "oktoober", "novembri", "detsember"]),
        ("fi", ["tammikuuta", "helmikuussa", "maaliskuun", "huhtikuu", "toukokuuta", "kesäk.",
            "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"]),
        ("hi", ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त",
            "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"]),
        ("hr", ["siječnja", "veljače", "ožujak", "travnja", "svibanj", "lipnja", "srpnja",
            "kolovoza", "rujna", "listopad", "studenoga", "prosinca"]),
        ("hu", ["január", "febr.", "márciusban", "április", "május", "június", "júliusi",
            "augusztus", "szept.", "október", "november", "december"]),
        ("lt", ["sausio", "vasario", "kovo", "balandžio", "gegužės", "birželis", "liepos",
            "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"]),
        ("lv", ["janvārī", "februāris", "marts", "aprīlī", "maijs", "jūnijā", "jūlijs", "augusts",
            "septembrī", "oktobris", "novembrī", "decembrī"]),
        ("pl", ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpień",
            "września", "października", "listopada", "grudzień"]),
        ("ro", ["ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august",
            "sept.", "octombrie", "noiembrie", "decembrie"]),
        ("sk", ["január", "februára", "marca", "apríl", "mája", "júna", "júl", "augusta",
            "septembra", "október", "novembra", "decembra"]),
        ("sl", ["januarja", "februar", "marca", "aprila", "maj", "junija", "julij", "avgusta",
            "september", "oktobra", "novembra", "december"]),
    ];
    for (language, names) in NAMES {
        for (month, name) in (1..).zip(names) {
            let (local, text) = match language {
                "hi" => (String::from("datemonthyearin"), format!("{name} 2024")),
                "hu" | "lt" => {
                    let local = format!("date-year-monthname-day-{language}");
                    (local, format!("2024. {name} 5."))
                }
                "lv" => {
                    let local = String::from("date-year-day-monthname-lv");
                    (local, format!("2024. gada 5. {name}"))
                }
                _ => {
                    let local = format!("date-day-monthname-year-{language}");
                    (local, format!("5. {name} 2024"))
                }
            };
            let day = if language == "hi" { "" } else { "-05" };
            let registry = if language == "hi" { TR3 } else { TR5 };
            let expected = format!("2024-{month:02}{day}");
            assert_eq!(read(registry, &local, &text), Some(expected), "{language} {name}");
        }
    }
}

#[test]
fn a_name_is_known_in_its_registries_only() {
    for (namespace, local) in [
        (TR1, "numdotdecimal"),
        (TR2, "numdotdecimalin"),
        (TR3, "num-dot-decimal"),
        (TR4, "num-dot-decimal-apos"),
        (TR4, "date-day-monthname-year-xx"),
        (TR4, "date-day-month-year-en"),
        (TR5, "numdotdecimal"),
        (SEC, "num-dot-decimal"),
        ("http://www.xbrl.org/inlineXBRL/transformation/2099-01-01", "num-dot-decimal"),
        ("http://example.com", "fixed-zero"),
    ] {
        assert_eq!(Transform::named(namespace, local), None, "{local}");
    }
}

#[test]
fn words_durations_and_names_of_the_sec() {
    hold(
        SEC,
        &[
            ("numwordsen", "two thousand, three hundred", "2300"),
            ("numwordsen", "one hundred and five", "105"),
            ("numwordsen", "one hundred five thousand", "105000"),
            ("numwordsen", "twenty-one", "21"),
            ("numwordsen", "a million", "1000000"),
            ("numwordsen", "No", "0"),
            ("numwordsen", "one two", "!"),
            ("numwordsen", "ten one", "!"),
            ("numwordsen", "thousand", "!"),
            ("numwordsen", "one thousand million", "!"),
            ("numwordsen", "several", "!"),
            ("duryear", "2.7", "P2Y8M12D"),
            ("duryear", "5.5", "P5Y6M"),
            ("duryear", "0", "P0D"),
            ("durmonth", "36", "P36M"),
            ("durday", "364", "P364D"),
            ("durwordsen", "three years", "P3Y"),
            ("durwordsen", "two years and six months", "P2Y6M"),
            ("durwordsen", "none", "P0D"),
            ("durwordsen", "some years", "!"),
            ("boolballotbox", "☒", "true"),
            ("exchnameen", "The Nasdaq Stock Market LLC", "NASDAQ"),
            ("stateprovnameen", "New  York", "NY"),
            ("entityfilercategoryen", "Non-accelerated filer", "Non-accelerated Filer"),
        ],
    );
}

#[test]
fn words_that_only_begin_as_they_should_are_refused() {
    hold(
        TR4,
        &[
            ("date-monthname-day-year-en", "October 4, 2024", "2024-10-04"),
            ("date-monthname-day-year-en", "OCT. 4, 2024", "2024-10-04"),
            ("date-monthname-day-year-en", "Sept 4, 2024", "2024-09-04"),
            ("date-monthname-day-year-en", "Octember 4, 2024", "!"),
            ("date-monthname-day-year-en", "Mayor 4, 2024", "!"),
            ("date-monthname-day-year-en", "Junk 4, 2024", "!"),
            ("date-day-monthname-year-de", "4. Jänner 2024", "2024-01-04"),
            ("date-day-monthname-year-de", "4. März 2024", "2024-03-04"),
            ("date-day-monthname-year-fr", "4 août 2024", "2024-08-04"),
            ("date-day-monthname-year-nl", "4 maart 2024", "2024-03-04"),
            ("date-day-monthname-year-nl", "4 maandag 2024", "!"),
            ("date-day-monthname-year-pt", "4 março 2024", "2024-03-04"),
            // A Monday, a marzipan and a medal begin as months do.
            ("date-day-monthname-year-fi", "4. maanantai 2024", "!"),
            ("date-day-monthname-year-et", "4. martsipan 2024", "!"),
            ("date-day-monthname-year-lt", "4. gruntas 2024", "!"),
            ("date-day-monthname-year-cy", "4 medal 2024", "!"),
            ("date-day-monthname-year-el", "4 Μαριας 2024", "!"),
            ("date-day-monthname-year-hi", "4 जनवरीय 2024", "!"),
            ("date-ind-day-monthname-year-hi", "5 Āṣāḍha 1946", "2024-06-26"),
            ("date-ind-day-monthname-year-hi", "5 Prosit 1946", "!"),
            ("date-day-monthroman-year", "5-xii-2024", "2024-12-05"),
            ("date-day-monthroman-year", "5 civic 2024", "!"),
            ("date-monthroman-year", "Vasario 2024", "!"),
        ],
    );
    hold(
        SEC,
        &[
            ("durday", "1e2", "!"),
            ("duryear", "2.7", "P2Y8M12D"),
            ("numwordsen", "and five", "!"),
            ("numwordsen", "five and", "!"),
            ("numwordsen", "two hundred and and five", "!"),
            ("numwordsen", "two hundred and five", "205"),
            ("durwordsen", "two years and six months", "P2Y6M"),
        ],
    );
}
