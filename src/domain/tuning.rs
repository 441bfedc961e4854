//! Every number that was chosen, in one place, with the version of the model they make together.
//!
//! None of them is a finding, and none is validated on real people: each is a default with a reason. The page "how
//! figures come about" reads them from here, so that what it says is what is computed.

/// Every chosen number, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tuning {
    /// The version of the formulas and numbers; stored with each decision, raised with any of them.
    pub model_version: u32,
    /// After so many uses a key is known, and its hint makes room for another.
    pub uses_until_known: u32,
    /// Two invites for one hour.
    pub comparison: Comparison,
    /// How strongly a word was said or heard, in parts of a full promise, per mille: thinking about it, trying, meaning
    /// to, promising (the ladder of Searle 1976, in even steps).
    pub strength: [i64; 4],
    /// How a promise presses.
    pub urgency: Urgency,
    /// How long somebody may wait without a word.
    pub silence: Courtesy,
    /// How much I have taken on.
    pub load: Load,
    /// What conduct has shown.
    pub trust: Trust,
    /// What was given and received.
    pub value: Value,
    /// How much a talk asks to be had on the day it is due, per mille; all of it at as many times the time meant.
    pub rhythm_due: i64,
    /// Words of the pace, in per mille of the time meant: soon, due, overdue and fading from here on, fresh below.
    pub pace_words: [i64; 4],
    /// What is taken over into a draft of a message.
    pub messages: Messages,
    /// The paces that are offered, in days: a month, three months, half a year, a year.
    pub paces: [u32; 4],
    /// The options of a choice for one person.
    pub options: Options,
    /// Circles, and ways to somebody.
    pub network: Network,
    /// Who may stand in the book twice.
    pub duplicates: Duplicates,
    /// When a tie counts as asleep, in days without a talk (Levin, Walter & Murnighan 2011: three years).
    pub dormant_days: i64,
    /// After how many days a guess of mine about somebody's aims is marked as old.
    pub old_guess_days: i64,
    /// Of several people whom a name could mean it is asked only where two of them had to do with me within so many days.
    pub ask_whom_days: i64,
    /// Below how many decisions looked back on nothing is said of them.
    pub fewest_reviews: usize,
    /// Below how many entries of a quarter nothing is said of it.
    pub fewest_to_review: usize,
    /// The weeks of a quarter.
    pub weeks_of_quarter: usize,
    /// The days of a month for what paces ask for.
    pub paces_month_days: u64,
    /// An invite that is not answered asks for it so many days before its day.
    pub answer_days: i64,
    /// How many days ahead another day is sought for a lunch.
    pub free_days_ahead: u64,
    /// Promises due within so many days stand under a heading of their own.
    pub soon_days: i64,
    /// Somebody counts as new for so many days after they were written down.
    pub new_days: i64,
}

/// The comparison of two invites. Weighed sums are in points by per mille: 42 points of 1000, so that 420 is 1 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Up to this difference either way it is too close to call: 5 %, below one full swing of the least line and below
    /// one step of help, and so within the noise of one's own answers.
    pub tie_band: i64,
    /// Beyond this difference the lines lean clearly: 15 %.
    pub clear: i64,
    /// Up to this value of "what waiting costs" a lunch can be moved at little cost, per mille.
    pub cheap_to_move: i64,
    /// What one step of help counts, per mille: four of them are all.
    pub help_step: i64,
    /// The highest rating of help that counts while no written aim of theirs stands behind it.
    pub help_without_aim: i64,
    /// How long it matters to them, as a part of the help: days, months, a year, years; per mille.
    pub lasting: [i64; 4],
    /// The weight of something to put right: minor, moderate, serious; per mille.
    pub breach: [i64; 3],
    /// Days to the next chance after which half of what is at stake is lost (Reinertsen 2009: cost of delay).
    pub half_lost_days: i64,
    /// What waiting costs while the next chance is not known, per mille: the middle, so that leaving it open is no
    /// advantage.
    pub unknown_wait: i64,
    /// What the sheet offers to "if not now, when?", besides never: in days, in a week or two, in months; in days.
    pub wait_days: [u32; 3],
}

/// How a promise presses as its day comes near, per mille.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Urgency {
    /// A promise without a day.
    pub without_day: i64,
    /// Up to so many days before its day it presses fully.
    pub full_days: i64,
    /// Over so many further days it falls by [`Self::fall`].
    pub fall_days: i64,
    /// How much it falls over [`Self::fall_days`].
    pub fall: i64,
    /// It presses never less than this.
    pub least: i64,
}

