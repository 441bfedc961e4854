//! How sturdy the lean is, what would turn it, and what all of it was worked out from.

use super::facts::rating_words;
use super::{Case, name};
use crate::domain::comparison::{
    Answer, DecidedBy, Lean, Moved, Side, Sturdiness, Turning, Wait, answers_that_turn,
};
use crate::domain::dates;
use crate::domain::exchange::Horizon;
use crate::domain::relationship::is_unrepaired;
use crate::domain::sentences::{counted, listed, words};

impl Case<'_> {
    /// How sturdy the lines are and what would turn them, in one or two sentences; `turning` is the nearest other order
    /// where the lines decide. Nothing while answers are missing.
    #[must_use]
    pub fn sturdy(&self, turning: Option<&Turning>) -> Vec<String> {
        if self.verdict.lines_lean == Lean::NotAnswered {
            return Vec::new();
        }
        let ahead = self.name(if self.verdict.d < 0 { Side::B } else { Side::A });
        let by_order = match (self.verdict.sturdiness, self.verdict.decided_by) {
            (Sturdiness::Equal, _) => "No line differs, whatever the order".to_owned(),
            (Sturdiness::EveryLine, _) => {
                format!("Every line speaks at least as much for {ahead}, whatever the order")
            }
            (Sturdiness::YourOrder, DecidedBy::Guard(_)) => {
                "The lines alone follow from your order, whatever each place counts".to_owned()
            }
            (Sturdiness::TheseWeights, DecidedBy::Guard(_)) => {
                "The lines alone depend on what each place in your order counts".to_owned()
            }
            (_, DecidedBy::Lines) => self.turns_if(turning),
        };
        let (turn, it) = (self.turn(), self.what_turns());
        match self.answer_that_turns() {
            Some((answer, then)) => vec![
                format!("{by_order}."),
                format!("One answer would {}{answer}.", self.turned(it, then)),
            ],
            None if by_order == self.turns_if(None) => {
                vec![format!("{by_order}, and no answer moved by one step.")]
            }
            None => vec![format!(
                "{by_order}; no answer moved by one step would {turn} {it}."
            )],
        }
    }

    /// Whether other weights could turn the lines: for whoever asks for figures.
    #[must_use]
    pub const fn weights(&self) -> &'static str {
        match self.verdict.sturdiness {
            Sturdiness::Equal => "no line differs.",
            Sturdiness::EveryLine => "no line speaks against the lean: no weights at all turn it.",
            Sturdiness::YourOrder => "any weights in your order agree.",
            Sturdiness::TheseWeights => {
                "these weights decide; others in your order would not agree."
            }
        }
    }

    /// A lean turns; what is too close tips.
    fn turn(&self) -> &'static str {
        if self.verdict.lines_lean == Lean::TooClose {
            "tip"
        } else {
            "turn"
        }
    }

    /// "turn it to Bob", "make it too close to call".
    fn turned(&self, it: &str, then: Lean) -> String {
        match then.side() {
            Some(side) => format!("{} {it} to {}", self.turn(), self.name(side)),
            None => format!("make {it} too close to call"),
        }
    }

    /// What would turn: the lean, or the lines alone where something else decides.
    fn what_turns(&self) -> &'static str {
        match self.verdict.decided_by {
            DecidedBy::Lines => "it",
            DecidedBy::Guard(_) => "the lines",
        }
    }

    /// What would turn the lean of the lines: the fewest moves in their order.
    fn turns_if(&self, turning: Option<&Turning>) -> String {
        let turn = self.turn();
        let Some(turning) = turning else {
            return format!("No other order of the lines would {turn} it");
        };
        let then = match turning.lean.side() {
            Some(side) => format!("{turn} to {}", self.name(side)),
            None => "be too close to call".to_owned(),
        };
        format!(
            "It depends on your order: it would {then} if {} (J K)",
            stood(turning)
        )
    }

    /// An answer that would turn the lines if it were one step other, and whether it is one of several.
    fn answer_that_turns(&self) -> Option<(String, Lean)> {
        let order = &self.book.settings.order_of_lines;
        let turning = answers_that_turn(&self.a_reading, &self.b_reading, order);
        let (side, answer, then) = turning.first()?;
        let name = self.name(*side);
        let answer = match answer {
            Answer::Help(help) => {
                format!("what it does for {name} at \"{}\"", rating_words(*help))
            }
            Answer::Wait(Wait::Never) => format!("no other chance for {name}"),
            Answer::Wait(Wait::Days(days)) => {
                format!("{name} waiting about {}", dates::days(*days))
            }
            Answer::Wait(Wait::Unknown) => format!("{name} waiting, nobody knows how long"),
            Answer::Horizon(horizon) => {
                format!(
                    "how long it matters to {name} at \"{}\"",
                    words::horizon(*horizon)
                )
            }
        };
        let answer = if turning.len() == 1 {
            format!(": {answer}")
        } else {
            format!(", for example: {answer}")
        };
        Some((answer, *then))
    }

    /// Under all of it: what it was worked out from.
    #[must_use]
    pub fn footing(&self) -> String {
        let notes = self.notes(Side::A) + self.notes(Side::B);
        let answers = self.answers(Side::A) + self.answers(Side::B);
        format!(
            "Worked out from {} and {} of yours, and from nothing else.",
            counted(notes, "note"),
            counted(answers, "answer")
        )
    }

    /// Whom the lines know better; `None` where one side has less than twice the notes of the other.
    #[must_use]
    pub fn known_better(&self) -> Option<String> {
        let (a, b) = (self.notes(Side::A), self.notes(Side::B));
        let (side, more, less) = if a > b {
            (Side::A, a, b)
        } else {
            (Side::B, b, a)
        };
        (more >= 2 * less && more > less + 1).then(|| {
            let (name, other) = (self.name(side), self.name(side.other()));
            let more = counted(more, "note");
            format!(
                "You hold {more} on {name} and {less} on {other}: the lines know {name} better."
            )
        })
    }

    /// How many records about a side the lines can read.
    fn notes(&self, side: Side) -> usize {
        self.people(side)
            .map(|contact| {
                let between = self.relationships.with(contact.id);
                let promises = between.promises.iter();
                let mine = promises.filter(|one| one.is_owed_by_me() || is_unrepaired(one));
                let talks = between.interactions.iter().filter(|one| one.two_way);
                let incidents = between.incidents.iter();
                let read = incidents.filter(|one| one.is_unrepaired() || one.is_theirs_to_settle());
                contact.open_aims().count() + mine.count() + talks.count() + read.count()
            })
            .sum()
    }

    /// How many questions about a side are answered.
    fn answers(&self, side: Side) -> usize {
        let reading = self.reading(side);
        usize::from(reading.help.is_some())
            + usize::from(reading.wait != Wait::Unknown)
            + usize::from(reading.horizon != Horizon::default())
            + usize::from(reading.safety)
    }
}

/// Where lines would have to stand: "\"How long since we talked\" stood second".
fn stood(turning: &Turning) -> String {
    let places: Vec<String> = turning
        .lines
        .iter()
        .map(|moved| place(*moved, turning))
        .collect();
    listed(&places)
}

fn place(moved: Moved, turning: &Turning) -> String {
    let place = match moved.place {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => "last",
    };
    let name = name(moved.line);
    let mut groups = turning.order.groups().iter();
    let group = groups.find(|group| group.contains(&moved.line));
    let beside: Vec<String> = group
        .into_iter()
        .flatten()
        .filter(|line| **line != moved.line)
        .map(|line| format!("\"{}\"", self::name(*line)))
        .collect();
    if beside.is_empty() {
        format!("\"{name}\" stood {place}")
    } else {
        format!("\"{name}\" stood {place}, level with {}", listed(&beside))
    }
}
