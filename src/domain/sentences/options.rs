//! The sentences about the options of a choice for one person. Options are called by their letters; what I would get is
//! never part of a sentence.

use chrono::NaiveDate;

use super::{counted, first_name, listed};
use crate::domain::book::Book;
use crate::domain::dates::short;
use crate::domain::decision::{Chosen, Decision};
use crate::domain::invite::Help;
use crate::domain::options::{Choice, Judged, Judgement, Later, OptionSet, Standing, Test, View};
use crate::domain::tuning::TUNING;

/// Where none of the options does anything for them.
pub const NOTHING_HELPS: &str = "Nothing here helps them.";

/// The note on an option that harms them later, openly.
pub const HARM_IS_KNOWN: &str =
    "It leaves them worse off later, and they know: it is their informed choice.";

/// Why another one helps most than over time.
pub const WHILE_NOW: &str = "where a later year counts no more than now";

/// What is not weighed.
pub const NOT_COUNTED: &str = "Not counted: what you would get.";

/// The letter of an option, by its place.
#[must_use]
pub fn letter(at: usize) -> String {
    let letter = u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at));
    match letter.filter(u8::is_ascii_uppercase) {
        Some(letter) => char::from(letter).to_string(),
        None => format!("{}", at.saturating_add(1)),
    }
}

/// Why an option is ruled out, as it follows "ruled out: ".
#[must_use]
pub const fn failed(test: Test) -> &'static str {
    match test {
        Test::Publicity => "you would not want them to read your reasons",
        Test::ConcealedHarm => "it leaves them worse off later and relies on them not knowing",
        Test::NothingForThem => "there is nothing in it for them",
    }
}

/// What a test is called.
#[must_use]
pub const fn test(test: Test) -> &'static str {
    match test {
        Test::Publicity => "open reasons",
        Test::ConcealedHarm => "no hidden harm",
        Test::NothingForThem => "something for them",
    }
}

/// What is said of an option. `beside` tells whether another one helps most.
#[must_use]
pub fn standing(standing: &Standing, beside: bool) -> String {
    match standing {
        Standing::RuledOut(tests) => {
            let tests: Vec<&str> = tests.iter().map(|test| failed(*test)).collect();
            format!("ruled out: {}", tests.join("; "))
        }
        _ => standing_in_short(standing, beside).to_owned(),
    }
}

/// The same in a word or two.
#[must_use]
pub const fn standing_in_short(standing: &Standing, beside: bool) -> &'static str {
    match standing {
        Standing::RuledOut(_) => "ruled out",
        Standing::HelpsMost => "helps most",
        Standing::Sound if beside => "also sound",
        Standing::Sound => "sound",
    }
}

/// What an option does for them now.
#[must_use]
pub const fn for_them_now(help: Help) -> &'static str {
    match help {
        Help::Nothing => "nothing",
        Help::Pleasant => "pleasant",
        Help::Useful => "useful",
        Help::Important => "important",
        Help::Critical => "a lot hangs on it",
    }
}

/// What it does for them in a year.
#[must_use]
pub const fn in_a_year(later: Later) -> &'static str {
    match later {
        Later::Ruins => "ruins something",
        Later::HarmsMuch => "harms them much",
        Later::Harms => "harms them",
        Later::Nuisance => "a nuisance",
        Later::Nothing => "nothing",
        Later::Pleasant => "pleasant",
        Later::Useful => "useful",
        Later::Important => "important",
        Later::Critical => "a lot hangs on it",
    }
}

/// How open it is: "they know all that matters; you would show your reasons".
#[must_use]
pub const fn openness(choice: &Choice) -> &'static str {
    match (choice.they_know, choice.would_show) {
        (true, true) => "they know all that matters; you would show your reasons",
        (true, false) => "they know all that matters; your reasons you would not show",
        (false, true) => "they do not know all that matters; you would show your reasons",
        (false, false) => "they do not know all that matters; your reasons you would not show",
    }
}

