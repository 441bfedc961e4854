//! `goodword paths`: where everything stands that Goodword reads or writes, what of it is there, and who can read it.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;

use super::lines::Lines;
use super::{World, complain, print, report};
use crate::store::{inbox, paths};

/// What `goodword paths --help` says below its options.
const RULES: &str = "\
Examples:
  goodword paths
  goodword paths --json
  goodword --book other.ron paths

XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_STATE_HOME move them.

Exit code: 0, whatever is there; 1 where the home folder is not known; 2 usage. Nothing is read but the configuration, \
and nothing is written.";

/// What `goodword paths` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Says where things stand.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    if world.demo {
        complain("goodword paths: the demo is no file; leave out --demo to see where your book is");
        return ExitCode::from(2);
    }
    let Ok(places) = places(world) else {
        complain(&format!("goodword paths: {}", paths::NoHome));
        return ExitCode::FAILURE;
    };
    let items: Vec<Item> = places.into_iter().map(Item::of).collect();
    print(&if args.json {
        report("paths", world.today, items)
    } else {
        let mut lines = Lines::default();
        for item in items {
            lines.fact(item.name, &format!("{} ({})", item.path, item.in_words()));
        }
        lines.whole()
    })
}

/// What stands where: the name of each, and its path.
fn places(world: &World) -> Result<Vec<(&'static str, PathBuf)>, paths::NoHome> {
    let messages = match world.settings().messages_to {
        Some(folder) => folder,
        None => paths::messages()?,
    };
    let backups = world.backups().map(|backups| backups.folder().to_owned());
    let backups = match backups {
        Some(folder) => folder,
        None => paths::backups()?,
    };
    Ok(vec![
        ("book", world.book.clone()),
        ("inbox", world.book.with_file_name(inbox::NAME)),
        ("config", paths::config()?),
        ("templates", paths::templates()?),
        ("backups", backups),
        ("messages", messages),
        ("emergency", paths::emergency()?),
        ("state", paths::state()?),
    ])
}

/// A place for programs.
#[derive(Serialize)]
struct Item {
    name: &'static str,
    path: String,
    exists: bool,
    /// The permission bits, in octal.
    mode: Option<String>,
}

impl Item {
    fn of((name, path): (&'static str, PathBuf)) -> Self {
        let path = std::path::absolute(&path).unwrap_or(path);
        let mode = paths::mode(&path);
        Self {
            name,
            path: path.display().to_string(),
            exists: mode.is_some(),
            mode: mode.map(|mode| format!("{mode:04o}")),
        }
    }

    fn in_words(&self) -> String {
        match self.mode.as_deref() {
            None => "not there".to_owned(),
            Some(mode) if mode.ends_with("00") => format!("mode {mode}, yours alone"),
            Some(mode) => format!("mode {mode}, not yours alone"),
        }
    }
}
