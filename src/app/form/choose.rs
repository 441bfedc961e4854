//! The decision of a choice: which option, why, and the day to look back. It informs of what is ruled out; the decision
//! is mine whatever it says.

use chrono::{Months, NaiveDate};

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::dates::short;
use crate::domain::decision::{Chosen, Decision, Subject as About};
use crate::domain::options::{Bearing, OptionSet, OptionSetId, Standing, View};
use crate::domain::sentences::first_name;
use crate::domain::sentences::options::{costs, letter, standing, standing_in_short};

const OPTION: &str = "You choose";
const REASON: &str = "Your reason";
const LOOK_BACK: &str = "Look back on";

/// What a choice of something that is ruled out asks for.
pub(super) const NEEDS_WORDS: &str = "To choose it all the same, write down why";

/// The title and the fields; the option at this place is chosen at first.
pub(super) fn fields(
    id: OptionSetId,
    at: usize,
    view: View,
    book: &Book,
    today: NaiveDate,
) -> (String, Vec<Field>) {
    let Some(set) = book.option_sets.get(id) else {
        return (String::new(), Vec::new());
    };
    let options = options(set, view);
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let fields = vec![
        Field::choice_field(OPTION, "← → choose", &options, at),
        Field::long_field(
            REASON,
            "would it hold up if they read it? Alt-Enter breaks the line",
            "",
        ),
        Field::day_field(
            LOOK_BACK,
            "in 3 months, jan 5; empty for never",
            today.checked_add_months(Months::new(3)),
        ),
    ];
    let title = format!("Choose for {}", first_name(book, set.contact));
    (title, fields)
}

/// "C, helps most: Recommend the best tool".
fn options(set: &OptionSet, view: View) -> Vec<String> {
    let judgement = set.judged(view);
    let judged = judgement.options.iter().zip(&set.options).enumerate();
    let named = judged.map(|(at, (judged, option))| {
        let word = standing_in_short(&judged.standing, !judgement.nothing_helps);
        format!("{}, {word}: {}", letter(at), option.text)
    });
    named.collect()
}

/// What is kept with the decision where I need the win, and what that costs them.
pub(super) fn need_the_win(id: OptionSetId, view: View, book: &Book) -> Option<String> {
    let set = book.option_sets.get(id).filter(|_| view == View::WinNow)?;
    let costs = costs(set, &set.judged(view)).unwrap_or_default();
    Some(format!("You need the short-term win. {costs}"))
}

/// What is ruled out says why, before it is chosen all the same.
pub(super) fn ruled_out(form: &Form, id: OptionSetId, book: &Book) -> Option<String> {
    let set = book.option_sets.get(id)?;
    let at = form.choice(OPTION);
    let judgement = set.judged(View::Long);
    let judged = judgement.options.get(at)?;
    let said = || standing(&judged.standing, false);
    matches!(judged.standing, Standing::RuledOut(_))
        .then(|| format!("{} is {}. It takes a reason in words.", letter(at), said()))
}

/// Whether a choice of what is ruled out says no word of why.
pub(super) fn is_unexplained(set: &OptionSet, at: usize, reason: &str) -> bool {
    let option = set.options.get(at);
    let is_out = option.is_some_and(|option| !Bearing::from(option).fails().is_empty());
    is_out && !reason.chars().any(char::is_alphabetic)
}

/// Reads it.
pub(super) fn read(
    form: &Form,
    id: OptionSetId,
    view: View,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(OPTION, "option");
    let set = book.option_sets.get(id).ok_or_else(gone)?;
    let at = form.choice(OPTION);
    let option = set.options.get(at).ok_or_else(gone)?;
    let reason = form.text(REASON);
    if is_unexplained(set, at, &reason) {
        let text = format!("{} is ruled out. {NEEDS_WORDS}", letter(at));
        return Err(Problem::at(REASON, text));
    }
    let review_on = form.day(LOOK_BACK, cx.today)?;
    if review_on.is_some_and(|day| day < cx.today) {
        let text = "That day is past. Try in 3 months, or leave it empty";
        return Err(Problem::at(LOOK_BACK, text));
    }
    let decision = Decision {
        id: cx.ids.next(),
        on: cx.today,
        about: About::Options(id),
        chosen: Chosen::Option(u8::try_from(at).map_err(|_| gone())?),
        untruth_needed_for: None,
        snapshot: None,
        // A choice has no lean: what is also sound is no other way than what helps most.
        followed_lean: None,
        reason,
        told: None,
        message: String::new(),
        review_on,
        review: None,
        told_to: Vec::new(),
        knew: None,
        replaces: None,
        weighed: view,
    };
    let who = first_name(book, set.contact);
    let label = format!("chose for {who}: {}", option.text);
    let mut book = book.clone();
    book.decisions.put(decision);
    Ok(Outcome {
        label,
        book,
        subject: Subject::Choose(id, at, view),
    })
}

/// What is said once it is decided.
pub(in crate::app) fn saved(book: &Book, id: OptionSetId, today: NaiveDate) -> String {
    let of_this = |decision: &&std::sync::Arc<Decision>| decision.about == About::Options(id);
    let last = book.decisions.iter().filter(of_this);
    let last = last.max_by_key(|decision| (decision.on, decision.review_on));
    match last.and_then(|decision| decision.review_on) {
        Some(day) => format!(
            "Saved. On {} Goodword asks how it turned out",
            short(day, today)
        ),
        None => "Saved, without a day to look back".to_owned(),
    }
}
