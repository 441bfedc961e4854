//! What an import would do to the book.

use std::fmt::Write as _;

use super::listed;
use crate::domain::clean;
use crate::domain::contact::Contact;
use crate::domain::import_plan::{Changed, Entry, FieldChange, ImportPlan, Plan, Untaken};
use crate::domain::table::Record;

/// The most changed records that the summary spells out, of one kind.
const MOST_SPELLED_OUT: usize = 20;
/// The most characters of what a changed field said or will say.
const LONGEST_CHANGE: usize = 80;

/// What a plan does, in words: counts first, then what was left out and what differs.
#[must_use]
pub fn summary(plan: &ImportPlan) -> String {
    let mut text = String::new();
    count_all(&mut text, plan);
    name_new(&mut text, plan);
    spell_out(&mut text, &plan.people.changed);
    spell_out(&mut text, &plan.invites.changed);
    for rejected in &plan.rejected {
        let _ = writeln!(text, "  {rejected}");
    }
    say_the_rest(&mut text, plan);
    text
}

/// What a plan would do, record by record and field by field; of one kind at most so many records.
#[must_use]
pub fn preview(plan: &ImportPlan, most: usize) -> String {
    let mut text = String::new();
    count_all(&mut text, plan);
    let rejected: Vec<String> = plan.rejected.iter().map(ToString::to_string).collect();
    list(&mut text, "Left out", &rejected, most);
    list_changed(&mut text, "People who change", &plan.people.changed, most);
    list_changed(
        &mut text,
        "Lunches that change",
        &plan.invites.changed,
        most,
    );
    let people = plan.people.new.iter();
    let people: Vec<String> = people.map(told_apart).collect();
    list(&mut text, "New people", &people, most);
    let lunches = plan.invites.new.iter();
    let lunches = lunches.map(|lunch| {
        let start = lunch.start.format("%Y-%m-%d %H:%M");
        format!("{start} {}", clean::line(&lunch.title))
            .trim_end()
            .to_owned()
    });
    list(&mut text, "New lunches", &lunches.collect::<Vec<_>>(), most);
    if !plan.remarks.is_empty() || !plan.untaken.is_empty() || plan.is_empty() {
        text.push('\n');
    }
    say_the_rest(&mut text, plan);
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
    let kinds: Vec<String> = kinds.into_iter().flatten().chain(kept(plan)).collect();
    format!("imported {}", kinds.join("; "))
}

/// What the book has no place for: "not taken: photo on 80 cards, postal address on 12"; none where all was taken.
#[must_use]
pub fn not_taken(untaken: &Untaken) -> Option<String> {
    let mut before = None;
    let parts: Vec<String> = untaken
        .list()
        .into_iter()
        .map(|(entry, name, count)| {
            let word = match (entry, count) {
                (Entry::Card, 1) => " card",
                (Entry::Card, _) => " cards",
                (Entry::Event, 1) => " event",
                (Entry::Event, _) => " events",
            };
            // What is counted is said once, and again only where it would read wrongly.
            let is_said = before.replace((entry, count == 1)) == Some((entry, count == 1));
            format!("{name} on {count}{}", if is_said { "" } else { word })
        })
        .collect();
    (!parts.is_empty()).then(|| format!("not taken: {}", parts.join(", ")))
}

fn count_all(text: &mut String, plan: &ImportPlan) {
    let kinds = [
        counts("people", &plan.people, rejected(plan, Entry::Card)),
        counts("invites", &plan.invites, rejected(plan, Entry::Event)),
        counts("busy", &plan.busy, 0),
    ];
    for line in kinds.into_iter().flatten().chain(kept(plan)) {
        text.push_str(&line);
        text.push('\n');
    }
}

/// How many fields both sides changed; none where there is no such field.
fn kept(plan: &ImportPlan) -> Option<String> {
    match plan.unresolved.len() {
        0 => None,
        1 => Some("1 kept as you have it, the other value waits on Today".to_owned()),
        more => Some(format!(
            "{more} kept as you have them, the other values wait on Today"
        )),
    }
}

fn say_the_rest(text: &mut String, plan: &ImportPlan) {
    for remark in &plan.remarks {
        let _ = writeln!(text, "{remark}");
    }
    if let Some(sentence) = not_taken(&plan.untaken) {
        let _ = writeln!(text, "{sentence}");
    }
    if plan.is_empty() {
        text.push_str("The book stays as it is.\n");
    }
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

/// Somebody new, with what tells them from others of that name: "Ivy Chen, Acme, ivy@acme.example".
fn told_apart(person: &Contact) -> String {
    let first = person.emails.first().map_or("", String::as_str);
    let parts = [person.name.as_str(), person.organisation.as_str(), first].map(clean::line);
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

fn spell_out<T>(text: &mut String, changed: &[Changed<T>]) {
    for one in changed.iter().take(MOST_SPELLED_OUT) {
        let _ = writeln!(
            text,
            "  {}: {}",
            clean::line(&one.called),
            fields(one).join("; ")
        );
    }
    say_how_many_more(text, changed.len(), MOST_SPELLED_OUT);
}

fn list(text: &mut String, heading: &str, lines: &[String], most: usize) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{heading}");
    for line in lines.iter().take(most) {
        let _ = writeln!(text, "  {line}");
    }
    say_how_many_more(text, lines.len(), most);
}

fn list_changed<T>(text: &mut String, heading: &str, changed: &[Changed<T>], most: usize) {
    if changed.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{heading}");
    for one in changed.iter().take(most) {
        let _ = writeln!(text, "  {}", clean::line(&one.called));
        for field in fields(one) {
            let _ = writeln!(text, "    {field}");
        }
    }
    say_how_many_more(text, changed.len(), most);
}

fn say_how_many_more(text: &mut String, all: usize, most: usize) {
    if let Some(more) = all.checked_sub(most).filter(|more| *more > 0) {
        let _ = writeln!(text, "  and {more} more");
    }
}

/// What differs, one field each.
fn fields<T>(changed: &Changed<T>) -> Vec<String> {
    let short = |text: &str| shortened(&clean::line(text));
    let said = changed.fields.iter().map(|change| FieldChange {
        field: change.field,
        before: short(&change.before),
        after: short(&change.after),
    });
    said.map(|said| said.to_string()).collect()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_CHANGE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
