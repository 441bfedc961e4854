//! What `goodword erase` says: before it is done, and after.

use std::fmt::Write as _;
use std::path::Path;

use crate::domain::clean;
use crate::domain::contact::Contact;
use crate::domain::erasure::Erasure;
use crate::domain::sentences::{counted, listed};
use crate::store::shell;
use crate::store::traces::Traces;

/// The most texts or files that are listed of one kind.
const MOST: usize = 20;

/// Somebody, and what the book is without them.
pub(super) struct Sight<'a> {
    pub(super) contact: &'a Contact,
    pub(super) erasure: &'a Erasure,
    pub(super) book: &'a Path,
}

/// What does it: the id needs no quotes in a shell and means nobody else.
pub(super) fn command(contact: &Contact, book: &Path) -> String {
    shell::command(book, &format!("erase {} --yes", contact.id))
}

impl Sight<'_> {
    /// What would go, what would stay, and what is out of reach.
    pub(super) fn preview(&self, traces: &Traces) -> String {
        let mut text = String::new();
        line(
            &mut text,
            &format!("{} would go from the book{}.", self.name(), self.along()),
        );
        self.texts(&mut text, "would stand");
        let files = traces.own.iter().map(|path| shown(path));
        list(
            &mut text,
            "Files of Goodword that name them would be deleted:",
            files,
        );
        unsure(&mut text, &self.erasure.unsure);
        unread(&mut text, &traces.unread);
        self.out_of_reach(&mut text, traces);
        line(&mut text, "");
        line(
            &mut text,
            "No backup is taken before it, and it cannot be undone. Quit every open Goodword first.",
        );
        line(
            &mut text,
            &format!("To do it: {}", command(self.contact, self.book)),
        );
        text
    }

    /// What went, and what is left to be done by hand.
    pub(super) fn done(&self, deleted: usize, left: &Traces) -> String {
        let mut text = String::new();
        line(
            &mut text,
            &format!("{} is gone from the book{}.", self.name(), self.along()),
        );
        self.texts(&mut text, "stands");
        if deleted > 0 {
            line(
                &mut text,
                &format!(
                    "{} of Goodword that named them {} deleted.",
                    counted(deleted, "file"),
                    was(deleted)
                ),
            );
        }
        list(
            &mut text,
            "These still name them and could not be deleted:",
            left.own.iter().map(|path| shown(path)),
        );
        unsure(&mut text, &self.erasure.unsure);
        self.out_of_reach(&mut text, left);
        text
    }

    fn name(&self) -> String {
        clean::line(&self.contact.name)
    }

    /// ", with 3 promises and 2 talks".
    fn along(&self) -> String {
        let along = self.erasure.along;
        let kinds = [
            (along.promises, "promise"),
            (along.talks, "talk"),
            (along.invites, "invite"),
            (along.other, "other record"),
        ];
        let kinds: Vec<String> = kinds
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| counted(number, word))
            .collect();
        if kinds.is_empty() {
            String::new()
        } else {
            format!(", with {}", listed(&kinds))
        }
    }

    /// The records of others, in which the name alone goes.
    fn texts(&self, text: &mut String, stands: &str) {
        let Erasure {
            stay_with_others,
            marked,
            ..
        } = self.erasure;
        if *stay_with_others > 0 {
            let records = counted(*stay_with_others, "talk or invite");
            let records = records.replace("talk or invites", "talks or invites");
            line(
                text,
                &format!(
                    "{records} with others too: without them, the rest stays. Read the notes there."
                ),
            );
        }
        let texts = marked
            .iter()
            .map(|one| format!("{}\n    -> {}", short(&one.before), short(&one.after)));
        list(
            text,
            &format!("In texts about others, [erased] {stands} in the place of the name:"),
            texts,
        );
    }

    fn out_of_reach(&self, text: &mut String, traces: &Traces) {
        let mut places: Vec<String> = traces
            .beside
            .iter()
            .map(|path| format!("{}, which names them", shown(path)))
            .collect();
        let of_others = traces.of_others.iter();
        places.extend(of_others.map(|path| {
            format!(
                "{}, put aside of another book, which names them",
                shown(path)
            )
        }));
        if let Some(repository) = &traces.repository {
            places.push(format!(
                "the history of the git repository {}",
                shown(repository)
            ));
        }
        places.push(
            "copies of the book elsewhere: other machines, synced folders, backups of this machine"
                .to_owned(),
        );
        places.push("what was sent, printed or exported".to_owned());
        places.push("what a disk keeps of deleted files, until it writes over them".to_owned());
        if self.contact.uids().next().is_some() {
            places.push(
                "the address book they came from: importing it again brings them back".to_owned(),
            );
        }
        list(text, "Out of Goodword's reach:", places.into_iter());
    }
}

fn unsure(text: &mut String, unsure: &[String]) {
    let texts = unsure.iter().map(|one| short(one));
    list(
        text,
        "These name somebody who is called alike, them or another; they stay as they are:",
        texts,
    );
}

fn unread(text: &mut String, unread: &[String]) {
    list(
        text,
        "These could not be looked at:",
        unread.iter().map(|one| clean::line(one)),
    );
}

fn list(text: &mut String, heading: &str, items: impl ExactSizeIterator<Item = String>) {
    if items.len() == 0 {
        return;
    }
    let more = items.len().saturating_sub(MOST);
    line(text, heading);
    for item in items.take(MOST) {
        line(text, &format!("  {item}"));
    }
    if more > 0 {
        line(text, &format!("  and {more} more"));
    }
}

fn line(text: &mut String, words: &str) {
    let _ = writeln!(text, "{words}");
}

fn shown(path: &Path) -> String {
    clean::line(&path.display().to_string())
}

/// A text on one line, as much of it as can be read at a glance.
fn short(text: &str) -> String {
    const LONGEST: usize = 100;
    let text = clean::line(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

fn was(number: usize) -> &'static str {
    if number == 1 { "was" } else { "were" }
}