/// The answer in a sentence each: what helps most, what is also sound, what is ruled out; nothing while there is nothing
/// to choose between.
#[must_use]
pub fn headline(set: &OptionSet, judgement: &Judgement) -> Vec<String> {
    if !set.is_a_choice() {
        let missing = TUNING.options.fewest.saturating_sub(set.options.len());
        return vec![format!(
            "There is nothing to choose between yet: {} to add.",
            counted(missing, "option")
        )];
    }
    let called = |is_so: &dyn Fn(&Standing) -> bool| -> Vec<String> {
        let options = judgement.options.iter().enumerate();
        let so = options.filter(|(_, option)| is_so(&option.standing));
        so.map(|(at, _)| letter(at)).collect()
    };
    let most = called(&|standing| *standing == Standing::HelpsMost);
    let sound = called(&|standing| *standing == Standing::Sound);
    let out = called(&|standing| matches!(standing, Standing::RuledOut(_)));
    let why = if judgement.win_decides {
        format!(", {WHILE_NOW}")
    } else {
        String::new()
    };
    let also = if most.is_empty() { "" } else { "also " };
    let mut said = Vec::new();
    said.extend(judgement.nothing_helps.then(|| NOTHING_HELPS.to_owned()));
    said.extend(match most.as_slice() {
        [] => None,
        [one] => Some(format!("{one} helps most{why}.")),
        several => Some(format!("{} help most, alike{why}.", listed(several))),
    });
    said.extend(verb(&sound).map(|are| format!("{} {are} {also}sound.", listed(&sound))));
    said.extend(verb(&out).map(|are| format!("{} {are} ruled out.", listed(&out))));
    said
}

const fn verb(of: &[String]) -> Option<&'static str> {
    match of {
        [] => None,
        [_] => Some("is"),
        _ => Some("are"),
    }
}

/// Whether I need the win, and what that changes and what it does not.
#[must_use]
pub const fn need_the_win(view: View) -> (&'static str, &'static str) {
    match view {
        View::Long => (
            "I need the short-term win: no",
            "A later year counts twice as much as now.",
        ),
        View::WinNow => (
            "I need the short-term win: yes",
            "A later year counts no more than now. What is ruled out stays out.",
        ),
    }
}

/// What an option taken for the win costs them: what another one would have done for them over time. Nothing where none
/// does more, or where it is ruled out.
#[must_use]
pub fn cost(set: &OptionSet, at: usize, judged: &Judged) -> Option<String> {
    if judged.standing == Standing::HelpsMost && set.judged(View::Long).nothing_helps {
        return Some("over time nothing here helps them".to_owned());
    }
    let taken = set.options.get(at).filter(|_| judged.cost > 0)?;
    let place = most_over_time(set)?;
    let best = set.options.get(place)?;
    let mut lost = Vec::new();
    if best.now > taken.now {
        lost.push(format!(
            "now {}, not {}",
            for_them_now(best.now),
            for_them_now(taken.now)
        ));
    }
    if best.later > taken.later {
        let (more, less) = (in_a_year(best.later), in_a_year(taken.later));
        lost.push(format!("in a year {more}, not {less}"));
    }
    let letter = letter(place);
    Some(format!(
        "over time {letter} would do more: {}",
        lost.join("; ")
    ))
}

/// What the win costs them, in a sentence for all options: "Over time C would do more than B."
#[must_use]
pub fn costs(set: &OptionSet, judgement: &Judgement) -> Option<String> {
    let Some(most) = most_over_time(set) else {
        let said = "Over time nothing here helps them.".to_owned();
        return judgement.win_decides.then_some(said);
    };
    let options = judgement.options.iter().enumerate();
    let behind = options.filter(|(_, option)| option.cost > 0);
    let behind: Vec<String> = behind.map(|(at, _)| letter(at)).collect();
    let most = letter(most);
    Some(match behind.as_slice() {
        [] => "Over time no other does more.".to_owned(),
        _ => format!("Over time {most} would do more than {}.", listed(&behind)),
    })
}

/// That the tick of an open choice stands in no book.
pub const NOT_KEPT_YET: &str = "Kept once you choose, not before.";

/// That I decided with the win in it, whatever it changed, and what it costs them.
#[must_use]
pub fn needed_the_win(set: &OptionSet, view: View) -> Option<String> {
    let costs = (view == View::WinNow).then(|| costs(set, &set.judged(view)))?;
    let said = ["You needed the short-term win.".to_owned()];
    Some(said.into_iter().chain(costs).collect::<Vec<_>>().join(" "))
}

/// The place of the option that helps most over the long term, the first of several.
fn most_over_time(set: &OptionSet) -> Option<usize> {
    let long = set.judged(View::Long).options;
    let helps = |option: &Judged| option.standing == Standing::HelpsMost;
    long.iter().position(helps)
}

