//! Importers: bytes of foreign files to [`Findings`], one adapter a format.

mod blocks;
mod decode;
mod event;
mod icalendar;
mod meaning;
mod method;
mod moment;
mod occurrences;
mod own;
mod participants;
pub mod path;
mod vcard;
mod vcard_fields;
mod zones;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

use crate::domain::clean;
use crate::domain::import_plan::Findings;
use crate::domain::redacted::redacted;

/// The largest file that is read. An address book of a hundred thousand people without photos has about 30 MiB.
const LARGEST: u64 = 256 * 1024 * 1024;

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

/// Reads one file.
///
/// # Errors
/// [`Refused`] for a file that cannot be read, or that is neither a vCard nor an iCalendar file.
pub fn read_file(path: &Path, view: &Viewpoint) -> Result<Findings, Refused> {
    let name = clean::line(&path.display().to_string());
    let refused = |why: &str| Refused(format!("{name}: {why}"));
    if path.is_dir() {
        return Err(refused(
            "this is a folder; name the files in it, as in `goodword import folder/*.vcf`",
        ));
    }
    let bytes = bytes(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => refused("there is no such file; check the name"),
        io::ErrorKind::PermissionDenied => {
            refused("this file may not be read; check its permissions")
        }
        _ => refused(&format!("this file cannot be read ({error})")),
    })?;
    if bytes.len() as u64 > LARGEST {
        return Err(refused(
            "this file is larger than 256 MiB; export it in parts, without photos",
        ));
    }
    read(&name, &bytes, view)
}

/// Reads the bytes of a file; `name` is what places in it are called by.
///
/// # Errors
/// [`Refused`] for bytes that are neither a vCard nor an iCalendar file.
pub fn read(name: &str, bytes: &[u8], view: &Viewpoint) -> Result<Findings, Refused> {
    const NEXT: &str = "export your contacts as vCard (.vcf) or your calendar as iCalendar (.ics), and import that";
    let refused = |what: &str| Refused(format!("{name}: {what}; {NEXT}"));
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(refused("this file is empty"));
    }
    let text = decode::decode(bytes);
    let cards = blocks::blocks(&text, "VCARD");
    let has_events = icalendar::has_calendar(&text);
    if cards.is_empty() && !has_events {
        return Err(refused(if text.contains('\0') {
            "this file holds no text"
        } else {
            "this file is neither a vCard nor an iCalendar file"
        }));
    }
    let mut findings = vcard::read(name, &cards);
    if has_events {
        findings.extend(icalendar::read(name, &text, view));
    }
    Ok(findings)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