/// Days that somebody may wait without a word from me.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Courtesy {
    /// Least days while a promise goes on; half of the time to its day where that is longer.
    pub open_least: i64,
    /// Most days while a promise goes on, and the days of one without a date.
    pub open_most: i64,
    /// Days while it is stuck.
    pub blocked: i64,
    /// Days once it is late.
    pub late: i64,
}

/// How much I have taken on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Load {
    /// How much longer things take than thought, in per cent: 150 is one and a half times (Buehler, Griffin & Ross
    /// 1994: plans are optimistic).
    pub optimism_per_cent: i64,
    /// What a promise takes where nothing is said, in minutes.
    pub promise_minutes: i64,
    /// The weeks that the pace of delivery is read from.
    pub pace_weeks: i64,
    /// Below how many deliveries in those weeks nothing is said of the pace.
    pub fewest_delivered: usize,
}

/// What conduct has shown. Weights are in parts of one kept promise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trust {
    /// Days after which good conduct counts half.
    pub good_half_life_days: f64,
    /// Days after which bad conduct counts half: it is remembered longer (Slovic 1993, in part).
    pub bad_half_life_days: f64,
    /// Bad faith never fades below this part (Schweitzer, Hershey & Bradlow 2006: deception never fully heals).
    pub bad_faith_least: f64,
    /// A promise missed of which they saw the effort (Buell & Norton 2011: effort counts where it is seen).
    pub missed_shown: f64,
    /// A promise missed and told late, or delivered late and told late.
    pub missed_late: f64,
    /// A promise missed in silence (Gneezy & Epley 2014: a broken one costs far more than an exceeded one gains).
    pub missed_silent: f64,
    /// Harm without deceit.
    pub harmed: f64,
    /// Bad faith.
    pub bad_faith: f64,
    /// What is left of a miss once it was made right.
    pub made_right: f64,
    /// Unseen good and unseen bad that the guess begins with, one of each (Laplace's rule of succession).
    pub prior: f64,
    /// Entries a facet needs before a word is said of it; bad faith needs one.
    pub fewest_entries: usize,
    /// Words of a facet by its mean: solid, good and mixed from here on, strained below.
    pub words: [f64; 3],
    /// Unsettled acts of bad faith that make for care.
    pub caution_acts: usize,
    /// Days that they do so.
    pub caution_days: i64,
}

/// What was given and received.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// Days after which it counts half.
    pub half_life_days: f64,
    /// Added to a sum of value, half of it to either side, so that one or two small favours make no pattern.
    pub unseen: f64,
    /// Up to this share either way it is roughly mutual.
    pub mutual: f64,
    /// Below this sum there is too little to speak of; above the second it is rich.
    pub thin_and_rich: [f64; 2],
    /// How much of what I gave will still matter in a year, by horizon: days, months, a year, years.
    pub lasts: [f64; 4],
    /// So far to either side of one half it is "about half" that will still matter.
    pub about_half: f64,
    /// The days that "this year" means for value, talks and promises kept.
    pub year_days: i64,
    /// Talks without anything given, from which on that is said.
    pub talks_without_value: usize,
}

/// What is taken over into a draft of a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Messages {
    /// Efforts that are named one by one; earlier ones are counted.
    pub most_efforts: usize,
    /// Characters of one note.
    pub longest_note: usize,
    /// Days for which thanks are proposed.
    pub thanks_days: i64,
}

/// The options of a choice for one person, in steps of help.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How much what it does for them in a year counts beside what it does now: twice, for the long term is what one
    /// overlooks.
    pub later: i64,
    /// The same while I need the short-term win.
    pub later_with_win: i64,
    /// How few options make a choice.
    pub fewest: usize,
    /// How many can still be held in mind side by side.
    pub most: usize,
}

