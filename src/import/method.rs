//! What a calendar in a file is for (METHOD of iTIP, RFC 5546): one file may hold several, each with its own.

use super::blocks::{Block, blocks};

/// What a calendar is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// To say what is on: nothing said, PUBLISH, REQUEST, ADD.
    Tell,
    /// To take back what was on.
    Cancel,
    /// To answer.
    Reply,
    /// A question to the one who asked, which is settled between people: what to say of it.
    Talk(&'static str),
}

/// The calendars of a file, by the lines that they take.
pub(super) struct Methods(Vec<(std::ops::Range<usize>, Method)>);

impl Methods {
    pub(super) fn of(text: &str) -> Self {
        let calendars = blocks(text, "VCALENDAR");
        let methods = calendars
            .iter()
            .map(|calendar| (lines(calendar), method(calendar.text)));
        Self(methods.collect())
    }

    /// What the calendar around a line is for.
    pub(super) fn at(&self, line: usize) -> Method {
        let after = self.0.partition_point(|(lines, _)| lines.start <= line);
        let around = after.checked_sub(1).and_then(|at| self.0.get(at));
        around
            .filter(|(lines, _)| lines.contains(&line))
            .map_or(Method::Tell, |(_, method)| *method)
    }
}

fn lines(calendar: &Block<'_>) -> std::ops::Range<usize> {
    let length = calendar.text.split_inclusive('\n').count();
    calendar.line..calendar.line.saturating_add(length)
}

/// The method stands before the first event, or after the last one: never within.
fn method(calendar: &str) -> Method {
    let said = calendar.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("METHOD")
            .then(|| value.trim().to_ascii_uppercase())
    });
    match said.as_deref() {
        Some("CANCEL") => Method::Cancel,
        Some("REPLY") => Method::Reply,
        Some("COUNTER") => Method::Talk(
            "another time is proposed here (METHOD:COUNTER): that is for you to answer",
        ),
        Some("DECLINECOUNTER") => Method::Talk(
            "your proposal was turned down (METHOD:DECLINECOUNTER): the hour stays as it was",
        ),
        Some("REFRESH") => Method::Talk(
            "somebody asks for the newest version (METHOD:REFRESH): nothing is new here",
        ),
        _ => Method::Tell,
    }
}
