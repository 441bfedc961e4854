//! The answer, before any reason: what decided, and what the lines alone would say.

use super::{Case, name_in_sentence};
use crate::domain::comparison::{DecidedBy, Guard, Lean, Side, Sturdiness};
use crate::domain::conflict::has_my_word;
use crate::domain::dates::short;
use crate::domain::decision::is_untold_choice;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, MoveOk, Reply};
use crate::domain::sentences::capitalised;

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
            (DecidedBy::Guard(_), None) => {
                vec!["You drew a line with both: that leaves neither.".to_owned()]
            }
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
                (Some(side), _) => format!("The lines alone {}.", self.leans_to(side)),
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
                "Leans to {name}: {other} would need an untruth to {name}. Find a reason you can say aloud, or leave it."
            ),
            Guard::WordGiven => self.word_stands(side),
            Guard::TrustCaution => format!("Leans to {name}: {}", self.care(side.other())),
        };
        let second = if guard == Guard::WordGiven && self.is_open(side) {
            self.until_moving_is_fine(side)
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
            Guard::TrustCaution => Some(capitalised(&self.care(note.speaks_for.other()))),
            Guard::Safety | Guard::Boundary => None,
        })
    }

    fn by_lines(&self) -> Vec<String> {
        let mut sentences = match (self.verdict.lean, self.verdict.lean.side()) {
            (Lean::NotAnswered, _) => {
                let mut sentences = vec!["Not weighed yet.".to_owned()];
                sentences.extend(self.missing_answers());
                sentences
            }
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
        let guards = self.verdict.guards.iter();
        let caution = guards.filter(|note| note.guard == Guard::TrustCaution);
        sentences.extend(caution.map(|note| capitalised(&self.care(note.speaks_for.other()))));
        sentences
    }

    /// Said of what would be cruel on the face; what it was stands behind the key.
    fn care(&self, about: Side) -> String {
        let name = self.name(about);
        format!("something you noted about {name} speaks for care (i).")
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
                Some(format!(
                    "You told {name} yes; {name} said that moving is fine, so it no longer binds."
                ))
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
        let holder = self.verdict.lean.side();
        self.verdict.ask_first && holder.is_some_and(|side| self.is_open(side))
    }

    /// Whether nothing is known yet about moving the lunch of a side: nobody is asked twice, nor who said already what they
    /// think of it.
    pub(super) fn is_open(&self, side: Side) -> bool {
        let invite = self.invite(side);
        invite.move_ok == MoveOk::Unknown && invite.asked_to_move.is_none()
    }

    /// That they have my word, and what follows from it.
    fn word_stands(&self, side: Side) -> String {
        let (invite, name, word) = (self.invite(side), self.name(side), self.my_word(side));
        match (invite.move_ok, invite.asked_to_move) {
            (MoveOk::TheySaidHard, _) => {
                format!("{word}, and {name} said that moving is hard: it stays {name}.")
            }
            (_, Some(day)) => {
                let day = short(day, self.today);
                format!(
                    "{word}, and asked on {day} whether it may move: until {name} replies, it stays {name}."
                )
            }
            (_, None) if self.verdict.lines_lean.side() == Some(side) => {
                format!("{word}: it stays {name}.")
            }
            (_, None) => format!("{word}. Ask {name} before you move it."),
        }
    }

    /// In what way they have my word, without a full stop.
    fn my_word(&self, side: Side) -> String {
        let (invite, name) = (self.invite(side), self.name(side));
        if !has_my_word(invite) {
            return format!("This lunch keeps a promise to {name} that is due that very day");
        }
        match (invite.host, invite.reply, invite.heard_yes) {
            (Party::Me, _, _) => format!("You invited {name}"),
            (Party::Them, Reply::Tentative, None) => {
                format!("You said you'd try; until you check, assume {name} heard yes")
            }
            (Party::Them, Reply::Tentative, Some(_)) => format!("{name} heard a yes"),
            (Party::Them, _, _) if is_untold_choice(self.book, invite.id) => {
                format!("You decided for {name}, who may not know yet")
            }
            (Party::Them, _, _) => format!("You told {name} yes"),
        }
    }

    /// Whose the hour is while nothing is known about moving, and what the lines say besides.
    fn until_moving_is_fine(&self, side: Side) -> Option<String> {
        let name = self.name(side);
        let lines = match (self.verdict.lines_lean, self.verdict.if_released) {
            // Something else speaks for the same side, or nothing is weighed: no other conclusion waits behind the word.
            (_, Some(released)) if released.side() == Some(side) => return self.lines_alone(),
            (Lean::TooClose, _) => "the lines alone are too close to call".to_owned(),
            (lean, _) => match lean.side().filter(|to| *to != side) {
                Some(other) => format!("then the lines {}", self.leans_to(other)),
                None => return self.lines_alone(),
            },
        };
        Some(format!(
            "Until {name} says that moving is fine it is {name}; {lines}."
        ))
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
        let line = *self.verdict.lines_for(side).first()?;
        let other = self.name(side.other());
        let against = match self.verdict.lines_for(side.other()).first() {
            Some(line) => format!("Most for {other}: {}.", name_in_sentence(*line)),
            None => format!("No line speaks more for {other}."),
        };
        Some(format!(
            "Weighed by your order, most of it comes from: {}. {against}",
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
        let a = name_in_sentence(*self.verdict.lines_for(Side::A).first()?);
        let b = name_in_sentence(*self.verdict.lines_for(Side::B).first()?);
        let (for_a, for_b) = (&self.names.a, &self.names.b);
        Some(format!(
            "Weighed by your order, most for {for_a}: {a}; most for {for_b}: {b}."
        ))
    }
}
