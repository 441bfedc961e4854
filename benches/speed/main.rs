//! How long the work takes that people wait for, at 500, 10,000 and 100,000 people. `benches/README.md` has the commands.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unnecessary_wraps,
    reason = "a measurement stops at the first thing that is not as it says, and prints what it finds"
)]

mod people;
mod seat;
mod typing;
mod words;
mod work;

use mimalloc::MiMalloc;
use std::env;
use std::fmt;
use std::fs;
use std::hint::black_box;
use std::process::ExitCode;

use divan::Bencher;
use goodword::store::export;

use work::{WORKS, Work};

/// How many people the books have, unless `GOODWORD_PEOPLE` says it: "500 10000".
const SIZES: &str = "500 10000 100000";

/// As the program has it.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["book", people, path, ..] => write_book(number(people), path),
        ["rounds", name, people, rounds, ..] => {
            ended(do_rounds(name, number(people), number(rounds)))
        }
        ["typing", people, ..] => ended(typing::tell(number(people))),
        ["names", ..] => {
            for work in WORKS {
                println!("{}\t{}", work.name, work.about);
            }
            ExitCode::SUCCESS
        }
        _ => {
            divan::main();
            ExitCode::SUCCESS
        }
    }
}

/// Writes a book to a new file, for other measurements.
fn write_book(people: usize, path: &str) -> ExitCode {
    fs::write(path, export::text(&people::book(people)).unwrap()).unwrap();
    ExitCode::SUCCESS
}

/// Does a work so many times, for programs that count what is done.
fn do_rounds(name: &str, people: usize, rounds: usize) -> Result<(), String> {
    let work = WORKS.iter().find(|work| work.name == name);
    let work = work.ok_or_else(|| format!("there is no work called {name}"))?;
    let mut round = (work.prepare)(people)?;
    for _ in 0..rounds {
        black_box(round());
    }
    Ok(())
}

fn ended(result: Result<(), String>) -> ExitCode {
    result.map_or_else(
        |why| {
            eprintln!("{why}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

/// A work at a size.
struct Case {
    work: &'static Work,
    people: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.work.name, self.people)
    }
}

fn cases() -> impl Iterator<Item = Case> {
    let sizes = env::var("GOODWORD_PEOPLE").unwrap_or_else(|_| SIZES.to_owned());
    let sizes: Vec<usize> = sizes.split_whitespace().map(number).collect();
    let of_all_sizes = move |work| {
        let sizes = sizes.clone().into_iter();
        sizes.map(move |people| Case { work, people })
    };
    WORKS.iter().flat_map(of_all_sizes)
}

#[divan::bench(args = cases(), max_time = 2)]
fn speed(bencher: Bencher<'_, '_>, case: &Case) {
    match (case.work.prepare)(case.people) {
        Ok(round) => bencher.bench_local(round),
        Err(why) => eprintln!("{case}: {why}"),
    }
}

fn number(text: &str) -> usize {
    text.parse().unwrap()
}
