//! `goodword merge`: two versions of one book become one, for git.

use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::domain::Book;
use crate::domain::merge::merge;
use crate::domain::sentences::counted;
use crate::store::disk::RealDisk;
use crate::store::version::{self, Part};

/// How a merge ends that could not be made. git takes all up to 128 for a conflict and would keep the file as it is.
pub const CANNOT: u8 = 129;

/// What `goodword merge --help` says below its options.
const RULES: &str = "\
What either side changed is in the result, record by record and field by field. An edit beats a deletion, and where \
both sides gave one field two values, yours stands and the other is kept beside it: open goodword, and Today has a row \
that shows both.

For git, once in the repository of your book:

  git config merge.goodword.name \"two versions of a book\"
  git config merge.goodword.driver \"goodword merge %O %A %B --path %P\"
  echo \"*.ron merge=goodword\" >> .gitattributes

Exit code: 0 if nothing is left to choose, 1 if a field has two values, 129 if it cannot be merged; then nothing was \
changed.";

/// The three versions.
#[derive(Debug, Args)]
#[command(after_help = RULES)]
pub struct MergeArgs {
    /// The version that both sides came from; an empty file where there is none.
    pub base: PathBuf,

    /// My version. The result is written here.
    pub ours: PathBuf,

    /// The other version.
    pub theirs: PathBuf,

    /// What the book is called in sentences, where the versions are files without a name of their own.
    #[arg(long)]
    pub path: Option<PathBuf>,
}

/// Merges, and says what is left to choose.
#[must_use]
pub fn run(args: &MergeArgs) -> ExitCode {
    // Even a mistake in Goodword must not look like a conflict to git: that would keep one side and drop the other.
    let merged = catch_unwind(AssertUnwindSafe(|| merge_files(args)));
    let called = args.path.as_ref().unwrap_or(&args.ours).display();
    match merged {
        Ok(Ok(0)) => ExitCode::SUCCESS,
        Ok(Ok(left)) => {
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

/// Writes the result; gives how many fields are left with two values.
fn merge_files(args: &MergeArgs) -> Result<usize, String> {
    let read = |file: &Path, part, whose| version_of(args, file, part, whose);
    let base = read(&args.base, Part::Base, "before both")?;
    let ours = read(&args.ours, Part::Side, "yours")?;
    let theirs = read(&args.theirs, Part::Side, "the other one")?;
    let merged = merge(&base, &ours, &theirs);
    version::write(&RealDisk, &args.ours, &merged).map_err(|error| error.to_string())?;
    Ok(merged.unresolved.len())
}

fn version_of(args: &MergeArgs, file: &Path, part: Part, whose: &str) -> Result<Book, String> {
    let called = args.path.as_deref().unwrap_or(file);
    let called = PathBuf::from(format!("{} ({whose})", called.display()));
    version::read(&RealDisk, file, part, &called).map_err(|error| error.to_string())
}

fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{sentence}");
}
