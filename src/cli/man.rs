//! `goodword man`: the manual, a page for the program and one for each of its commands, made of what `--help` says.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::{Cli, complain, print};
use crate::domain::clean;

/// What the pages are of.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What `goodword man --help` says below its options.
const RULES: &str = "\
Examples:
  goodword man | man -l -
  goodword man export | man -l -
  goodword man --to ~/.local/share/man/man1

Exit code: 0; 1 where there is no such command, or the pages could not be written; 2 usage. No book is read.";

/// What `goodword man` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The command that the page is about; without one it is about goodword itself.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,

    /// The folder to write all pages to: goodword.1, goodword-today.1 and so on. Pages that are there are written anew.
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    pub to: Option<PathBuf>,
}

/// Prints a page, or writes all of them.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    let ended = match &args.to {
        Some(folder) => write_all(folder).map(|()| ExitCode::SUCCESS),
        None => page(args.command.as_deref()).map(|page| print(&page)),
    };
    ended.unwrap_or_else(|error| {
        complain(&format!("goodword man: {error}"));
        ExitCode::FAILURE
    })
}

fn page(name: Option<&str>) -> Result<String, String> {
    let program = program();
    let about = match name {
        None => Some(&program),
        Some(name) => program.find_subcommand(name),
    };
    let none = || {
        format!(
            "there is no command {}; goodword --help lists them",
            clean::line(name.unwrap_or_default())
        )
    };
    written(about.ok_or_else(none)?).map_err(|error| error.to_string())
}

/// A page, with its examples under that heading, and with dots behind what may be given several times.
fn written(command: &Command) -> io::Result<String> {
    let mut text = Vec::new();
    page_about(command).render(&mut text)?;
    let mut text =
        String::from_utf8_lossy(&text).replace(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n");
    for several in command.get_positionals() {
        let is_repeated = several
            .get_num_args()
            .is_some_and(|number| number.max_values() > 1);
        if let (true, Some([name])) = (is_repeated, several.get_value_names()) {
            let once = format!("<\\fI{name}\\fR>");
            text = text.replacen(&once, &format!("{once}..."), 1);
        }
    }
    Ok(text)
}

fn write_all(folder: &Path) -> Result<(), String> {
    let failed = |error: io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    let program = program();
    for about in program.get_subcommands().chain([&program]) {
        let file = folder.join(page_about(about).get_filename());
        let text = written(about).map_err(failed)?;
        std::fs::write(file, text).map_err(failed)?;
    }
    Ok(())
}

fn page_about(command: &Command) -> Man {
    let source = format!("goodword {VERSION}");
    Man::new(command.clone()).source(source).manual("Goodword")
}

/// With everything in its place that a page shows; the pages of `help` would say nothing. A page is of a version, and the
/// same whoever built it.
fn program() -> Command {
    let mut program = Cli::command()
        .version(VERSION)
        .disable_help_subcommand(true);
    program.build();
    program
}
