//! What happened between two people, in words.

use chrono::NaiveDate;

use crate::domain::dates::short;
use crate::domain::incident::{Incident, IncidentKind, Party, Severity};

/// What kind of conduct it was, theirs or mine: "they did harm", "you wronged them".
#[must_use]
pub fn kind(kind: IncidentKind, about: Party) -> String {
    match about {
        Party::Them => did(kind, about, "they"),
        Party::Me => did(kind, about, "them"),
    }
}

/// Who did what to whom, by a name: "Carl did harm", "you wronged Carl".
#[must_use]
pub fn did(kind: IncidentKind, about: Party, who: &str) -> String {
    match (kind, about) {
        (IncidentKind::BadFaith, Party::Them) => format!("{who} acted in bad faith"),
        (IncidentKind::Harmed, Party::Them) => format!("{who} did harm"),
        (IncidentKind::Helped, Party::Them) => format!("{who} helped without having to"),
        (IncidentKind::BadFaith, Party::Me) => format!("you acted in bad faith towards {who}"),
        (IncidentKind::Harmed, Party::Me) => format!("you wronged {who}"),
        (IncidentKind::Helped, Party::Me) => format!("you helped {who} without having to"),
    }
}

/// How grave it was.
#[must_use]
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "a nuisance",
        Severity::Moderate => "it cost them something",
        Severity::Serious => "it cost them a lot",
    }
}

/// Where it stands: "settled Sun 1 Feb", "owned up Mon 6 Jul, not made right"; empty for help.
#[must_use]
pub fn standing(incident: &Incident, today: NaiveDate) -> String {
    let on = |what: &str, day: NaiveDate| format!("{what} {}", short(day, today));
    match (incident.about, incident.kind) {
        (_, IncidentKind::Helped) => String::new(),
        (Party::Them, _) => incident
            .settled
            .map_or_else(|| "not settled".to_owned(), |day| on("settled", day)),
        (Party::Me, _) => match (incident.made_right, incident.acknowledged) {
            (Some(day), _) => on("made right", day),
            (None, Some(day)) => format!("{}, not made right", on("owned up", day)),
            (None, None) => "not made right".to_owned(),
        },
    }
}
