//! How each figure comes about, for whoever asks: formulas and limits, with the numbers that are computed with.

use crate::domain::comparison::{Line, Order, Wait};
use crate::domain::exchange::Size;
use crate::domain::invite::Help;
use crate::domain::review::Kind;
use crate::domain::sentences::capitalised;
use crate::domain::sentences::lunch::name as name_of;
use crate::domain::sentences::review::{explains, title};
use crate::domain::tuning::{TUNING, Tuning};

/// A chapter of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// What it is about.
    pub title: &'static str,
    /// What it says, a paragraph each.
    pub text: Vec<String>,
}

/// The chapter on choices.
pub const CHOICES: &str = "A choice for one person";
/// The chapter on my network.
pub const NETWORK: &str = "Circles, and ways to somebody";
/// The chapter on my own conduct.
pub const REVIEW: &str = "Looking back on a quarter";

/// The whole page, for an order of the lines.
#[must_use]
pub fn chapters(order: &Order) -> Vec<Chapter> {
    let chapter = |title, text| Chapter { title, text };
    vec![
        chapter("What all of it rests on", ground(&TUNING)),
        chapter(
            "Two lunches at the same time: the lines",
            lines(&TUNING, order),
        ),
        chapter("From the lines to a lean", lean(&TUNING, order)),
        chapter("What comes before the lines", guards(&TUNING)),
        chapter("Promises and silence", promises(&TUNING)),
        chapter("Before a yes", load(&TUNING)),
        chapter("Trust", trust(&TUNING)),
        chapter("Given and received, and what lasts", value(&TUNING)),
        chapter(CHOICES, choices(&TUNING)),
        chapter(NETWORK, network(&TUNING)),
        chapter(REVIEW, review(&TUNING)),
        chapter("Limits", limits(order)),
    ]
}

fn ground(tuning: &Tuning) -> Vec<String> {
    vec![
        "Figures come from your notes and your answers, and from nothing else. They order what you wrote; they know \
         nothing that you did not write."
            .to_owned(),
        format!(
            "Every number below was chosen, with a reason, and none was measured on real people. Together they are \
             version {} of the model. A decision keeps the version and the figures it was taken with.",
            tuning.model_version
        ),
        "What you received from somebody, and what you would gain, is not among the things that the comparison can \
         read at all."
            .to_owned(),
    ]
}

fn lines(tuning: &Tuning, order: &Order) -> Vec<String> {
    let numbers = &tuning.comparison;
    let points = order.points();
    let name = |line: Line| {
        format!(
            "{} ({} points now)",
            capitalised(name_of(line)),
            points.get(line)
        )
    };
    let [minor, moderate, serious] = numbers.breach;
    let [days, months, year, years] = numbers.lasting;
    let due = tuning.rhythm_due;
    vec![
        "Six lines, each from 0 to 1000 for each person.".to_owned(),
        format!(
            "{}: {} for each step of your answer, 0 to {}. Without a problem or an aim of theirs that you wrote down \
             it stops at {}: a rating alone is easily a wish.",
            name(Line::Help),
            numbers.help_step,
            Help::Critical.rating(),
            numbers.help_step * numbers.help_without_aim
        ),
        format!(
            "{}: how strongly they heard it, times how soon it is due; the strongest one, however many there are. A \
             promise that you broke keeps its full claim until it is put right.",
            name(Line::Word)
        ),
        format!(
            "{}: {minor}, {moderate} or {serious} for each wrong of yours, by what hung on it, up to 1000.",
            name(Line::Repair)
        ),
        format!(
            "{}: the largest of the three above times w / (w + {}), where w is the days from the lunch to their next \
             chance. Not known counts {} thousandths; never counts in full.",
            name(Line::Delay),
            numbers.half_lost_days,
            Wait::Unknown.share()
        ),
        format!(
            "{}: the first line times {days}, {months}, {year} or {years} thousandths, for days, months, a year, years.",
            name(Line::Lasting)
        ),
        format!(
            "{}: {due} on the day you meant to talk, {} at twice the time and later; 0 without a pace.",
            name(Line::Rhythm),
            2 * due
        ),
    ]
}

fn lean(tuning: &Tuning, order: &Order) -> Vec<String> {
    let numbers = &tuning.comparison;
    let sum = points_in_all(order);
    let per_cent = |difference: i64| difference / (sum * 10);
    vec![
        format!(
            "Points follow from your order alone (J K): {} less twice the lines above, less the lines of the same \
             rank, itself included. They always sum to {sum} and are never less than 2. An order is easier to mean \
             than a weight.",
            2 * Line::ALL.len() + 1
        ),
        format!(
            "The difference is the sum of points times value, first person less second, at most {sum},000. Up to {} \
             ({} %) it is too close to call; over {} ({} %) it is clear. The per cent say how far the lines lean, not \
             how likely anything is.",
            numbers.tie_band,
            per_cent(numbers.tie_band),
            numbers.clear,
            per_cent(numbers.clear)
        ),
        "Sturdy: one person is as high on every line, so that no points can turn it; or any points in your order \
         agree; or it depends on these points. What turns it is searched among all orders there are, the fewest \
         moves first."
            .to_owned(),
        "What a choice sets aside: points times value, summed over the lines on which the other person is higher."
            .to_owned(),
    ]
}

