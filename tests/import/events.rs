//! Awkward events: beside each calendar of the folder stands what becomes of it, line by line.
//!
//! A new one is two files more. `EVENTS=write` writes the second one, to be read before it is kept.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use goodword::domain::import_plan::ImportPlan;
use goodword::domain::invite::Invite;

use super::Desk;

#[test]
fn every_awkward_event_becomes_what_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/events");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let calendar = entry.unwrap().path();
        if calendar
            .extension()
            .is_none_or(|extension| extension != "ics")
        {
            continue;
        }
        let name = calendar.file_name().unwrap().to_str().unwrap();
        let mut desk = Desk::new();
        let plan = desk.import(&[(name, &fs::read(&calendar).unwrap())]);
        let became = told(&desk, &plan);
        let expected = calendar.with_extension("txt");
        if env::var("EVENTS").is_ok_and(|how| how == "write") {
            fs::write(&expected, &became).unwrap();
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(became, expected, "{name}");
        seen += 1;
    }
    assert!(seen >= 30, "only {seen} calendars");
}

/// What an import made of a file, in order.
fn told(desk: &Desk, plan: &ImportPlan) -> String {
    let mut hours = BTreeMap::new();
    for invite in desk.book.invites.iter() {
        hours.insert((invite.start, invite.title.clone()), lunch(desk, invite));
    }
    for (index, busy) in desk.book.busy.iter().enumerate() {
        let told = format!("busy {} to {}", busy.start, busy.end);
        hours.insert((busy.start, format!("busy {index}")), told);
    }
    let rejected = plan.rejected.iter().map(|one| format!("rejected {one}"));
    let remarks = plan.remarks.iter().map(|one| format!("remark {one}"));
    let lines: Vec<String> = hours.into_values().chain(rejected).chain(remarks).collect();
    if lines.is_empty() {
        "nothing\n".to_owned()
    } else {
        lines.join("\n") + "\n"
    }
}

fn lunch(desk: &Desk, invite: &Invite) -> String {
    let names: Vec<&str> = invite
        .with
        .iter()
        .map(|id| desk.book.contacts.get(*id).unwrap().name.as_str())
        .collect();
    let zone = invite.zone.as_deref().unwrap_or("no zone");
    let days = if invite.all_day { " all day" } else { "" };
    let place = if invite.place.is_empty() {
        String::new()
    } else {
        format!(" at {}", invite.place)
    };
    let called = &invite.title;
    let (start, end) = (invite.start, invite.end);
    let outcome = invite
        .outcome
        .map_or_else(String::new, |outcome| format!(" {outcome:?}"));
    format!(
        "lunch {start} to {end}{days}, {zone}, with {}, {:?}, \"{called}\"{place}{outcome}",
        names.join(" and "),
        invite.reply
    )
}
