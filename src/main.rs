//! The `goodword` program: arguments in, exit code out.

// They panic where nobody reads any more; `cli` has what does not.
#![warn(clippy::print_stdout, clippy::print_stderr)]

use mimalloc::MiMalloc;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use goodword::app::status::Origin;
use goodword::cli::{self, Cli, World};
use goodword::domain::id::IdSource;
use goodword::domain::messages::Templates;
use goodword::runtime::{self, Clock, Setup};
use goodword::store::config::Config;
use goodword::store::copies::{self, Found};
use goodword::store::disk::RealDisk;
use goodword::store::{
    Backups, BookFile, Opened, Presence, demo, emergency, paths, shell, templates,
};
use rand::TryRng;
use rand::rngs::SysRng;

/// The system's own hands out memory to a second thread 4 kB at a time, each with a call to the kernel that stops the
/// first one: a long book is read by two.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // The text of a panic may quote the book.
    runtime::name_nobody_in_panics();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    if let Some(ended) = cli.command.as_ref().and_then(cli::run_alone) {
        return ended;
    }
    let ended = match &cli.command {
        Some(command) => world(&cli).map(|world| cli::run(command, &world)),
        None if cli.plain => world(&cli).map(|world| cli::today::instead_of_the_dashboard(&world)),
        None => dashboard(&cli),
    };
    ended.unwrap_or_else(|error| {
        cli::complain(&format!("goodword: {error}"));
        let command = cli.command.as_ref();
        command.map_or(ExitCode::FAILURE, cli::Command::cannot)
    })
}

/// What was asked for on the command line makes no sense, or was help.
fn refuse(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    // git takes 2 for a conflict: a driver that is set up wrongly would keep one side and drop the other.
    let is_merge = std::env::args_os().any(|word| word == "merge");
    match error.exit_code() {
        0 => ExitCode::SUCCESS,
        _ if is_merge => ExitCode::from(cli::merge::CANNOT),
        code => ExitCode::from(u8::try_from(code).unwrap_or(2)),
    }
}

/// What a subcommand may know of this machine; asked for once, here.
fn world(cli: &Cli) -> color_eyre::Result<World> {
    let now = runtime::now();
    let today = cli.today.unwrap_or_else(|| now.date());
    Ok(World {
        book: book_path(cli)?,
        config: paths::config().ok(),
        backups: paths::backups().ok(),
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
        // Last, because the help may be longer than the screen.
        let help = Cli::command().render_help();
        cli::complain(&format!(
            "{help}\ngoodword: the dashboard needs a terminal. In a script, use a command, or --plain"
        ));
        return Ok(ExitCode::from(2));
    }
    runtime::run(if cli.demo {
        demo_setup(cli)?
    } else {
        book_setup(cli)?
    })
}

fn demo_setup(cli: &Cli) -> color_eyre::Result<Setup> {
    let clock = clock(cli);
    let own = own();
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
        notice: own.notice,
        says_what_is_odd: false,
        presence: None,
        copies: Vec::new(),
        templates: own.templates,
        own: book_path(cli).ok(),
        config: own.config,
        config_path: paths::config().ok(),
    })
}

fn book_setup(cli: &Cli) -> color_eyre::Result<Setup> {
    let path = book_path(cli)?;
    let ids = ids()?;
    let own = own();
    let clock = clock(cli);
    let backups = paths::backups()
        .ok()
        .map(|all| Backups::of(&all, &path, move || clock.today()));
    let mut opened = BookFile::open_backed_up(&path, backups)?;
    own.config.begin(&mut opened);
    // What the sweep keeps is one of the versions beside the book.
    let kept = opened.file.sweep();
    let put_aside = paths::emergency().map(|folder| emergency::of(&RealDisk, &folder, &path));
    let beside = copies::find(&RealDisk, &path);
    let beside = beside.and_put_aside(&RealDisk, put_aside.unwrap_or_default());
    let presence = opened.file.note_presence();
    let grave = grave_word(&opened, &kept, &beside);
    let says_what_is_odd = grave.is_none();
    let notice = grave.or_else(|| lighter_word(&opened, &presence));
    Ok(Setup {
        book: opened.book,
        origin: Origin {
            path: path.display().to_string(),
            demo: false,
            clock_set: cli.today.is_some(),
        },
        file: Some(opened.file),
        clock,
        ids,
        notice: notice.or(own.notice),
        says_what_is_odd,
        presence: Some(presence),
        copies: beside.copies,
        templates: own.templates,
        own: book_path(cli).ok(),
        config: own.config,
        config_path: paths::config().ok(),
    })
}

/// What there is to say of a book before anything else: one thing, the gravest.
fn grave_word(opened: &Opened, kept: &[PathBuf], beside: &Found) -> Option<String> {
    let cut_off = |kept: &PathBuf| {
        format!(
            "A save was cut off once; what it held is kept in {}",
            kept.display()
        )
    };
    let unreadable = |copy: &PathBuf| {
        let merge = format!("merge --copy {}", shell::quoted(copy));
        let merge = shell::command(opened.file.path(), &merge);
        format!("A version of your book cannot be read: {merge} says why")
    };
    let first = kept.first().map(cut_off);
    first
        .or_else(|| beside.unreadable.first().map(unreadable))
        .or_else(|| opened.gone.clone())
}

/// What there is to say of a book that may wait, until it is known whether something is odd about it.
fn lighter_word(opened: &Opened, presence: &Presence) -> Option<String> {
    let also_open =
        |other: &String| format!("Also open: {other}. What either changes shows in both");
    let readable = || {
        format!(
            "Others on this machine can read your book: chmod 600 {}",
            opened.file.path().display()
        )
    };
    let first = presence.other.as_ref().map(also_open);
    first.or_else(|| opened.readable_by_others.then(readable))
}

/// What the user set.
struct Own {
    templates: Templates,
    config: Config,
    notice: Option<String>,
}

/// What the user set. What cannot be read of it is said, and done without.
fn own() -> Own {
    let config = paths::config().ok();
    let (config, wrong) =
        config.map_or_else(Default::default, |path| Config::read_what_can_be(&path));
    let templates = paths::templates().map_or_else(
        |_| Templates::default(),
        |folder| templates::read(&RealDisk, &folder),
    );
    let wrong = wrong.or_else(|| runtime::keymap(&config).1);
    Own {
        notice: wrong.or_else(|| templates.refusals().next().map(str::to_owned)),
        templates,
        config,
    }
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