fn choices(tuning: &Tuning) -> Vec<String> {
    let numbers = &tuning.options;
    vec![
        "Three tests come first, and nothing lifts them: you would not want them to read your reasons; it leaves them \
         worse off later and relies on them not knowing; there is nothing in it for them."
            .to_owned(),
        format!(
            "What is left, {} to {} options: what it does for them now (0 to 4) plus {} times what it does in a year \
             (-4 to 4). While you need the short-term win the year counts {} time, and the difference over time is \
             shown as what that costs them.",
            numbers.fewest, numbers.most, numbers.later, numbers.later_with_win
        ),
        "What you would get is kept in words alone, and cannot be weighed.".to_owned(),
    ]
}

fn guards(tuning: &Tuning) -> Vec<String> {
    vec![
        "In this order, the first on which the two differ decides: someone may come to harm; you drew a line with \
         them; going would need an untruth to the other; they have your word; something you noted speaks for care."
            .to_owned(),
        "Your word: a yes, or a maybe that they may have heard as a yes, or a lunch that you asked for, or a promise \
         due that very day which this lunch moves. What you said or asked for ends when they say that moving is fine, \
         or when your yes was to something else than what is planned; a promise due that day ends only with new terms \
         for it."
            .to_owned(),
        format!(
            "Care: at least {} acts of bad faith noted, not settled, none older than {} years and none that \
             happened or was noted today. It gives way where the lines lean clearly to that person. Nothing good they did lifts it and nothing \
             else they did feeds it.",
            tuning.trust.caution_acts,
            tuning.trust.caution_days / 365
        ),
        format!(
            "Ask first: your word decides, the lines lean to the other one, and what waiting costs is at most {} for \
             the one with your word.",
            tuning.comparison.cheap_to_move
        ),
    ]
}

fn promises(tuning: &Tuning) -> Vec<String> {
    let (urgency, silence) = (&tuning.urgency, &tuning.silence);
    let [explore, attempt, intend, promise] = tuning.strength;
    vec![
        format!(
            "What they heard counts, not what you said: thinking about it {explore}, trying {attempt}, meaning to \
             {intend}, promising {promise}. Until you check, it is taken as a promise."
        ),
        format!(
            "How soon: 1000 within {} days or late, then falling by {} over the next {} days, never under {}; {} \
             without a day.",
            urgency.full_days, urgency.fall, urgency.fall_days, urgency.least, urgency.without_day
        ),
        format!(
            "Silence: the days since they last heard of it, less what you allow yourself: half the time to its day, \
             {} to {} days; {} days once it is stuck; {} day once it is late. Work that they do not see changes \
             nothing; a word today makes it none.",
            silence.open_least, silence.open_most, silence.blocked, silence.late
        ),
    ]
}

fn load(tuning: &Tuning) -> Vec<String> {
    let load = &tuning.load;
    vec![
        format!(
            "For each day on which something is due: the hours promised until then times {}.{}, because plans are \
             optimistic, against your hours a week until then. The day named is the first on which the first is more. \
             A promise without hours counts as {} hours; one without a day is left out.",
            load.optimism_per_cent / 100,
            load.optimism_per_cent % 100 / 10,
            load.promise_minutes / 60
        ),
        format!(
            "How long it takes you: open promises by what you delivered a week over {} weeks. With fewer than {} \
             delivered that is too few to say.",
            load.pace_weeks, load.fewest_delivered
        ),
    ]
}

fn trust(tuning: &Tuning) -> Vec<String> {
    let trust = &tuning.trust;
    let [solid, good, mixed] = trust.words.map(|word| word * 100.0);
    let (one, two) = (trust.prior, 2.0 * trust.prior);
    vec![
        format!(
            "Good conduct counts 1 and half as much after {} days. Bad conduct counts half after {} days: missed \
             while they saw you try {}, told late {}, in silence {}, harm {}, bad faith {}, and bad faith never less \
             than {} of that. Kept late and not told before its day counts {}, as bad. A miss or harm made right, or settled, \
             counts {} of itself and adds nothing good.",
            trust.good_half_life_days,
            trust.bad_half_life_days,
            trust.missed_shown,
            trust.missed_late,
            trust.missed_silent,
            trust.harmed,
            trust.bad_faith,
            trust.bad_faith_least,
            trust.missed_late * trust.made_right,
            trust.made_right
        ),
        format!(
            "With r good and s bad, the guess is (r + {one}) / (r + s + {two}), and the range runs from r to r + {two}, \
             over the same sum: what you have not seen stays unknown. From {solid} % it is called solid, from {good} % good, \
             from {mixed} % mixed, else strained; the weakest side of it that shows is the one named. A side shows \
             with {} entries, bad faith with one.",
            trust.fewest_entries
        ),
        "It is a reading of your notes, not a fact about anybody, and no comparison reads it."
            .to_owned(),
    ]
}

