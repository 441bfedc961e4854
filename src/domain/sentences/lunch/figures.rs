//! The figures behind the comparison, in words: the difference, what would level it, what goes before the lines.

use super::{Case, name};
use crate::domain::comparison::{DecidedBy, Guard, Lean, Side, flip_points};
use crate::domain::incident::{IncidentKind, Party};
use crate::domain::sentences::counted;

impl Case<'_> {
    /// "12,144 of 42,000 to Bob, 28.9 %: up to 5 % is too close to call, over 15 % is clear."
    #[must_use]
    pub fn difference(&self) -> String {
        let tenths = self.verdict.tenths_of_per_cent();
        let to = match self.verdict.d {
            0 => "to neither".to_owned(),
            1.. => format!("to {}", self.names.a),
            _ => format!("to {}", self.names.b),
        };
        format!(
            "{} of 42,000 {to}, {}.{} %: up to 5 % is too close to call, over 15 % is clear.",
            grouped(self.verdict.d.abs()),
            tenths / 10,
            tenths % 10
        )
    }

    /// What each choice leaves undone for the other: "1,206 by choosing Bob, 13,350 by choosing Dana."
    #[must_use]
    pub fn set_aside_by_each(&self) -> String {
        let aside = &self.verdict.set_aside;
        format!(
            "{} by choosing {}, {} by choosing {}.",
            grouped(aside.if_a),
            self.names.a,
            grouped(aside.if_b),
            self.names.b
        )
    }

    /// "What it does for them counting 3.2 instead of 12 points"; nothing where the lines decide nothing.
    #[must_use]
    pub fn level_at(&self) -> Option<String> {
        if self.verdict.decided_by != DecidedBy::Lines || self.verdict.lean == Lean::NotAnswered {
            return None;
        }
        let order = &self.book.settings.order_of_lines;
        let flips = flip_points(&self.verdict.difference(), order);
        let shown = flips.iter().take(2).map(|flip| {
            let tenths = (flip.numerator.saturating_mul(20) / flip.denominator + 1) / 2;
            format!(
                "{} counting {}.{} instead of {} points",
                name(flip.line),
                tenths / 10,
                tenths % 10,
                flip.now
            )
        });
        let shown: Vec<String> = shown.collect();
        Some(if shown.is_empty() {
            "no single line can bring both level.".to_owned()
        } else {
            shown.join("; or ")
        })
    }

    /// What is asked before any line, and for whom it speaks: a sentence each.
    #[must_use]
    pub fn guards(&self) -> Vec<String> {
        let guards = self.verdict.guards.iter();
        let told = guards.map(|note| {
            let side = self.name(note.speaks_for);
            let other = self.name(note.speaks_for.other());
            match note.guard {
                Guard::Safety => format!("someone may come to harm: speaks for {side}."),
                Guard::Boundary => format!("you drew a line with {other}: speaks for {side}."),
                Guard::Honesty => format!("it would need an untruth: speaks for {side}."),
                Guard::WordGiven => format!("{side} has your word: speaks for {side}."),
                Guard::TrustCaution => {
                    let acts = counted(self.unsettled(note.speaks_for.other()), "act");
                    format!(
                        "you noted {acts} in bad faith of {other}, not settled: speaks for {side}."
                    )
                }
            }
        });
        told.collect()
    }

    /// To whom the lines lean once I was let off; nothing where no word of mine decides.
    #[must_use]
    pub fn if_let_off(&self) -> Option<String> {
        let lean = self.verdict.if_released?;
        Some(match lean.side() {
            Some(side) => format!("{}.", self.name(side)),
            None => "too close to call.".to_owned(),
        })
    }

    /// How many acts of bad faith stand unsettled.
    fn unsettled(&self, side: Side) -> usize {
        let people = self.invite(side).with.iter();
        let incidents = people.flat_map(|id| &self.relationships.with(*id).incidents);
        let stands = incidents.filter(|incident| {
            incident.about == Party::Them
                && incident.kind == IncidentKind::BadFaith
                && incident.settled.is_none()
        });
        stands.count()
    }
}

/// "12,144".
fn grouped(number: i64) -> String {
    if number >= 1_000 {
        format!("{},{:03}", number / 1_000, number % 1_000)
    } else {
        number.to_string()
    }
}
