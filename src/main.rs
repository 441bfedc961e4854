//! The `goodword` program: arguments in, exit code out.

use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::time::Duration;

use clap::{CommandFactory, Parser};
use goodword::app::status::Origin;
use goodword::cli::{self, Cli, World};
use goodword::domain::id::IdSource;
use goodword::runtime::{self, Clock, Setup};
use goodword::store::config::Config;
use goodword::store::{BookFile, demo, paths};
use rand::TryRng;
use rand::rngs::SysRng;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let ended = match &cli.command {
        Some(command) => world(&cli).map(|world| cli::run(command, &world)),
        None => dashboard(&cli),
    };
    ended.unwrap_or_else(|error| {
        eprintln!("goodword: {error}");
        ExitCode::FAILURE
    })
}

/// What a subcommand may know of this machine; asked for once, here.
fn world(cli: &Cli) -> color_eyre::Result<World> {
    let now = runtime::now();
    let today = cli.today.unwrap_or_else(|| now.date());
    Ok(World {
        book: book_path(cli)?,
        config: paths::config().ok(),
        demo: cli.demo,
        today,
        now: today.and_time(now.time()),
        zone: runtime::zone(),
        ids: ids()?,
    })
}

/// Opens the dashboard; a book that cannot be read is said before the terminal is touched.
fn dashboard(cli: &Cli) -> color_eyre::Result<ExitCode> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        eprintln!("goodword: the dashboard needs a terminal. In a script, use a subcommand:\n");
        eprintln!("{}", Cli::command().render_help());
        return Ok(ExitCode::from(2));
    }
    color_eyre::install()?;
    runtime::run(if cli.demo {
        demo_setup(cli)?
    } else {
        book_setup(cli)?
    })
}

fn demo_setup(cli: &Cli) -> color_eyre::Result<Setup> {
    let clock = clock(cli);
    Ok(Setup {
        book: demo::book(clock.today())?,
        file: None,
        origin: Origin {
            path: String::new(),
            demo: true,
            clock_set: cli.today.is_some(),
        },
        clock,
        ids: ids()?,
        hide_after: hide_after(&config()?),
        notice: None,
    })
}

fn book_setup(cli: &Cli) -> color_eyre::Result<Setup> {
    let path = book_path(cli)?;
    let ids = ids()?;
    let opened = BookFile::open(&path, &ids)?;
    let odd = match opened.problems.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first, rest @ ..] => Some(format!("{first} And {} more things are odd.", rest.len())),
    };
    let readable = opened.readable_by_others.then(|| {
        format!(
            "Others on this machine can read your book: chmod 600 {}",
            path.display()
        )
    });
    Ok(Setup {
        book: opened.book,
        origin: Origin {
            path: path.display().to_string(),
            demo: false,
            clock_set: cli.today.is_some(),
        },
        file: Some(opened.file),
        clock: clock(cli),
        ids,
        hide_after: hide_after(&config()?),
        notice: odd.or(readable),
    })
}

/// The configuration; the default where the home folder is not known.
fn config() -> color_eyre::Result<Config> {
    Ok(match paths::config() {
        Ok(path) => Config::read(&path)?,
        Err(_) => Config::default(),
    })
}

fn hide_after(config: &Config) -> Option<Duration> {
    let minutes = u64::from(config.hide_after_minutes);
    (minutes > 0).then(|| Duration::from_secs(minutes * 60))
}

fn clock(cli: &Cli) -> Clock {
    cli.today.map_or(Clock::Machine, Clock::Fixed)
}

fn book_path(cli: &Cli) -> color_eyre::Result<std::path::PathBuf> {
    Ok(match &cli.book {
        Some(path) => path.clone(),
        None => paths::book()?,
    })
}

fn ids() -> color_eyre::Result<IdSource> {
    let mut entropy = [0; 32];
    SysRng.try_fill_bytes(&mut entropy)?;
    Ok(IdSource::from_entropy(entropy))
}
