//! What is handed on: messages to the user's mail program or to a file, briefs to a file. Goodword itself sends nothing.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use chrono::NaiveDate;

use super::Event;
use crate::domain::clean;
use crate::export::icalendar::NoReply;
use crate::store::disk::RealDisk;
use crate::store::letter;

/// What opens an address where the user names no program.
const SYSTEM: &str = if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Where messages go.
#[derive(Debug, Clone, Default)]
pub(super) struct Letters {
    /// The mail program and what it is called with before the address; empty for the system's own.
    pub(super) mail: Vec<String>,
    /// The folder of the files; none where the home folder is not known.
    pub(super) folder: Option<PathBuf>,
}

impl Letters {
    /// Opens a new mail; should the program end badly later, that is an event.
    pub(super) fn open_mail(&self, address: &str, events: Sender<Event>) -> Result<String, String> {
        let (program, arguments) = match self.mail.split_first() {
            Some((program, arguments)) => (program.as_str(), arguments),
            None => (SYSTEM, &[] as &[String]),
        };
        let started = start(program, arguments, address).and_then(|child| {
            let program = program.to_owned();
            thread::Builder::new()
                .name("mail".to_owned())
                .spawn(move || wait(child, &program, &events))
        });
        match started {
            Ok(_) => Ok(format!(
                "Handed to {program}: it is not sent before you send it there"
            )),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!(
                "No program {program} is here. config.ron can name one (mail); y copies the text"
            )),
            Err(error) => Err(format!(
                "{program} cannot be started: {error}. y copies the text"
            )),
        }
    }

    /// Writes a page to a new file.
    pub(super) fn write_page(
        &self,
        what: &str,
        about: &str,
        text: &str,
        day: NaiveDate,
    ) -> Result<String, String> {
        let folder = self.folder()?;
        match letter::write_page(&RealDisk, folder, (what, about), text, day) {
            Ok(path) => Ok(written(&path, "")),
            Err(error) => Err(not_written(folder, &error)),
        }
    }

    /// Writes a message to a new file, and an answer for a calendar beside it, or says why there is none.
    pub(super) fn write(
        &self,
        to: &str,
        text: &str,
        answer: Option<Result<String, NoReply>>,
        day: NaiveDate,
    ) -> Result<String, String> {
        let folder = self.folder()?;
        match letter::write(&RealDisk, folder, to, text, day) {
            Ok(path) => {
                let beside = beside(folder, to, answer, day)?;
                Ok(written(&path, &beside))
            }
            Err(error) => Err(not_written(folder, &error)),
        }
    }

    fn folder(&self) -> Result<&Path, String> {
        let unknown = "The home folder is not known; config.ron can name one (messages_to)";
        self.folder.as_deref().ok_or_else(|| unknown.to_owned())
    }
}

fn not_written(folder: &Path, error: &io::Error) -> String {
    clean::without_error_numbers(&format!("Not written to {}: {error}", folder.display()))
}

/// What was written, its name first: where a screen has no room for the path, the folder is known.
fn written(path: &Path, beside: &str) -> String {
    let name = path.file_name().unwrap_or_default().display();
    let folder = path.parent().unwrap_or(path).display();
    format!("Written to {name}{beside} · in {folder}")
}

/// Writes the answer beside the message; what to say of it.
fn beside(
    folder: &Path,
    to: &str,
    answer: Option<Result<String, NoReply>>,
    day: NaiveDate,
) -> Result<String, String> {
    match answer {
        None => Ok(String::new()),
        Some(Err(why)) => Ok(format!(" · no answer for their calendar: {why}")),
        Some(Ok(answer)) => match letter::write_answer(&RealDisk, folder, to, &answer, day) {
            Ok(path) => {
                let name = path.file_name().unwrap_or_default().display();
                Ok(format!(" · for their calendar: {name}"))
            }
            Err(error) => Err(format!(
                "The answer was not written to {}: {error}",
                folder.display()
            )),
        },
    }
}

/// Starts a program without a shell, away from the terminal and from its signals.
fn start(program: &str, arguments: &[String], address: &str) -> io::Result<Child> {
    Command::new(program)
        .args(arguments)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
}

fn wait(mut child: Child, program: &str, events: &Sender<Event>) {
    let failed = match child.wait() {
        Ok(status) if status.success() => return,
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    let sentence = format!("{program} could not open the mail ({failed}); y copies the text");
    // Where the loop is gone, so is everyone who could be told.
    let _ = events.send(Event::Handed(Err(sentence)));
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;
    use std::sync::mpsc;

    fn open(mail: &[&str]) -> (Result<String, String>, Option<Event>) {
        let letters = Letters {
            mail: mail.iter().map(|&word| word.to_owned()).collect(),
            folder: None,
        };
        let (sender, events) = mpsc::channel();
        let result = letters.open_mail("mailto:a@b?subject=&body=%20", sender);
        // The thread drops the sender when it is done, so that this ends.
        (result, events.recv().ok())
    }

    #[test]
    fn the_address_is_handed_over_as_one_word_and_by_no_shell() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("got");
        let script = format!("printf %s \"$1\" > '{}'", file.display());
        let (result, event) = open(&["sh", "-c", &script, "mail"]);
        assert!(result.unwrap().contains("not sent"));
        assert!(event.is_none());
        assert_eq!(
            std::fs::read_to_string(file).unwrap(),
            "mailto:a@b?subject=&body=%20"
        );
    }

    #[test]
    fn a_program_that_is_missing_or_fails_is_said() {
        let (result, _) = open(&["goodword-no-such-program"]);
        assert!(
            result
                .unwrap_err()
                .contains("No program goodword-no-such-program")
        );
        let (_, event) = open(&["false"]);
        assert!(matches!(event, Some(Event::Handed(Err(said))) if said.contains("y copies")));
    }

    #[test]
    fn a_file_is_written_where_there_is_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let day = "2026-09-24".parse().unwrap();
        let mut letters = Letters::default();
        assert!(letters.write("Ana", "x", None, day).is_err());
        letters.folder = Some(folder.path().join("new"));
        let said = letters.write("Ana", "x", None, day).unwrap();
        // Where there is no room for the path, the name of the file is what is left of it.
        assert!(
            said.starts_with("Written to message-ana-2026-09-24.txt · in /")
                && said.ends_with("/new"),
            "{said}"
        );
        let answer = Some(Ok("BEGIN:VCALENDAR\r\n".to_owned()));
        let said = letters.write("Ana", "x", answer, day).unwrap();
        assert!(
            said.contains("for their calendar: message-ana-2026-09-24.ics · in"),
            "{said}"
        );
        let path = folder.path().join("new/message-ana-2026-09-24.ics");
        assert_eq!(std::fs::read(path).unwrap(), b"BEGIN:VCALENDAR\r\n");
        let refused = Some(Err(NoReply::NoAddress));
        let said = letters.write("Ana", "x", refused, day).unwrap();
        assert!(
            said.contains("no answer for their calendar: no address of yours"),
            "{said}"
        );
    }
}
