//! What happened between two people, in words.

use chrono::NaiveDate;

use crate::domain::dates::short;
use crate::domain::incident::{Incident, IncidentKind, Party, Severity};

/// What kind of conduct it was, theirs or mine.
#[must_use]
pub const fn kind(kind: IncidentKind, about: Party) -> &'static str {
    match (kind, about) {
        (IncidentKind::BadFaith, Party::Them) => "they acted in bad faith",
        (IncidentKind::Harmed, Party::Them) => "they did harm",
        (IncidentKind::Helped, Party::Them) => "they helped without having to",
        (IncidentKind::BadFaith | IncidentKind::Harmed, Party::Me) => "you wronged them",
        (IncidentKind::Helped, Party::Me) => "you helped without having to",
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
