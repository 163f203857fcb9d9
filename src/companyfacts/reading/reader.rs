//! [`Reader`]: bytes to facts.

use alloc::{borrow::Cow, collections::BTreeSet, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    concept::{Concept, UnitFacts},
    document::CompanyFacts,
    error::CompanyFactsError,
    fact::{FiledFact, Form},
    layout,
    place::Place,
    scan::{Fault, Scanner, is_zero_led, unescape},
    token::{date, number},
};
use crate::figure::Accession;

impl CompanyFacts {
    /// Reads a companyfacts file.
    ///
    /// Keys may come in any order, unknown ones are ignored, and `fy`, `fp` and `start` may be null
    /// or missing. Taxonomies, concepts and units may be empty or null.
    ///
    /// # Errors
    ///
    /// - malformed JSON, or text that is not UTF-8;
    /// - a value of the wrong type: a string where `val` has a number, a `filed` that is no date;
    /// - a number of more than 28 significant digits: it would have to be rounded;
    /// - a fact without `end`, `val`, `accn`, `form` or `filed`, or whose start is after its end;
    /// - a key that stands twice in one object: a concept, a unit, a `val`.
    ///
    /// Each names its path and byte.
    pub fn parse(json: &[u8]) -> Result<Self, CompanyFactsError> {
        read(json, false)
    }

    /// Reads a companyfacts file, and passes over the facts that cannot be read.
    ///
    /// What was passed over is in [`skipped`](Self::skipped), each with its reason: a bad fact,
    /// also one with a number that JSON does not know (`024`) or a field twice, and what stands
    /// under a key for the second time, of which the first is kept.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), but for a bad fact or a key given twice in well-formed JSON.
    pub fn parse_lenient(json: &[u8]) -> Result<Self, CompanyFactsError> {
        read(json, true)
    }
}

/// Reads a document; with `lenient`, a bad fact is noted and passed over.
fn read(bytes: &[u8], lenient: bool) -> Result<CompanyFacts, CompanyFactsError> {
    // A byte order mark is no JSON, but RFC 8259 lets a reader ignore one.
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mark = bytes.len() - body.len();
    match core::str::from_utf8(body) {
        Ok(text) => Reader::new(text, mark, lenient).read(),
        Err(error) => {
            let chunk = body.utf8_chunks().next();
            let text = chunk.map_or("", |chunk| chunk.valid());
            Err(Reader::new(text, mark, lenient).not_utf8(error.valid_up_to()))
        }
    }
}

/// The keys of one object so far, as they are read.
type Keys<'a> = BTreeSet<Cow<'a, str>>;