/// The figures of an option: "2 now + 2 × 1 in a year = 4, 7 behind over time".
#[must_use]
pub fn figures(choice: &Choice, judged: &Judged, view: View) -> String {
    let weight = match view {
        View::Long => TUNING.options.later,
        View::WinNow => TUNING.options.later_with_win,
    };
    let (now, later) = (choice.now.rating(), choice.later.rating());
    let times = if weight == 1 {
        String::new()
    } else {
        format!("{weight} × ")
    };
    let sum = format!("{now} now + {times}{later} in a year = {}", judged.value);
    match (&judged.standing, judged.cost) {
        (Standing::RuledOut(_), _) => format!("{sum}; not weighed, it is ruled out"),
        (_, 0) => sum,
        (_, cost) => format!("{sum}; {cost} behind over time"),
    }
}

/// How it passes the three tests: "passes all 3", "fails 2 of 3: open reasons, no hidden harm".
#[must_use]
pub fn tests(judged: &Judged) -> String {
    let all = Test::ALL.len();
    match &judged.standing {
        Standing::RuledOut(tests) => {
            let named: Vec<&str> = tests.iter().map(|one| test(*one)).collect();
            format!("fails {} of {all}: {}", named.len(), named.join(", "))
        }
        _ => format!("passes all {all}"),
    }
}

/// What was chosen, as it stands above the options: "You chose C on Tue 28 Apr. Your reason: …".
#[must_use]
pub fn chosen(decision: &Decision, today: NaiveDate) -> String {
    let day = short(decision.on, today);
    let what = match decision.chosen {
        Chosen::Option(at) => format!("You chose {} on {day}.", letter(at.into())),
        _ => format!("You decided on {day}."),
    };
    let reason =
        (!decision.reason.is_empty()).then(|| format!(" Your reason: {}", decision.reason));
    what + &reason.unwrap_or_default()
}

/// That they know of it.
#[must_use]
pub fn told(decision: &Decision, set: &OptionSet, book: &Book, today: NaiveDate) -> Option<String> {
    let day = short(decision.told?, today);
    Some(format!(
        "You told {} on {day}.",
        first_name(book, set.contact)
    ))
}

/// When it is looked back on, or how that turned out.
#[must_use]
pub fn look_back(decision: &Decision, today: NaiveDate) -> Option<String> {
    if let Some(review) = &decision.review {
        return Some(super::decision::looked_back(review));
    }
    let day = decision.review_on?;
    Some(if day <= today {
        format!("since {}: how did it turn out?", short(day, today))
    } else {
        format!("on {} Goodword asks how it turned out", short(day, today))
    })
}

/// A choice among what went before with a person: "you asked yourself: What do I offer? · nothing is
/// chosen yet".
#[must_use]
pub fn in_the_record(set: &OptionSet, decision: Option<&Decision>) -> String {
    let chosen = match decision.map(|decision| decision.chosen) {
        None => "nothing is chosen yet".to_owned(),
        Some(Chosen::Option(at)) => match set.options.get(usize::from(at)) {
            Some(option) => format!("you chose: {}", option.text),
            None => format!("you chose {}", letter(at.into())),
        },
        Some(_) => "decided".to_owned(),
    };
    let review = decision.and_then(|decision| decision.review.as_ref());
    let review = review.map(|review| format!("; {}", super::decision::looked_back(review)));
    let review = review.unwrap_or_default();
    format!("you asked yourself: {} · {chosen}{review}", set.question)
}

/// What was chosen for whom, in full, for whoever looks back on it.
#[must_use]
pub fn whole(decision: &Decision, set: &OptionSet, book: &Book) -> String {
    let who = first_name(book, set.contact);
    let reason =
        (!decision.reason.is_empty()).then(|| format!(" Your reason: {}", decision.reason));
    let chosen = match decision.chosen {
        Chosen::Option(at) => set.options.get(usize::from(at)),
        _ => None,
    };
    let text = chosen.map_or("an option that is no longer there", |choice| &choice.text);
    let (question, text) = (&set.question, text.trim_end_matches('.'));
    let reason = reason.unwrap_or_default();
    let win = match decision.weighed {
        View::Long => "",
        View::WinNow => " You needed the short-term win.",
    };
    format!("You asked yourself, for {who}: {question} You chose: {text}.{win}{reason}")
}
