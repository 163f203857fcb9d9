//! `financials history`: the figures of companies, period by period, from companyfacts files and
//! filings.

mod row;
mod table;
mod arguments;
mod named;

use std::io::{self, Write};

use financials::companyfacts::{CompanyFacts, Stream};
use financials_files::{Progress, Walk};
use indicatif::ProgressBar;

use crate::{
    console::Console,
    filed::{self, Company, Failure, File},
    input::Input,
};
pub use arguments::Arguments;

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let files = Input::files(&arguments.files, console)?;
    // The filings first: a companyfacts file may stand before those that say how precise it is.
    let (filings, files): (Vec<Input>, Vec<Input>) =
        files.into_iter().partition(filed::is_filing_file);
    let mut companies = Vec::new();
    for file in filings {
        let read = file.unpacked(&ProgressBar::hidden()).map_err(Failure::from);
        match read.and_then(|bytes| File::read(&file, &bytes)) {
            Ok(read) => put(&mut companies, &file, read),
            Err(error) => console.refuse(&file, error)?,
        }
    }
    let walk = Walk::over(files.iter().map(Input::path));
    let bar = console.progress_of(walk.progress().bytes_total);
    let mut walk = walk.on_progress(move |progress: Progress| bar.set_position(progress.bytes));
    while let Some(member) = walk.next() {
        let file = Input::from(member.name());
        match member.content() {
            // On standard input, or JSON that says at its end what it is.
            Ok(bytes) if filed::is_filing(bytes) => match File::read(&file, bytes) {
                Ok(read) => put(&mut companies, &file, read),
                Err(error) => console.refuse(&file, error)?,
            },
            Ok(bytes) => listed(arguments, &mut companies, (&file, bytes), console)?,
            Err(error) => console.refuse(&file, error)?,
        }
    }
    for company in companies {
        let name = company.name.clone();
        print(console, arguments, &name, company)?;
    }
    Ok(())
}

/// Prints the company of a companyfacts file, with the filings that there are of it.
fn listed(
    arguments: &Arguments,
    companies: &mut Vec<Company>,
    (file, bytes): (&Input, &[u8]),
    console: &mut Console,
) -> io::Result<()> {
    let stream = Stream::new([(file.to_string(), Ok(bytes))]);
    let mut stream = if arguments.lenient { stream.lenient() } else { stream };
    for file in &mut stream {
        for skipped in file.facts.iter().flat_map(CompanyFacts::skipped) {
            console.note(format_args!("{}: passed over: {skipped}", file.name));
        }
        match file.facts {
            Ok(facts) => {
                let key = facts.cik().map(|cik| cik.to_string());
                let known = companies.iter().position(|known| Some(&known.subject) == key.as_ref());
                let company = match known {
                    Some(known) => companies.remove(known).over(facts),
                    None => Company::of(file.name.clone(), facts),
                };
                print(console, arguments, &file.name, company)?;
            }
            Err(error) => console.refuse(&file.name, error)?,
        }
    }
    Ok(())
}

/// Puts a filing to those of its company, which goes by its number.
fn put(companies: &mut Vec<Company>, file: &Input, read: File) {
    let subject = read.number();
    Company::put(companies, &subject, &file.to_string(), read);
}

fn print(
    console: &mut Console,
    arguments: &Arguments,
    name: &str,
    company: Company,
) -> io::Result<()> {
    let Some(filed) = company.filed(&arguments.within, console)? else { return Ok(()) };
    match arguments.json {
        true => row::print(console, arguments, name, filed.filings())?,
        false => table::print(console, arguments, name, filed.filings())?,
    }
    console.flush()
}
