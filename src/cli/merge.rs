//! `goodword merge`: two versions of one book become one, for git or from a copy beside the book.

mod install;

use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{World, complain, print};
use crate::domain::Book;
use crate::domain::change::Change;
use crate::domain::clean;
use crate::domain::merge::merge;
use crate::domain::sentences::counted;
use crate::store::copies::{self, Copy};
use crate::store::disk::RealDisk;
use crate::store::version::{self, Part};
use crate::store::{Before, Save};

/// How a merge ends that could not be made. git takes all up to 128 for a conflict and would keep the file as it is.
pub const CANNOT: u8 = 129;

/// What `goodword merge --help` says below its options.
const RULES: &str = "\
Examples:
  goodword merge base.ron mine.ron theirs.ron
  goodword merge --copy copy.ron
  goodword merge --install --dry-run

What either side changed is in the result, record by record and field by field. An edit beats a deletion, and where \
both sides gave one field two values, yours stands and the other is kept beside it: open goodword, and Today has a row \
that shows both.

For git, once on every machine, in the repository of your book: goodword merge --install. It does what these lines do, \
and leaves the files out that Goodword keeps beside the book:

  git config merge.goodword.name \"two versions of a book\"
  git config merge.goodword.driver \"goodword merge %O %A %B --path %P\"
  echo \"*.ron merge=goodword\" >> .gitattributes

Without git, `goodword merge --copy FILE` puts a copy that a sync program left beside the book into the book. Where \
the two parted is not known then: what one of them removed comes back.

Exit code: 0 where nothing is left to choose; 1 where a field has two values; 129 where it cannot be merged, and then \
nothing was changed. With --install: 0; 1 where the book is in no repository, or git refuses.";

/// The versions.
#[derive(Debug, Args)]
#[command(after_help = RULES)]
pub struct MergeArgs {
    /// The version that both sides came from; an empty file where there is none.
    #[arg(required_unless_present_any = ["copy", "install"], requires = "theirs")]
    pub base: Option<PathBuf>,

    /// Your version. The result is written here.
    pub ours: Option<PathBuf>,

    /// The other version.
    pub theirs: Option<PathBuf>,

    /// What the book is called in sentences, where the versions are files without a name of their own.
    #[arg(long)]
    pub path: Option<PathBuf>,

    /// Merge this copy of the book into the book, as a sync program leaves one beside it. The copy is removed once the
    /// book is saved.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["base", "path"])]
    pub copy: Option<PathBuf>,

    /// Set git up in the repository of the book, so that it calls this command, and say what was done. What is so
    /// already is left alone.
    #[arg(long, conflicts_with_all = ["base", "path", "copy"])]
    pub install: bool,

    /// Only say what --install would do.
    #[arg(long, requires = "install")]
    pub dry_run: bool,
}

/// The files of a merge that git asks for.
struct Files<'a> {
    base: &'a Path,
    ours: &'a Path,
    theirs: &'a Path,
    /// What the book is called.
    called: &'a Path,
}

/// Merges, and says what is left to choose.
#[must_use]
pub fn run(args: &MergeArgs, world: &World) -> ExitCode {
    if args.install {
        return install(args, world);
    }
    // Even a mistake in Goodword must not look like a conflict to git: that would keep one side and drop the other.
    let merged = catch_unwind(AssertUnwindSafe(|| merge_what_is_named(args, world)));
    match merged {
        Ok(Ok((0, _))) => ExitCode::SUCCESS,
        Ok(Ok((left, called))) => {
            complain(&format!(
                "goodword merge: {called} has two values for {}. Both are kept: open the book with goodword, and Today \
                 shows them side by side.",
                counted(left, "field")
            ));
            ExitCode::FAILURE
        }
        Ok(Err(reason)) => {
            complain(&format!("goodword merge: {reason}"));
            ExitCode::from(CANNOT)
        }
        Err(_) => ExitCode::from(CANNOT),
    }
}

