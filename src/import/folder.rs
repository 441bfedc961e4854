//! A folder as a place to import from: of files that were exported, or of one card a file, as vdirsyncer keeps them.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Refused, cannot_be_read, name};

/// How the names of files end that are taken out of a folder.
const ENDINGS: [&str; 6] = ["vcf", "vcard", "ics", "ical", "csv", "tsv"];
/// How many folders stand within one another at most; a folder of vdirsyncer has one for each address book.
const DEEPEST: usize = 8;
/// How many files that are passed over are named.
const MOST_NAMED: usize = 5;

/// The file itself, or the files of a folder and those within it, by name, each with its size in bytes. What is passed
/// over is remarked.
pub(super) fn files(
    path: &Path,
    remarks: &mut Vec<String>,
) -> Result<Vec<(PathBuf, u64)>, Refused> {
    if !path.is_dir() {
        let size = path.metadata().map_or(0, |about| about.len());
        return Ok(vec![(path.to_owned(), size)]);
    }
    let mut found = Found::default();
    found
        .look_into(path, 0)
        .map_err(|error| cannot_be_read(&name(path), &error))?;
    remarks.extend(found.remark(path));
    if found.files.is_empty() {
        return Err(Refused(format!(
            "{}: this folder holds no .vcf, no .csv and no .ics file; name a file, or another folder",
            name(path)
        )));
    }
    Ok(found.files)
}

#[derive(Default)]
struct Found {
    files: Vec<(PathBuf, u64)>,
    passed_over: Vec<String>,
}

impl Found {
    fn look_into(&mut self, folder: &Path, depth: usize) -> std::io::Result<()> {
        let mut entries: Vec<_> = fs::read_dir(folder)?.flatten().collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            // A link to a folder may lead back to where it stands.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_hidden {
                continue;
            }
            if is_folder && depth < DEEPEST {
                // One that cannot be read does not keep the others out.
                if let Err(error) = self.look_into(&path, depth + 1) {
                    self.passed_over.push(format!("{} ({error})", name(&path)));
                }
            } else if is_taken(&path) && path.is_file() {
                let size = path.metadata().map_or(0, |about| about.len());
                self.files.push((path, size));
            } else {
                self.passed_over
                    .push(super::clean::line(&entry.file_name().to_string_lossy()));
            }
        }
        Ok(())
    }

    /// What else stands in the folder.
    fn remark(&self, folder: &Path) -> Option<String> {
        let count = self.passed_over.len();
        let mut names: Vec<_> = self.passed_over.iter().take(MOST_NAMED).cloned().collect();
        if count > MOST_NAMED {
            names.push("…".to_owned());
        }
        let files = if count == 1 { "file was" } else { "files were" };
        (count > 0).then(|| {
            format!(
                "{}: {count} other {files} passed over ({})",
                name(folder),
                names.join(", ")
            )
        })
    }
}

fn is_taken(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