/// Circles, and ways to somebody. Shown, and never read by the comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Network {
    /// The chance that one person passes a question on to another is never below the first and never above the second:
    /// a tie is a guess either way.
    pub chance: [f64; 2],
    /// Days without a talk after which a tie of mine carries half, where no pace is set.
    pub half_life_days: f64,
    /// The same in paces, where one is set.
    pub half_life_rhythms: f64,
    /// How many talks "lately" means for circles.
    pub recent_talks: usize,
    /// How many talks "lately" means for the few people I talk with most.
    pub talks_with_people: usize,
    /// How many people "few" means there.
    pub few_people: usize,
    /// Below how many talks nothing is said of whom I talk with.
    pub fewest_talks: usize,
    /// After how many days an introduction is old enough to ask how it went.
    pub follow_up_days: i64,
    /// How many ways to somebody are shown.
    pub ways_shown: usize,
}

/// How sure it is that two people are one, per mille, where it is not certain; and how far it is looked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Duplicates {
    /// One name in one firm.
    pub name_and_firm: u32,
    /// One name, with nothing that speaks against it.
    pub name: u32,
    /// One goes by the name of the other.
    pub other_name: u32,
    /// Names that fit each other, in one firm.
    pub like_name_and_firm: u32,
    /// One name, and other addresses or another firm.
    pub name_alone: u32,
    /// One e-mail address or page, and names that do not fit.
    pub address_alone: u32,
    /// One telephone number, and names that do not fit: desks and homes share one.
    pub phone_alone: u32,
    /// From here on it is very likely, and from the second on likely.
    pub words: [u32; 2],
    /// What more people than this share is the address of a house.
    pub house: usize,
    /// With so many others of a group each is compared at most.
    pub most_compared: usize,
}

/// The numbers in force.
pub const TUNING: Tuning = Tuning {
    model_version: 1,
    uses_until_known: 3,
    comparison: Comparison {
        tie_band: 2_100,
        clear: 6_300,
        cheap_to_move: 250,
        help_step: 250,
        help_without_aim: 2,
        lasting: [0, 333, 667, 1000],
        breach: [250, 500, 1000],
        half_lost_days: 14,
        unknown_wait: 500,
        wait_days: [3, 10, 60],
    },
    strength: [250, 500, 750, 1000],
    urgency: Urgency {
        without_day: 500,
        full_days: 7,
        fall_days: 53,
        fall: 750,
        least: 250,
    },
    silence: Courtesy {
        open_least: 3,
        open_most: 14,
        blocked: 3,
        late: 1,
    },
    load: Load {
        optimism_per_cent: 150,
        promise_minutes: 120,
        pace_weeks: 8,
        fewest_delivered: 5,
    },
    trust: Trust {
        good_half_life_days: 365.0,
        bad_half_life_days: 730.0,
        bad_faith_least: 0.5,
        missed_shown: 0.5,
        missed_late: 1.0,
        missed_silent: 2.0,
        harmed: 2.0,
        bad_faith: 3.0,
        made_right: 0.5,
        prior: 1.0,
        fewest_entries: 2,
        words: [0.80, 0.60, 0.40],
        caution_acts: 2,
        caution_days: 1_095,
    },
    value: Value {
        half_life_days: 365.0,
        unseen: 2.0,
        mutual: 1.0 / 3.0,
        thin_and_rich: [2.0, 8.0],
        lasts: [0.0, 0.5, 1.0, 1.0],
        about_half: 0.05,
        year_days: 365,
        talks_without_value: 4,
    },
    rhythm_due: 500,
    pace_words: [750, 1_000, 1_500, 2_000],
    messages: Messages {
        most_efforts: 20,
        longest_note: 300,
        thanks_days: 60,
    },
    paces: [30, 91, 182, 365],
    options: Options {
        later: 2,
        later_with_win: 1,
        fewest: 2,
        most: 6,
    },
    network: Network {
        chance: [0.05, 0.95],
        half_life_days: 365.0,
        half_life_rhythms: 2.0,
        recent_talks: 12,
        talks_with_people: 20,
        few_people: 3,
        fewest_talks: 5,
        follow_up_days: 14,
        ways_shown: 12,
    },
    duplicates: Duplicates {
        name_and_firm: 900,
        name: 800,
        other_name: 750,
        like_name_and_firm: 700,
        name_alone: 600,
        address_alone: 500,
        phone_alone: 400,
        words: [850, 700],
        house: 3,
        most_compared: 64,
    },
    dormant_days: 1_095,
    old_guess_days: 180,
    ask_whom_days: 30,
    fewest_reviews: 5,
    fewest_to_review: 5,
    weeks_of_quarter: 13,
    paces_month_days: 30,
    answer_days: 14,
    free_days_ahead: 30,
    soon_days: 7,
    new_days: 30,
};
