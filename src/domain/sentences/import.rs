//! What an import would do to the book.

use std::fmt::Write as _;

use super::listed;
use crate::domain::clean;
use crate::domain::import_plan::{Changed, Entry, ImportPlan, Plan};
use crate::domain::table::Record;

/// The most changed records that the summary spells out, of one kind.
const MOST_SPELLED_OUT: usize = 20;
/// The most characters of one changed field in the summary.
const LONGEST_CHANGE: usize = 100;

/// What a plan does, in words: counts first, then what was left out and what differs.
#[must_use]
pub fn summary(plan: &ImportPlan) -> String {
    let mut text = String::new();
    let kinds = [
        counts("people", &plan.people, rejected(plan, Entry::Card)),
        counts("invites", &plan.invites, rejected(plan, Entry::Event)),
        counts("busy", &plan.busy, 0),
    ];
    for line in kinds.into_iter().flatten() {
        text.push_str(&line);
        text.push('\n');
    }
    name_new(&mut text, plan);
    spell_out(&mut text, &plan.people.changed);
    spell_out(&mut text, &plan.invites.changed);
    for rejected in &plan.rejected {
        let _ = writeln!(text, "  {rejected}");
    }
    for remark in &plan.remarks {
        let _ = writeln!(text, "{remark}");
    }
    if plan.is_empty() {
        text.push_str("The book stays as it is.\n");
    }
    text
}

/// What an import did, for the step that can be taken back: "imported people: 3 new, 0 changed".
#[must_use]
pub fn label(plan: &ImportPlan) -> String {
    let kinds = [
        counts("people", &plan.people, 0),
        counts("invites", &plan.invites, 0),
        counts("busy", &plan.busy, 0),
    ];
    let kinds: Vec<String> = kinds.into_iter().flatten().collect();
    format!("imported {}", kinds.join("; "))
}

fn rejected(plan: &ImportPlan, what: Entry) -> usize {
    let rejected = plan.rejected.iter();
    rejected.filter(|rejected| rejected.what == what).count()
}

/// One line for a kind of record; none where nothing of the kind was met.
fn counts<T: Record>(kind: &str, plan: &Plan<T>, rejected: usize) -> Option<String> {
    let parts: Vec<_> = [
        (plan.new.len(), "new"),
        (plan.changed.len(), "changed"),
        (plan.removed.len(), "gone"),
        (plan.same, "same"),
        (rejected, "rejected"),
    ]
    .into_iter()
    .filter(|(count, word)| *count > 0 || *word == "new" || *word == "changed")
    .map(|(count, word)| format!("{count} {word}"))
    .collect();
    let was_met = !plan.is_empty() || plan.same + rejected > 0;
    was_met.then(|| format!("{kind}: {}", parts.join(", ")))
}

/// Who is new, by name.
fn name_new(text: &mut String, plan: &ImportPlan) {
    let names = plan.people.new.iter().take(MOST_SPELLED_OUT);
    let mut names: Vec<String> = names.map(|person| clean::line(&person.name)).collect();
    if let Some(more) = plan.people.new.len().checked_sub(MOST_SPELLED_OUT + 1) {
        names.push(format!("{} more", more + 1));
    }
    if !names.is_empty() {
        let _ = writeln!(text, "  new: {}", listed(&names));
    }
}

fn spell_out<T>(text: &mut String, changed: &[Changed<T>]) {
    for one in changed.iter().take(MOST_SPELLED_OUT) {
        let fields: Vec<_> = one
            .fields
            .iter()
            .map(|field| shortened(&clean::line(&field.to_string())))
            .collect();
        let _ = writeln!(
            text,
            "  {}: {}",
            clean::line(&one.called),
            fields.join("; ")
        );
    }
    if let Some(more) = changed
        .len()
        .checked_sub(MOST_SPELLED_OUT)
        .filter(|more| *more > 0)
    {
        let _ = writeln!(text, "  and {more} more");
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_CHANGE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
