//! Who takes part in an event besides me.

use std::collections::BTreeMap;

use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue,
    ICalendarParticipationRole, ICalendarParticipationStatus, ICalendarProperty,
    ICalendarUserTypes,
};

use crate::domain::clean;
use crate::domain::import_plan::Partner;
use crate::domain::incident::Party;
use crate::domain::invite::Reply;
use crate::domain::person_name::in_order;

/// An event with exactly one other person.
pub(super) struct OneToOne {
    pub(super) partner: Partner,
    pub(super) host: Party,
    pub(super) reply: Reply,
}

/// The people of an event.
pub(super) struct Participants {
    /// Everybody but me, by address.
    others: BTreeMap<String, Person>,
    /// My own address and answer, where I am invited.
    mine: Option<(String, Reply)>,
    /// The organizer's address.
    organizer: Option<String>,
    /// Whether the organizer is me.
    is_mine: bool,
    /// Whether a mailing list is invited: that is more than one person.
    has_group: bool,
}

#[derive(Default)]
struct Person {
    name: String,
    reply: Reply,
}

impl Participants {
    /// The participants of an event; `me` holds my own addresses.
    pub(super) fn of(event: &ICalendarComponent, me: &[String]) -> Self {
        let mut participants = Self {
            others: BTreeMap::new(),
            mine: None,
            organizer: None,
            is_mine: false,
            has_group: false,
        };
        if let Some(entry) = event.property(&ICalendarProperty::Organizer) {
            participants.organizer = address(entry);
            participants.is_mine = participants
                .organizer
                .as_ref()
                .is_some_and(|it| me.contains(it));
            participants.add(entry, me);
        }
        for entry in event.properties(&ICalendarProperty::Attendee) {
            participants.add(entry, me);
        }
        participants
    }

    /// The organizer's address.
    pub(super) fn organizer(&self) -> Option<String> {
        self.organizer.clone()
    }

    /// Whether anybody but me takes part.
    pub(super) fn has_others(&self) -> bool {
        !self.others.is_empty()
    }

    /// Whether one of my addresses takes part.
    pub(super) fn knows_me(&self) -> bool {
        self.is_mine || self.mine.is_some()
    }

    /// The address of mine that somebody else invited.
    pub(super) fn invited(&self) -> Option<String> {
        let mine = self.mine.as_ref().filter(|_| !self.is_mine);
        mine.map(|(address, _)| address.clone())
    }

    /// The answer of the one who answers me; none where several do, or I answer myself.
    pub(super) fn answer(&self) -> Option<Reply> {
        let mut others = self.others.values();
        let only = others.next().filter(|_| self.is_mine)?;
        others.next().is_none().then_some(only.reply)
    }

    /// My own answer, where I am invited.
    pub(super) fn my_reply(&self) -> Option<Reply> {
        self.mine.as_ref().map(|(_, reply)| *reply)
    }

    /// What the event is, where exactly one other person takes part.
    pub(super) fn one_to_one(&self) -> Option<OneToOne> {
        if self.has_group || self.others.len() != 1 {
            return None;
        }
        let (email, person) = self.others.first_key_value()?;
        let (host, reply) = if self.is_mine {
            (Party::Me, person.reply)
        } else {
            (Party::Them, self.my_reply().unwrap_or_default())
        };
        let before_at = || email.split('@').next().unwrap_or(email);
        let name = if person.name.is_empty() || is_address(&person.name) {
            clean::line(before_at())
        } else {
            person.name.clone()
        };
        Some(OneToOne {
            partner: Partner {
                name,
                email: email.clone(),
            },
            host,
            reply,
        })
    }

    fn add(&mut self, entry: &ICalendarEntry, me: &[String]) {
        let Some(email) = address(entry) else {
            return;
        };
        let is_organizer = entry.name == ICalendarProperty::Organizer;
        if me.contains(&email) {
            if !is_organizer {
                self.mine = Some((email, reply(entry)));
            }
            return;
        }
        self.has_group |= user_type(entry) == Some(&ICalendarUserTypes::Group);
        if !is_person(entry, &email) {
            return;
        }
        let person = self.others.entry(email).or_default();
        if person.name.is_empty() {
            person.name = common_name(entry);
        }
        if !is_organizer {
            person.reply = reply(entry);
        }
    }
}

/// Whether a text is an e-mail address, as far as one can see.
pub(super) fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
        && text.len() <= 254
        && !text.contains(char::is_whitespace)
}

fn address(entry: &ICalendarEntry) -> Option<String> {
    let parameter = entry.parameter(&ICalendarParameterName::Email);
    let named = parameter.and_then(ICalendarParameterValue::as_text);
    [entry.calendar_address(), named]
        .into_iter()
        .flatten()
        .map(|address| clean::line(address).to_lowercase())
        .find(|address| is_address(address))
}

/// Rooms, things, machines and shared calendars take part in events, too.
fn is_person(entry: &ICalendarEntry, email: &str) -> bool {
    let is_thing = matches!(
        user_type(entry),
        Some(ICalendarUserTypes::Room | ICalendarUserTypes::Resource | ICalendarUserTypes::Group)
    );
    let is_onlooker = entry.params.iter().any(|parameter| {
        parameter.value == ICalendarParameterValue::Role(ICalendarParticipationRole::NonParticipant)
    });
    let (name, host) = email.split_once('@').unwrap_or((email, ""));
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_machine = ["noreply", "donotreply", "calendarnotification"]
        .iter()
        .any(|machine| plain.starts_with(machine));
    let is_calendar = host.ends_with("calendar.google.com");
    !(is_thing || is_onlooker || is_machine || is_calendar)
}

fn user_type(entry: &ICalendarEntry) -> Option<&ICalendarUserTypes> {
    entry
        .params
        .iter()
        .find_map(|parameter| match &parameter.value {
            ICalendarParameterValue::Cutype(kind) => Some(kind),
            _ => None,
        })
}

fn common_name(entry: &ICalendarEntry) -> String {
    let parameter = entry.parameter(&ICalendarParameterName::Cn);
    let name = parameter.and_then(ICalendarParameterValue::as_text);
    // Outlook writes "Müller, Jürgen".
    let name: String = name.unwrap_or_default().chars().take(500).collect();
    in_order(&clean::line(&name))
}

fn reply(entry: &ICalendarEntry) -> Reply {
    let status = entry
        .params
        .iter()
        .find_map(|parameter| match &parameter.value {
            ICalendarParameterValue::Partstat(status) => Some(status),
            _ => None,
        });
    match status {
        Some(ICalendarParticipationStatus::Accepted) => Reply::Accepted,
        Some(ICalendarParticipationStatus::Tentative) => Reply::Tentative,
        Some(ICalendarParticipationStatus::Declined | ICalendarParticipationStatus::Delegated) => {
            Reply::Declined
        }
        _ => Reply::NeedsAction,
    }
}
