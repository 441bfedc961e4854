//! Importers: bytes of foreign files to [`Findings`], one adapter a format.

mod blocks;
mod csv;
mod decode;
mod event;
mod folder;
mod icalendar;
mod meaning;
mod method;
mod moment;
mod occurrences;
mod own;
mod participants;
pub mod path;
mod quoted;
mod untaken;
mod vcard;
mod vcard_fields;
pub mod vdir;
mod watch;
mod zones;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

use crate::domain::clean;
use crate::domain::import_plan::{Entry, Findings, Mappings, Place, Progress, Rejected};
use crate::domain::redacted::redacted;
use watch::Watch;

/// How much of a file is read, in bytes: an address book of fifty thousand people without photos has about 15 MB.
const LARGEST: u64 = 100_000_000;

/// What an importer must know of me and of the moment.
#[derive(Clone)]
pub struct Viewpoint {
    /// The day.
    pub today: NaiveDate,
    /// The wall clock of this machine: an event that ends later is still to come.
    pub now: NaiveDateTime,
    /// The zone of this machine, for events that are written in UTC.
    pub zone: Tz,
    /// My own e-mail addresses.
    pub me: Vec<String>,
    /// How tables are read whose columns go by other names.
    pub mappings: Mappings,
}

/// Why a whole file was refused: where, what, and what to do next.
#[derive(Clone, PartialEq, Eq)]
pub struct Refused(String);

redacted!(Refused:; 0);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// What stands in all files.
pub struct Reading {
    /// What was found.
    pub findings: Findings,
    /// The files and folders that were refused as a whole.
    pub refused: Vec<Refused>,
}

impl Reading {
    /// What was found, with what was refused as remarks.
    ///
    /// # Errors
    /// Where everything was refused: why.
    pub fn into_one(self) -> Result<Findings, String> {
        let refused = self.refused.iter().map(ToString::to_string);
        let mut findings = self.findings;
        if !self.refused.is_empty() && findings.is_empty() {
            return Err(refused.collect::<Vec<_>>().join(" "));
        }
        findings.remarks.extend(refused);
        Ok(findings)
    }
}

/// Reads files, and the files of folders. `tell` hears now and then how far it is, and may end it.
///
/// None where it was ended: what was read until then is worth nothing.
pub fn read_all(
    paths: &[PathBuf],
    view: &Viewpoint,
    tell: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Option<Reading> {
    let mut reading = Reading {
        findings: Findings::default(),
        refused: Vec::new(),
    };
    let mut files = Vec::new();
    for path in paths {
        match folder::files(path, &mut reading.findings.remarks) {
            Ok(found) => files.extend(found),
            Err(refused) => reading.refused.push(refused),
        }
    }
    let mut watch = Watch::over(files.iter().map(|(_, size)| *size).sum(), tell);
    for (path, size) in files {
        match read_file(&path, view, &mut watch) {
            Ok(found) => reading.findings.extend(found),
            Err(refused) => reading.refused.push(refused),
        }
        if watch.file_is_done(size).is_break() {
            return None;
        }
    }
    let refused = vdir::compare(&mut reading.findings, paths);
    reading.refused.extend(refused);
    Some(reading)
}

fn read_file(path: &Path, view: &Viewpoint, watch: &mut Watch<'_>) -> Result<Findings, Refused> {
    let name = name(path);
    let (bytes, is_all) = bytes(path).map_err(|error| cannot_be_read(&name, &error))?;
    let mut findings = look(&name, &bytes, view, watch)?;
    if !is_all {
        let line = bytes.split(|byte| *byte == b'\n').count();
        findings.rejected.push(Rejected {
            what: Entry::Card,
            place: Place { file: name, line },
            reason: "from here on nothing was read, because the file is larger than 100 MB; export it in parts, without photos"
                .to_owned(),
        });
    }
    Ok(findings)
}

/// Reads the bytes of a file; `name` is what places in it are called by.
///
/// # Errors
/// [`Refused`] for bytes that are no vCard, no iCalendar file and no table.
pub fn read(name: &str, bytes: &[u8], view: &Viewpoint) -> Result<Findings, Refused> {
    let mut alone = |_| ControlFlow::Continue(());
    let size = bytes.len() as u64;
    look(name, bytes, view, &mut Watch::over(size, &mut alone))
}

fn look(
    name: &str,
    bytes: &[u8],
    view: &Viewpoint,
    watch: &mut Watch<'_>,
) -> Result<Findings, Refused> {
    const NEXT: &str = "export your contacts as vCard (.vcf) or CSV, or your calendar as iCalendar (.ics), and import that";
    let refused = |what: &str| Refused(format!("{name}: {what}; {NEXT}"));
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(refused("this file is empty"));
    }
    if let Some(why) = decode::packed(bytes) {
        return Err(Refused(format!("{name}: {why}")));
    }
    let text = decode::decode(bytes);
    let table = csv::read(name, &text, &view.mappings, watch);
    if let Some(people) = table.map_err(|why| Refused(format!("{name}: {why}")))? {
        if text.contains('\0') {
            return Err(refused("this file holds no text"));
        }
        return Ok(people);
    }
    let (mut findings, has_cards) = vcard::read(name, &text, watch);
    let has_events = icalendar::has_calendar(&text);
    if !has_cards && !has_events {
        return Err(refused(if text.contains('\0') {
            "this file holds no text"
        } else {
            "this file is no vCard, no iCalendar file and no table of people"
        }));
    }
    if has_events {
        findings.extend(icalendar::read(name, &text, view));
    }
    Ok(findings)
}

/// How a file is called, clean.
fn name(path: &Path) -> String {
    clean::line(&path.display().to_string())
}

fn cannot_be_read(name: &str, error: &io::Error) -> Refused {
    Refused(match error.kind() {
        io::ErrorKind::NotFound => format!("{name}: there is no such file; check the name"),
        io::ErrorKind::PermissionDenied => {
            format!("{name}: this may not be read; check its permissions")
        }
        _ => format!("{name}: this cannot be read ({error})"),
    })
}

/// The bytes of a file as far as they are read, up to the end of a line, and whether that is all of them.
fn bytes(path: &Path) -> io::Result<(Vec<u8>, bool)> {
    let file = File::open(path)?;
    let size = file.metadata().map_or(0, |about| about.len().min(LARGEST));
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= LARGEST {
        return Ok((bytes, true));
    }
    let end = bytes.iter().rposition(|byte| *byte == b'\n');
    bytes.truncate(end.map_or(0, |at| at + 1));
    Ok((bytes, false))
}