struct Reader<'a> {
    scan: Scanner<'a>,
    mark: usize,
    lenient: bool,
    place: Place<'a>,
    /// The forms read, as they are written: the name, kind and index of each.
    known_forms: Vec<(&'a [u8], Form, u8)>,
    last_filed: Option<(&'a [u8; 10], Date)>,
    document: CompanyFacts,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, mark: usize, lenient: bool) -> Self {
        Self {
            scan: Scanner::new(text),
            mark,
            lenient,
            place: Place::default(),
            known_forms: Vec::new(),
            last_filed: None,
            document: CompanyFacts::default(),
        }
    }

    fn read(mut self) -> Result<CompanyFacts, CompanyFactsError> {
        match self.document() {
            Ok(()) => Ok(self.document),
            Err(fault) => Err(self.error(fault)),
        }
    }

    /// Returns what is wrong with a document of which only so many bytes are UTF-8 text: that text
    /// is read to find the place, and may be wrong before its end.
    fn not_utf8(mut self, valid: usize) -> CompanyFactsError {
        match self.document() {
            Err(fault) if fault.byte() < valid => self.error(fault),
            _ => CompanyFactsError::Encoding { path: self.place.path(), byte: self.mark + valid },
        }
    }

    fn document(&mut self) -> Result<(), Fault> {
        let mut keys = Keys::default();
        let mut key = self.scan.first_key("an object with cik, entityName and facts")?;
        while let Some(name) = key {
            match &*unescape(name) {
                _ if self.is_repeated(&mut keys, name)? => {}
                "cik" => {
                    self.place.field = Some("cik");
                    self.document.cik = self.cik()?;
                }
                "entityName" => {
                    self.place.field = Some("entityName");
                    let name = self.scan.optional_string("the company's name")?;
                    self.document.entity_name = unescape(name.unwrap_or_default()).into_owned();
                }
                "facts" => {
                    self.place.field = Some("facts");
                    self.facts()?;
                }
                _ => self.scan.skip()?,
            }
            self.place.field = None;
            key = self.scan.next_key()?;
        }
        if !keys.contains("facts") {
            return Err(Fault::Missing { byte: self.scan.at(), field: "facts" });
        }
        match self.scan.peek() {
            None => Ok(()),
            Some(_) => Err(self.scan.unexpected("the end of the file")),
        }
    }

    /// The SEC writes newer registrants' numbers as padded strings, the others' as numbers.
    fn cik(&mut self) -> Result<Option<u64>, Fault> {
        if self.scan.null() {
            return Ok(None);
        }
        let (text, is_written_so) = match self.scan.peek() {
            Some(b'"') => (self.scan.string("a number")?, true),
            _ => {
                let number = self.scan.number("a number or a string of digits")?;
                (number, !is_zero_led(number))
            }
        };
        let digits =
            is_written_so && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(cik) if digits => Ok(Some(cik)),
            _ => Err(self.scan.value_fault(text, "a central index key of digits")),
        }
    }

    fn facts(&mut self) -> Result<(), Fault> {
        if self.scan.null() {
            return Ok(());
        }
        let mut key = self.scan.first_key("an object of taxonomies")?;
        let mut keys = Keys::default();
        self.place.field = None;
        while let Some(taxonomy) = key {
            if !self.is_repeated(&mut keys, taxonomy)? {
                self.place.taxonomy = Some(taxonomy);
                self.taxonomy(taxonomy)?;
                self.place.taxonomy = None;
            }
            key = self.scan.next_key()?;
        }
        Ok(())
    }

    fn taxonomy(&mut self, taxonomy: &'a str) -> Result<(), Fault> {
        if self.scan.null() {
            return Ok(());
        }
        let mut key = self.scan.first_key("an object of concepts")?;
        let mut keys = Keys::default();
        while let Some(name) = key {
            if name.starts_with('_') {
                // No tag begins so (an XML name in these taxonomies begins with a letter); it is a
                // remark of whoever cut the file down, such as `_stripped`.
                self.place.concept = Some(name);
                self.scan.skip()?;
            } else if !self.is_repeated(&mut keys, name)? {
                self.place.concept = Some(name);
                self.concept(taxonomy, name)?;
            }
            self.place.concept = None;
            key = self.scan.next_key()?;
        }
        Ok(())
    }

    fn concept(&mut self, taxonomy: &'a str, name: &'a str) -> Result<(), Fault> {
        let mut units = Vec::new();
        if self.scan.null() {
            return Ok(());
        }
        let mut key = self.scan.first_key("an object with units")?;
        let mut keys = Keys::default();
        while let Some(name) = key {
            match &*unescape(name) {
                _ if self.is_repeated(&mut keys, name)? => {}
                "units" => self.units(&mut units)?,
                _ => self.scan.skip()?,
            }
            key = self.scan.next_key()?;
        }
        let (taxonomy, name) = (unescape(taxonomy).into_owned(), unescape(name).into_owned());
        self.document.concepts.push(Concept { taxonomy, name, units });
        Ok(())
    }

    fn units(&mut self, units: &mut Vec<UnitFacts>) -> Result<(), Fault> {
        if self.scan.null() {
            return Ok(());
        }
        let mut key = self.scan.first_key("an object of units")?;
        let mut keys = Keys::default();
        while let Some(name) = key {
            if !self.is_repeated(&mut keys, name)? {
                self.place.unit = Some(name);
                let facts = self.unit()?;
                units.push(UnitFacts { unit: unescape(name).into_owned(), facts });
                self.place.unit = None;
            }
            key = self.scan.next_key()?;
        }
        Ok(())
    }

    fn unit(&mut self) -> Result<Vec<FiledFact>, Fault> {
        let mut facts = Vec::new();
        if self.scan.null() {
            return Ok(facts);
        }
        self.scan.expect(b'[', "an array of facts")?;
        if self.scan.take(b']') {
            return Ok(facts);
        }
        let mut index = 0;
        loop {
            self.place.fact = Some(index);
            self.scan.peek();
            let start = self.scan.at();
            match self.fact() {
                Ok(fact) => facts.push(fact),
                Err(fault) if self.lenient => self.pass_over(start, fault)?,
                Err(fault) => return Err(fault),
            }
            self.document.read += 1;
            self.place.field = None;
            index += 1;
            if self.scan.take(b']') {
                self.place.fact = None;
                return Ok(facts);
            }
            self.scan.expect(b',', "',' or ']'")?;
        }
    }

    /// Notes a bad fact and goes on behind it; malformed JSON cannot be passed over.
    fn pass_over(&mut self, start: usize, fault: Fault) -> Result<(), Fault> {
        self.scan.rewind(start);
        self.scan.skip_loosely()?;
        let error = self.error(fault);
        self.document.skipped.push(error);
        Ok(())
    }

    /// Notes a key of the object at hand, and returns whether it stood there before: what is under
    /// it is then passed over where that is asked for.
    fn is_repeated(&mut self, keys: &mut Keys<'a>, key: &'a str) -> Result<bool, Fault> {
        if keys.insert(unescape(key)) {
            return Ok(false);
        }
        let fault = self.scan.twice(key);
        if !self.lenient {
            return Err(fault);
        }
        self.scan.skip_loosely()?;
        let error = self.error(fault);
        self.document.skipped.push(error);
        self.document.read += 1;
        Ok(true)
    }

    fn fact(&mut self) -> Result<FiledFact, Fault> {
        match self.laid_out() {
            Some(fact) => Ok(fact),
            None => self.fact_in_any_form(),
        }
    }

    /// Reads a fact in the very layout that the SEC writes, and nothing if it is in another one.
    fn laid_out(&mut self) -> Option<FiledFact> {
        let (laid, length) = layout::fact(self.scan.rest().as_bytes())?;
        let filed = self.filed_on(laid.filed)?;
        let (form, form_index) = self.form_named(laid.form)?;
        self.scan.rewind(self.scan.at() + length);
        Some(FiledFact {
            start: laid.start,
            end: laid.end,
            value: laid.value,
            accession: laid.accession,
            filed,
            form,
            form_index,
            fiscal_year: laid.fiscal_year,
        })
    }

    fn fact_in_any_form(&mut self) -> Result<FiledFact, Fault> {
        let mut key = self.scan.first_key("a fact")?;
        let (mut start, mut end, mut value) = (None, None, None);
        let (mut accession, mut form, mut filed, mut fiscal_year) = (None, None, None, None);
        let mut start_at = self.scan.at();
        let mut keys = Keys::default();
        while let Some(name) = key {
            if !keys.insert(unescape(name)) {
                return Err(self.scan.twice(name));
            }
            match &*unescape(name) {
                "end" => end = Some(self.date("end")?),
                "val" => value = Some(self.value()?),
                "accn" => accession = Some(self.accession()?),
                "fy" => fiscal_year = self.fiscal_year()?,
                "fp" => {
                    self.place.field = Some("fp");
                    self.scan.optional_string("a string or null")?;
                }
                "form" => form = Some(self.form()?),
                "filed" => filed = Some(self.filed()?),
                "start" => {
                    self.place.field = Some("start");
                    self.scan.peek();
                    start_at = self.scan.at();
                    start = if self.scan.null() { None } else { Some(self.date("start")?) };
                }
                _ => self.scan.skip()?,
            }
            self.place.field = None;
            key = self.scan.next_key()?;
        }
        let byte = self.scan.at();
        let missing = |field| Fault::Missing { byte, field };
        let (form, form_index) = form.ok_or(missing("form"))?;
        let fact = FiledFact {
            start,
            end: end.ok_or(missing("end"))?,
            value: value.ok_or(missing("val"))?,
            accession: accession.ok_or(missing("accn"))?,
            filed: filed.ok_or(missing("filed"))?,
            form,
            form_index,
            fiscal_year,
        };
        if fact.start.is_some_and(|start| start > fact.end) {
            self.place.field = Some("start");
            // Behind its quote the date has ten bytes.
            let (start, end) = (start_at + 1, start_at + 11);
            return Err(Fault::Value { start, end, expected: "a date on or before the end" });
        }
        Ok(fact)
    }

    #[inline]
    fn date(&mut self, field: &'static str) -> Result<Date, Fault> {
        self.place.field = Some(field);
        let text = self.scan.string("a date")?;
        let date = text.as_bytes().try_into().ok().and_then(date);
        date.ok_or_else(|| self.scan.value_fault(text, "a date of the form 2025-06-30"))
    }

    fn filed(&mut self) -> Result<Date, Fault> {
        self.place.field = Some("filed");
        let text = self.scan.string("a date")?;
        let filed = text.as_bytes().try_into().ok().and_then(|text| self.filed_on(text));
        filed.ok_or_else(|| self.scan.value_fault(text, "a date of the form 2025-06-30"))
    }

    /// Facts of one filing often stand together, so the last date is tried first.
    #[inline]
    fn filed_on(&mut self, text: &'a [u8; 10]) -> Option<Date> {
        if let Some((last, date)) = self.last_filed
            && last == text
        {
            return Some(date);
        }
        let filed = date(text)?;
        self.last_filed = Some((text, filed));
        Some(filed)
    }

    #[inline]
    fn value(&mut self) -> Result<Decimal, Fault> {
        self.place.field = Some("val");
        let text = self.scan.number("a number")?;
        number(text).ok_or_else(|| self.scan.value_fault(text, "a number of at most 28 digits"))
    }

    #[inline]
    fn accession(&mut self) -> Result<Accession, Fault> {
        self.place.field = Some("accn");
        let text = self.scan.string("an accession number")?;
        text.parse().map_err(|_| {
            self.scan.value_fault(text, "an accession number of the form 0001321655-25-000106")
        })
    }

    #[inline]
    fn fiscal_year(&mut self) -> Result<Option<i16>, Fault> {
        self.place.field = Some("fy");
        if self.scan.null() {
            return Ok(None);
        }
        let text = self.scan.number("a year or null")?;
        match text.parse() {
            Ok(year) if !is_zero_led(text) => Ok(Some(year)),
            _ => Err(self.scan.value_fault(text, "a year")),
        }
    }

    #[inline]
    fn form(&mut self) -> Result<(Form, u8), Fault> {
        self.place.field = Some("form");
        let name = self.scan.string("the name of a form")?;
        self.form_named(name.as_bytes())
            .ok_or_else(|| self.scan.value_fault(name, "one of at most 256 names of forms"))
    }

    /// Returns the kind of a form and the index of its name; a file has few of them.
    #[inline]
    fn form_named(&mut self, name: &'a [u8]) -> Option<(Form, u8)> {
        match self.known_forms.iter().find(|(known, ..)| *known == name) {
            Some((_, form, index)) => Some((*form, *index)),
            None => self.new_form(name),
        }
    }

    #[cold]
    fn new_form(&mut self, name: &'a [u8]) -> Option<(Form, u8)> {
        let text = unescape(core::str::from_utf8(name).ok()?);
        let forms = &mut self.document.forms;
        let index = forms.iter().position(|known| *known == *text).unwrap_or_else(|| {
            forms.push(text.clone().into_owned());
            forms.len() - 1
        });
        let (form, index) = (Form::of(&text), u8::try_from(index).ok()?);
        self.known_forms.push((name, form, index));
        Some((form, index))
    }

    fn error(&self, fault: Fault) -> CompanyFactsError {
        let path = self.place.path();
        let byte = self.mark + fault.byte();
        match fault {
            Fault::Unexpected { byte: at, expected } => CompanyFactsError::Unexpected {
                path,
                byte,
                expected: expected.into(),
                found: self.scan.found(at).into(),
            },
            Fault::Value { start, end, expected } => CompanyFactsError::Value {
                path,
                byte,
                text: self.scan.excerpt(start, end),
                expected: expected.into(),
            },
            Fault::Missing { field, .. } => {
                CompanyFactsError::Missing { path, byte, field: field.into() }
            }
            Fault::Twice { start, end } => {
                CompanyFactsError::Twice { path, byte, key: self.scan.excerpt(start, end) }
            }
        }
    }
}
