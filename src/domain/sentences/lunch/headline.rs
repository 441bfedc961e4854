//! The answer, before any reason: what decided, and what the lines alone would say.

use super::{Case, name_in_sentence};
use crate::domain::comparison::Side;
use crate::domain::comparison::{DecidedBy, Guard, Lean, Line, Sturdiness};
use crate::domain::conflict::has_my_word;
use crate::domain::dates::short;
use crate::domain::decision::is_untold_choice;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, MoveOk, Reply};
use crate::domain::sentences::{capitalised, listed};

/// Said of what would be cruel on the face; what it was stands behind the key.
const CARE: &str = "Something you noted speaks for care (i).";

impl Case<'_> {
    /// The answer in one to three sentences, the most important first.
    #[must_use]
    pub fn headline(&self) -> Vec<String> {
        if self.a_reading.safety && self.b_reading.safety {
            return vec![
                format!("Someone may come to harm: {} and {}.", self.names.a, self.names.b),
                "Go to one, and ring someone who can be with the other. No comparison applies here.".to_owned(),
            ];
        }
        match (self.verdict.decided_by, self.verdict.lean.side()) {
            (DecidedBy::Guard(guard), Some(side)) => self.by_guard(guard, side),
            (DecidedBy::Guard(_), None) => vec!["You drew a line with both.".to_owned()],
            (DecidedBy::Lines, _) => self.by_lines(),
        }
    }

    /// What the lines say where something else decides; `None` where it is said already or nothing is weighed.
    #[must_use]
    pub fn lines_alone(&self) -> Option<String> {
        let decided = match self.verdict.decided_by {
            DecidedBy::Lines | DecidedBy::Guard(Guard::Safety) => return None,
            DecidedBy::Guard(_) => self.verdict.lean.side(),
        };
        Some(match (self.verdict.lines_lean, decided) {
            (Lean::NotAnswered, _) => return self.missing_answers(),
            (lean, decided) => match (lean.side(), decided) {
                (None, _) => "The lines alone are too close to call.".to_owned(),
                (Some(side), Some(decided)) if side == decided => {
                    format!("The lines alone {} too.", self.leans_to(side))
                }
                (Some(side), _) => format!(
                    "The lines alone {}. Both are shown because it is your call.",
                    self.leans_to(side)
                ),
            },
        })
    }

    /// Which answers about what the hour does for them are missing; `None` where both are given.
    #[must_use]
    pub fn missing_answers(&self) -> Option<String> {
        let missing = |side: &Side| self.reading(*side).help.is_none();
        let sides: Vec<Side> = [Side::A, Side::B].into_iter().filter(missing).collect();
        match sides.as_slice() {
            [] => None,
            [side] => Some(format!(
                "One answer is missing (e): what the hour does for {}.",
                self.name(*side)
            )),
            _ => Some(format!(
                "Two answers are missing (e): what the hour does for {}, and for {}.",
                self.names.a, self.names.b
            )),
        }
    }

    /// How sturdy the lean of the lines is.
    #[must_use]
    pub fn sturdiness(&self) -> String {
        let said = self.how_sturdy();
        match self.verdict.decided_by {
            DecidedBy::Lines => capitalised(&said),
            // Else it would read as if it spoke of what decided.
            DecidedBy::Guard(_) => format!("The lines alone: {said}"),
        }
    }

    fn how_sturdy(&self) -> String {
        let ahead = if self.verdict.d < 0 { Side::B } else { Side::A };
        match self.verdict.sturdiness {
            Sturdiness::Equal => "no line differs.".to_owned(),
            Sturdiness::EveryLine => format!(
                "every line speaks at least as much for {}; other weights would not change that, other answers might.",
                self.name(ahead)
            ),
            Sturdiness::YourOrder => {
                format!(
                    "any weights in your order of importance agree. {}",
                    self.against(ahead)
                )
            }
            Sturdiness::TheseWeights => {
                format!("this depends on the weights. {}", self.against(ahead))
            }
        }
    }

    fn by_guard(&self, guard: Guard, side: Side) -> Vec<String> {
        let (name, other) = (self.name(side), self.name(side.other()));
        let first = match guard {
            Guard::Safety => {
                return vec![
                    format!("Someone may come to harm: {name}."),
                    "Go, or ring someone who can be there sooner. No comparison applies here."
                        .to_owned(),
                ];
            }
            Guard::Boundary => format!("You drew a line with {other}. That leaves {name}."),
            Guard::Honesty => format!(
                "Going would need an untruth to {name}. Find a reason you can say aloud, or do not go."
            ),
            Guard::WordGiven => self.word_stands(side),
            Guard::TrustCaution => {
                format!("Leans to {name}. {CARE}")
            }
        };
        let second = if self.asks_first() {
            Some(self.if_moving_is_fine(side))
        } else {
            self.lines_alone()
        };
        let mut sentences: Vec<String> = [Some(first), second].into_iter().flatten().collect();
        sentences.extend(self.speaking_against(guard, side));
        sentences
    }

    /// What also comes before the lines, but stands lower than what decided and speaks for the other side.
    fn speaking_against(&self, decided: Guard, side: Side) -> impl Iterator<Item = String> {
        let other = self.name(side.other());
        let guards = self.verdict.guards.iter();
        let lower = guards.filter(move |note| note.guard > decided && note.speaks_for != side);
        lower.filter_map(move |note| match note.guard {
            Guard::WordGiven => Some(format!(
                "{other} has your word all the same: tell {other} today."
            )),
            Guard::Honesty => Some(format!(
                "Going would need an untruth to {other}. Find a reason you can say aloud."
            )),
            Guard::TrustCaution => Some(CARE.to_owned()),
            Guard::Safety | Guard::Boundary => None,
        })
    }

    fn by_lines(&self) -> Vec<String> {
        let mut sentences = match (self.verdict.lean, self.verdict.lean.side()) {
            (Lean::NotAnswered, _) => self.missing_answers().into_iter().collect(),
            (_, Some(side)) => {
                let strength = self.strength();
                let mut sentences = vec![format!("Leans {strength} to {}.", self.name(side))];
                sentences.extend(self.most_of_it(side));
                sentences
            }
            (_, None) => {
                let mut sentences =
                    vec!["Too close to call.".to_owned(), self.what_little_differs()];
                sentences.extend(self.most_for_each());
                sentences
            }
        };
        if [Side::A, Side::B]
            .iter()
            .all(|s| self.reading(*s).word_given)
        {
            sentences.push(self.both_count_on_me());
        }
        sentences.extend(self.no_longer_binds());
        let guards = &self.verdict.guards;
        if guards.iter().any(|note| note.guard == Guard::TrustCaution) {
            sentences.push(CARE.to_owned());
        }
        sentences
    }

    fn both_count_on_me(&self) -> String {
        let said_yes =
            |invite: &Invite| invite.host == Party::Them && invite.reply == Reply::Accepted;
        let how = if said_yes(self.a) && said_yes(self.b) {
            "You said yes to both."
        } else {
            "Both have your word."
        };
        format!(
            "{how} Tell the one you move today, with as much of the reason as is yours to tell."
        )
    }

    /// A yes that no longer binds, and why: else nobody would see that it was given.
    fn no_longer_binds(&self) -> impl Iterator<Item = String> {
        [Side::A, Side::B].into_iter().filter_map(|side| {
            let (invite, name) = (self.invite(side), self.name(side));
            let said_yes = invite.reply == Reply::Accepted && invite.host == Party::Them;
            if !said_yes || self.reading(side).word_given {
                None
            } else if invite.move_ok == MoveOk::TheySaidFine {
                Some(format!("You told {name} yes, and {name} said moving is fine."))
            } else {
                Some(format!("Your yes to {name} was to something else than what is planned. Say openly that it no longer stands."))
            }
        })
    }

    /// Whether someone may come to harm on either side: then nothing is compared.
    #[must_use]
    pub fn is_danger(&self) -> bool {
        self.a_reading.safety || self.b_reading.safety
    }

    /// Whether the answer is to ask the one with my word: who said that moving is hard, or was asked, is not asked again.
    #[must_use]
    pub fn asks_first(&self) -> bool {
        let holder = self.verdict.lean.side().map(|side| self.invite(side));
        let is_open =
            |invite: &Invite| invite.move_ok == MoveOk::Unknown && invite.asked_to_move.is_none();
        self.verdict.ask_first && holder.is_some_and(is_open)
    }

    /// That they have my word, and what that asks of me.
    fn word_stands(&self, side: Side) -> String {
        let (invite, name, word) = (self.invite(side), self.name(side), self.my_word(side));
        match (invite.move_ok, invite.asked_to_move) {
            (MoveOk::TheySaidHard, _) => format!("{word} {name} said that moving is hard."),
            (_, Some(day)) => {
                let day = short(day, self.today);
                format!(
                    "{word} You asked on {day} whether it may move: until {name} answers, your word stands."
                )
            }
            (_, None) => format!("{word} Ask {name} before you move it."),
        }
    }

    /// In what way they have my word.
    fn my_word(&self, side: Side) -> String {
        let (invite, name) = (self.invite(side), self.name(side));
        if !has_my_word(invite) {
            return format!("A promise to {name} is due that very day, and this lunch keeps it.");
        }
        match (invite.host, invite.reply, invite.heard_yes) {
            (Party::Me, _, _) => format!("You invited {name}."),
            (Party::Them, Reply::Tentative, None) => {
                format!("You said you'd try. Until you check, assume {name} heard yes.")
            }
            (Party::Them, Reply::Tentative, Some(_)) => format!("{name} heard a yes."),
            (Party::Them, _, _) if is_untold_choice(self.book, invite.id) => {
                format!("You decided for {name}, who may not know yet.")
            }
            (Party::Them, _, _) => format!("You told {name} yes."),
        }
    }

    fn if_moving_is_fine(&self, side: Side) -> String {
        let name = self.name(side);
        let then = match self.verdict.if_released.and_then(Lean::side) {
            Some(other) if other != side => format!("the lines {}", self.leans_to(other)),
            // Something else speaks for the same side, whatever the lines say.
            _ => return self.lines_alone().unwrap_or_default(),
        };
        format!("If {name} says moving is fine, {then}; if not, or if you do not ask, {name}.")
    }

    fn leans_to(&self, side: Side) -> String {
        format!("lean {} to {}", self.strength(), self.name(side))
    }

    fn strength(&self) -> &'static str {
        if self.verdict.leans_clearly() {
            "clearly"
        } else {
            "slightly"
        }
    }

    /// What speaks most for the lean, and what most against it.
    fn most_of_it(&self, side: Side) -> Option<String> {
        let line = *self.lines_for(side).first()?;
        let other = self.name(side.other());
        let against = match self.lines_for(side.other()).first() {
            Some(line) => format!("Most for {other}: {}.", name_in_sentence(*line)),
            None => format!("No line speaks more for {other}."),
        };
        Some(format!(
            "Most of it comes from: {}. {against}",
            name_in_sentence(line)
        ))
    }

    fn what_little_differs(&self) -> String {
        match (self.verdict.sturdiness, self.verdict.d) {
            (Sturdiness::Equal, _) => {
                "Nothing you wrote down separates them. Decide on what this program cannot see."
                    .to_owned()
            }
            (_, 0) => "What speaks for one weighs as much as what speaks for the other.".to_owned(),
            (_, d) => {
                let side = if d > 0 { Side::A } else { Side::B };
                format!("What little differs speaks for {}.", self.name(side))
            }
        }
    }

    /// What speaks most for one and what for the other, where something speaks for each.
    fn most_for_each(&self) -> Option<String> {
        let a = name_in_sentence(*self.lines_for(Side::A).first()?);
        let b = name_in_sentence(*self.lines_for(Side::B).first()?);
        let (for_a, for_b) = (&self.names.a, &self.names.b);
        Some(format!("Most for {for_a}: {a}. Most for {for_b}: {b}."))
    }

    fn against(&self, ahead: Side) -> String {
        let lines = self.lines_for(ahead.other());
        let names: Vec<String> = lines
            .iter()
            .map(|line| name_in_sentence(*line).to_owned())
            .collect();
        let (number, verb) = match lines.len() {
            1 => ("One line", "speaks"),
            2 => ("Two lines", "speak"),
            _ => ("Several lines", "speak"),
        };
        format!(
            "{number} {verb} for {}: {}.",
            self.name(ahead.other()),
            listed(&names)
        )
    }

    /// The lines that speak for a side, the one that counts most first.
    pub(super) fn lines_for(&self, side: Side) -> Vec<Line> {
        let weight = |line: &Line| {
            let gap = self.verdict.difference().get(*line);
            let gap = if side == Side::A { gap } else { -gap };
            gap * self.verdict.points.get(*line)
        };
        let mut lines: Vec<Line> = Line::ALL.into_iter().filter(|l| weight(l) > 0).collect();
        lines.sort_by_key(|line| -weight(line));
        lines
    }
}