fn install(args: &MergeArgs, world: &World) -> ExitCode {
    if world.demo {
        complain("goodword merge: the demo is no file; leave out --demo");
        return ExitCode::from(2);
    }
    match install::install(&world.book, args.dry_run) {
        Ok(said) => print(&said),
        Err(reason) => {
            complain(&format!("goodword merge: {reason}"));
            ExitCode::FAILURE
        }
    }
}

/// How many fields are left with two values, and in which book.
fn merge_what_is_named(args: &MergeArgs, world: &World) -> Result<(usize, String), String> {
    let left = match (&args.base, &args.ours, &args.theirs, &args.copy) {
        (_, _, _, Some(copy)) => merge_copy(copy, world).map(|left| (left, world.book.as_path())),
        (Some(base), Some(ours), Some(theirs), None) => {
            let called = args.path.as_ref().unwrap_or(ours);
            merge_files(&Files {
                base,
                ours,
                theirs,
                called,
            })
            .map(|left| (left, called.as_path()))
        }
        _ => Err("three versions are needed: BASE OURS THEIRS".to_owned()),
    }?;
    Ok((left.0, clean::line(&left.1.display().to_string())))
}

/// Writes the result; gives how many fields are left with two values.
fn merge_files(files: &Files<'_>) -> Result<usize, String> {
    let read = |file: &Path, part, whose: &str| {
        let called = PathBuf::from(format!("{} ({whose})", files.called.display()));
        version::read(&RealDisk, file, part, &called).map_err(|error| error.to_string())
    };
    let base = read(files.base, Part::Base, "before both")?;
    let ours = read(files.ours, Part::Side, "yours")?;
    let theirs = read(files.theirs, Part::Side, "the other one")?;
    let merged = merge(&base, &ours, &theirs);
    version::write(&RealDisk, files.ours, &merged).map_err(|error| error.to_string())?;
    Ok(merged.unresolved.len())
}

/// Puts a copy into the book and removes it once the book is on the disk.
fn merge_copy(path: &Path, world: &World) -> Result<usize, String> {
    if world.demo {
        return Err("the demo keeps nothing; leave out --demo".to_owned());
    }
    if copies::is_one_file(path, &world.book) {
        return Err(format!(
            "{} is the book itself, not a copy of it; nothing was changed",
            path.display()
        ));
    }
    let copy = Copy {
        book: copies::read(&RealDisk, path).map_err(|error| error.to_string())?,
        path: path.to_owned(),
        is_put_aside: false,
    };
    let mut opened = world.open().map_err(|error| error.to_string())?;
    if opened.is_new {
        return Err(format!("there is no book at {} yet", world.book.display()));
    }
    // Where the two parted is not known: what either has is in the result.
    let merged = merge(&Book::default(), &opened.book, &copy.book);
    let changed = Change::between(&opened.book, &merged).len();
    let backed_up = opened.file.back_up(Before::Merge);
    backed_up.map_err(|error| {
        format!("nothing was merged, because the book as it is could not be backed up: {error}")
    })?;
    let settled = opened.file.save_merged(merged);
    let kept = |why: String| format!("{}: {why}. It stays where it is", path.display());
    match settled.save {
        Save::NotSaved(error) => return Err(error.to_string()),
        Save::SavedMaybeNotDurable(error) => {
            complain(&kept(format!(
                "merged, but the disk did not confirm it ({error})"
            )));
        }
        Save::Saved | Save::Foreign(_) => match copies::remove(&RealDisk, &copy) {
            Ok(()) => println_safely(&format!("Merged {}.", counted(changed, "change"))),
            Err(error) => complain(&kept(format!("merged, but not removed ({error})"))),
        },
    }
    Ok(settled.book.unresolved.len())
}

fn println_safely(sentence: &str) {
    // A reader that went away is no reason to fail: the merge is done.
    let _ = writeln!(io::stdout(), "{sentence}");
}