fn value(tuning: &Tuning) -> Vec<String> {
    let value = &tuning.value;
    let [thin, rich] = value.thin_and_rich;
    let [days, months, year, years] = value.lasts.map(|share| share * 100.0);
    let [soon, due, overdue, fading] = tuning.pace_words.map(|per_mille| per_mille / 10);
    vec![
        format!(
            "Given and received each count {} to {} by size, half after {} days. The balance is their difference over \
             their sum plus {}; up to {:.0} % either way is roughly mutual. Under {thin} in all is little, over {rich} \
             a lot.",
            Size::Small.weight(),
            Size::Large.weight(),
            value.half_life_days,
            value.unseen,
            value.mutual * 100.0
        ),
        format!(
            "What lasts: of what you gave, the share that will still matter in a year, by size and age: days {days} %, \
             months {months} %, a year {year} %, years {years} %. To it {} is added and to all {}, so that one gift says \
             little.",
            value.unseen / 2.0,
            value.unseen
        ),
        format!(
            "Pace: under {soon} % of the time you meant it is fresh, under {due} % soon, under {overdue} % due, under \
             {fading} % overdue, then fading. Without a talk for {} years a tie is asleep; such ties are worth more \
             than people think.",
            tuning.dormant_days / 365
        ),
    ]
}

fn network(tuning: &Tuning) -> Vec<String> {
    let network = &tuning.network;
    let [least, most] = network.chance;
    vec![
        format!(
            "A way to somebody stands by the product of its steps. A step of yours is the tie (a quarter for each of \
             its four degrees), half after {} days without a talk, or after {} times the pace you meant; a step of \
             theirs is the tie you noted. Each is at least {least} and at most {most}. A way has at most three steps.",
            network.half_life_days, network.half_life_rhythms
        ),
        format!(
            "Circles are compared by their shares: as varied as so many circles of one size. Of your last {} talks it \
             is said how many were in one circle, of the last {} how many were with {} people.",
            network.recent_talks, network.talks_with_people, network.few_people
        ),
    ]
}

/// What each figure counts, in the order of the screen, and what some of them are computed with.
fn review(tuning: &Tuning) -> Vec<String> {
    let (load, month) = (&tuning.load, tuning.paces_month_days);
    let computed = |kind| match kind {
        Kind::WeeksOver => format!(
            " Hours promised count {}.{} times, because plans are optimistic, and {} where you set none; a week counts in \
             the month in which it begins.",
            load.optimism_per_cent / 100,
            load.optimism_per_cent % 100 / 10,
            load.promise_minutes / 60
        ),
        Kind::TalksAskedFor => format!(
            " Each month a pace asks for {month} divided by its days; what you have been having is the talks of the last {} \
             days, divided by 3.",
            3 * month
        ),
        _ => String::new(),
    };
    let mut text = vec![format!(
        "Everything here is counted, nothing weighed, and all of it is your own doing. A bar is measured by the longest of \
         its like, weeks by all {} of a quarter or {} of a month; below {} entries none is drawn.",
        tuning.weeks_of_quarter,
        tuning.weeks_of_quarter.div_ceil(3),
        tuning.fewest_to_review
    )];
    let figures = Kind::ALL.into_iter();
    text.extend(
        figures.map(|kind| format!("{}: {}{}", title(kind), explains(kind), computed(kind))),
    );
    text
}

fn limits(order: &Order) -> Vec<String> {
    let points = order.points();
    let [help, delay, lasting] =
        [Line::Help, Line::Delay, Line::Lasting].map(|line| points.get(line));
    vec![
        "No study that we know of shows that such figures make better lunches. They are there to make you look twice."
            .to_owned(),
        "Your answers are your own rating. The cap, the two sheets side by side and the hidden result make it harder \
         to fool yourself, not impossible. Whether your own gain coloured your answers only you know."
            .to_owned(),
        format!(
            "What waiting costs and how long it matters hang on what it does for them: in your order that one answer \
             reaches {help} + {delay} + {lasting} of {} points.",
            points_in_all(order)
        ),
        "You know more about the people you note more about; the lines know them better, not the people's need."
            .to_owned(),
        "Notes about what somebody did wrong are about a real person. They stay in your file until you take them out: \
         o on the person, the note, Delete."
            .to_owned(),
    ]
}

/// What all lines count together: the same in every order.
fn points_in_all(order: &Order) -> i64 {
    order.points().in_order().iter().sum()
}
