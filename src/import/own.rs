//! The lines that Goodword itself writes into events, by which a lunch comes back as it was.

use calcard::icalendar::{ICalendarComponent, ICalendarParameterName, ICalendarProperty};

use super::meaning::line;
use super::participants::is_address;
use crate::domain::clean;
use crate::domain::import_plan::Partner;
use crate::domain::incident::Party;
use crate::domain::invite::Reply;

/// A lunch that Goodword wrote.
pub(super) struct Own {
    pub(super) partners: Vec<Partner>,
    pub(super) host: Party,
    pub(super) reply: Reply,
    /// Empty for one that has no title of its own.
    pub(super) title: String,
}

impl Own {
    /// Whether Goodword wrote an event, also one of people without a name, who cannot come back.
    pub(super) fn wrote(event: &ICalendarComponent) -> bool {
        host(event).is_some()
    }

    /// What stands in an event; none where another program wrote it.
    pub(super) fn of(event: &ICalendarComponent) -> Option<Self> {
        let host = host(event)?;
        let reply = match own_line(event, "X-GOODWORD-REPLY").as_str() {
            "ACCEPTED" => Reply::Accepted,
            "TENTATIVE" => Reply::Tentative,
            "DECLINED" => Reply::Declined,
            _ => Reply::NeedsAction,
        };
        let partners = partners(event);
        if partners.is_empty() {
            return None;
        }
        let has_none = own_line(event, "X-GOODWORD-UNTITLED") == "TRUE";
        let title = line(event, &ICalendarProperty::Summary);
        Some(Self {
            partners,
            host,
            reply,
            title: if has_none { String::new() } else { title },
        })
    }
}

fn host(event: &ICalendarComponent) -> Option<Party> {
    match own_line(event, "X-GOODWORD-HOST").as_str() {
        "ME" => Some(Party::Me),
        "THEM" => Some(Party::Them),
        _ => None,
    }
}

fn partners(event: &ICalendarComponent) -> Vec<Partner> {
    /// The most people of one lunch.
    const MOST: usize = 50;
    let with = ICalendarProperty::Other("X-GOODWORD-WITH".to_owned());
    let people = event.properties(&with).take(MOST).filter_map(|entry| {
        let name = entry.values.first()?.as_text()?;
        let name = clean::line(&name.chars().take(500).collect::<String>());
        let email = entry.parameter(&ICalendarParameterName::Email);
        let email = email.and_then(|email| email.as_text()).unwrap_or_default();
        let email = clean::line(email).to_lowercase();
        (!name.is_empty()).then(|| Partner {
            name,
            email: Some(email)
                .filter(|email| is_address(email))
                .unwrap_or_default(),
        })
    });
    people.collect()
}

fn own_line(event: &ICalendarComponent, name: &str) -> String {
    line(event, &ICalendarProperty::Other(name.to_owned())).to_ascii_uppercase()
}
