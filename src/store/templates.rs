//! The templates of messages that the user put in the place of the built-in ones.

use std::path::Path;

use super::disk::{Disk, EntryKind};
use super::excerpt::visible_text;
use super::link::{LeadsNowhere, follow};
use crate::domain::messages::{Kind, Template, Templates};

/// The most bytes of a template: far more than a message anybody would read.
const LARGEST: u64 = 64 << 10;

/// Reads the templates in a folder, each from the file of its kind. One that cannot be used is noted with its file, its
/// line and the reason, and the built-in one stands.
#[must_use]
pub fn read(disk: &dyn Disk, folder: &Path) -> Templates {
    let mut templates = Templates::default();
    for kind in Kind::ALL {
        let path = folder.join(kind.file());
        match template(disk, &path, kind) {
            Ok(None) => {}
            Ok(Some(template)) => templates.replace(kind, template),
            Err(why) => {
                let path = visible_text(&path.display().to_string());
                templates.refuse(kind, format!("{path} is not used, {why}"));
            }
        }
    }
    templates
}

/// The template at a path; none where there is no file.
fn template(disk: &dyn Disk, path: &Path, kind: Kind) -> Result<Option<Template>, String> {
    let target = follow(disk, path).map_err(|error| match error {
        LeadsNowhere::Loop => "it is a link that leads back to itself.".to_owned(),
        LeadsNowhere::Failed(error) => format!("it cannot be read: {error}."),
    })?;
    let Some(entry) = target.entry else {
        return Ok(None);
    };
    if entry.kind != EntryKind::File {
        return Err("it is no file.".to_owned());
    }
    let bytes = disk
        .read(&target.path, LARGEST + 1)
        .map_err(|error| format!("it cannot be read: {error}."))?;
    if u64::try_from(bytes.len()).is_ok_and(|size| size > LARGEST) {
        return Err(format!("it is too large: more than {} KiB.", LARGEST >> 10));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let read = error.as_bytes().get(..error.utf8_error().valid_up_to());
        let line = read
            .unwrap_or_default()
            .split(|byte| *byte == b'\n')
            .count();
        format!("line {line}: it is not written in UTF-8.")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    kind.parse(text)
        .map(Some)
        .map_err(|mistake| mistake.to_string())
}
