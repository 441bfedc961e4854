//! What an import does or would do, as JSON: one item for each record that is new, differs or goes, for each entry and
//! file that was left out, and for each count.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::report;
use crate::domain::id::Id;
use crate::domain::import_plan::{Entry, FieldChange, ImportPlan, Plan};
use crate::domain::invite::{Busy, Invite};
use crate::import::Reading;

/// One thing that an import does. What does not concern its outcome is `null` or empty.
#[derive(Serialize)]
struct Item {
    /// `new`, `changed`, `gone`, `same`, `rejected` (an entry), `refused` (a file), `untaken` (a field) or `remark`.
    outcome: &'static str,
    /// `person`, `invite`, `busy`, `card`, `event` or `file`.
    what: Option<&'static str>,
    /// The id of the record; of a new one only where it is kept.
    id: Option<String>,
    /// What a person calls it, or the name of the field that has no place.
    name: Option<String>,
    fields: Vec<Field>,
    file: Option<String>,
    line: Option<usize>,
    /// Why it was left out, or the remark.
    reason: Option<String>,
    /// How many of them there are, where they are not listed one by one.
    count: Option<usize>,
}

/// A field that differs, as it is read.
#[derive(Serialize)]
struct Field {
    name: &'static str,
    before: String,
    after: String,
}

/// The whole plan, in the envelope of all kinds. Where nothing of it is kept, what is new has no id yet.
pub(super) fn text(
    plan: &ImportPlan,
    reading: &Reading,
    today: NaiveDate,
    is_kept: bool,
) -> String {
    let mut items = Vec::new();
    add(&mut items, "person", &plan.people, |person| {
        person.name.clone()
    });
    if !plan.unresolved.is_empty() {
        items.push(Item {
            what: Some("field"),
            count: Some(plan.unresolved.len()),
            ..Item::new("kept")
        });
    }
    add(&mut items, "invite", &plan.invites, called);
    add(&mut items, "busy", &plan.busy, |busy: &Busy| {
        busy.start.to_string()
    });
    items.extend(plan.rejected.iter().map(|rejected| Item {
        what: Some(entry(rejected.what)),
        file: Some(rejected.place.file.clone()),
        line: Some(rejected.place.line),
        reason: Some(rejected.reason.clone()),
        ..Item::new("rejected")
    }));
    items.extend(reading.refused.iter().map(|refused| Item {
        what: Some("file"),
        reason: Some(refused.to_string()),
        ..Item::new("refused")
    }));
    items.extend(
        plan.untaken
            .list()
            .into_iter()
            .map(|(of, name, count)| Item {
                what: Some(entry(of)),
                name: Some(name.to_owned()),
                count: Some(count),
                ..Item::new("untaken")
            }),
    );
    items.extend(plan.remarks.iter().map(|remark| Item {
        reason: Some(remark.clone()),
        ..Item::new("remark")
    }));
    let is_new = |item: &&mut Item| item.outcome == "new";
    if !is_kept {
        items
            .iter_mut()
            .filter(is_new)
            .for_each(|item| item.id = None);
    }
    report("import", today, items)
}

fn add<T: crate::domain::table::Record>(
    items: &mut Vec<Item>,
    what: &'static str,
    plan: &Plan<T>,
    called: impl Fn(&T) -> String,
) where
    Id<T>: fmt::Display,
{
    let of = |outcome| Item {
        what: Some(what),
        ..Item::new(outcome)
    };
    items.extend(plan.new.iter().map(|record| Item {
        id: Some(record.id().to_string()),
        name: Some(called(record)),
        ..of("new")
    }));
    items.extend(plan.changed.iter().map(|changed| Item {
        id: Some(changed.after.id().to_string()),
        name: Some(changed.called.clone()),
        fields: changed.fields.iter().map(Field::of).collect(),
        ..of("changed")
    }));
    items.extend(plan.removed.iter().map(|id| Item {
        id: Some(id.to_string()),
        ..of("gone")
    }));
    if plan.same > 0 {
        items.push(Item {
            count: Some(plan.same),
            ..of("same")
        });
    }
}

fn called(invite: &Invite) -> String {
    invite.title.clone()
}

fn entry(entry: Entry) -> &'static str {
    match entry {
        Entry::Card => "card",
        Entry::Event => "event",
    }
}

impl Item {
    fn new(outcome: &'static str) -> Self {
        Self {
            outcome,
            what: None,
            id: None,
            name: None,
            fields: Vec::new(),
            file: None,
            line: None,
            reason: None,
            count: None,
        }
    }
}

impl Field {
    fn of(change: &FieldChange) -> Self {
        Self {
            name: change.field,
            before: change.before.clone(),
            after: change.after.clone(),
        }
    }
}
