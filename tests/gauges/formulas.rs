//! The page on how figures come about says what is computed: each chapter is read, and its numbers are tried on the code.

use std::sync::Arc;

use chrono::{Days, NaiveDate, Weekday};
use goodword::domain::Book;
use goodword::domain::balance::{Balance, Tilt};
use goodword::domain::comparison::{Lean, Line, Order, Reading, Wait, compare};
use goodword::domain::conflict::urgency;
use goodword::domain::contact::Contact;
use goodword::domain::exchange::Horizon;
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::invite::Help;
use goodword::domain::load::{Lead, Load, Work};
use goodword::domain::promise::{MissKind, Promise, State, Strength};
use goodword::domain::relationship::Relationship;
use goodword::domain::review::{Kind, Paces, Period, Quarter, Review};
use goodword::domain::rhythm::{Pace, pace, rhythm};
use goodword::domain::sentences::capitalised;
use goodword::domain::sentences::formulas::{REVIEW, chapters};
use goodword::domain::sentences::load::lead;
use goodword::domain::sentences::lunch::name;
use goodword::domain::sentences::review::{explains, title};
use goodword::domain::silence::silence;
use goodword::domain::trust::{Facet, Seen};
use goodword::domain::tuning::TUNING;

use super::records::{ago, book, promise, today};

/// The numbers of the one paragraph that begins so, in their order.
fn numbers(beginning: &str) -> Vec<f64> {
    numbers_in(beginning, &Order::default())
}

fn numbers_in(beginning: &str, order: &Order) -> Vec<f64> {
    let pages = chapters(order);
    let paragraphs = pages.iter().flat_map(|chapter| &chapter.text);
    let mut found = paragraphs.filter(|text| text.starts_with(beginning));
    let text = found.next().unwrap_or_else(|| panic!("{beginning}"));
    assert_eq!(found.next(), None, "{beginning}");
    let words = text.split(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter)));
    words
        .map(|word| word.trim_end_matches(['.', ',']).replace(',', ""))
        .filter_map(|word| word.parse().ok())
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "whole numbers of the page")]
fn whole(numbers: &[f64]) -> Vec<i64> {
    numbers.iter().map(|number| *number as i64).collect()
}

/// The numbers of a line: its points first.
fn line(line: Line) -> Vec<i64> {
    whole(&numbers(&format!("{} (", capitalised(name(line)))))
}

fn answered(help: Help) -> Reading {
    Reading {
        help: Some(help),
        wait: Wait::Days(0),
        ..Reading::default()
    }
}

#[test]
fn the_page_names_the_version() {
    let version = f64::from(TUNING.model_version);
    assert_eq!(numbers("Every number below"), [version]);
}

#[test]
fn the_lines() {
    let order = Order::default();
    let help = line(Line::Help);
    let [points, step, none, most, capped] = help[..] else {
        panic!("{help:?}")
    };
    assert_eq!(points, order.points().help);
    let linked = |help| Reading {
        aim_linked: true,
        ..answered(help)
    };
    assert_eq!(linked(Help::Pleasant).values().help, step);
    assert_eq!(
        (Help::Nothing.rating(), Help::Critical.rating()),
        (none, most)
    );
    assert_eq!(answered(Help::Critical).values().help, capped);

    let repair = line(Line::Repair);
    let severities = [Severity::Minor, Severity::Moderate, Severity::Serious];
    assert_eq!(repair[1..4], severities.map(Severity::per_mille));

    let delay = line(Line::Delay);
    let [_, half, unknown] = delay[..] else {
        panic!("{delay:?}")
    };
    assert_eq!(Wait::Days(half).share(), 500);
    assert_eq!(Wait::Unknown.share(), unknown);

    let lasting = line(Line::Lasting);
    for (horizon, part) in Horizon::ALL.into_iter().zip(&lasting[1..]) {
        let side = Reading {
            horizon,
            ..linked(Help::Critical)
        };
        assert_eq!(side.values().lasting, *part);
    }

    let due = line(Line::Rhythm);
    let contact = meant_every(10);
    let between = Relationship::default();
    let after = |days| rhythm(&contact, &between, contact.added + Days::new(days));
    assert_eq!([after(10), after(20), after(30)], [due[1], due[2], due[2]]);
}

fn meant_every(days: u32) -> Contact {
    Contact {
        added: ago(0),
        rhythm_days: days.try_into().ok(),
        ..Contact::default()
    }
}

/// Every line by the rule as it is written, in the usual order and in one where some are level.
#[test]
fn the_points() {
    let level = Order::new(vec![Line::ALL.to_vec()]).unwrap();
    for order in [Order::default(), level] {
        let rule = whole(&numbers_in("Points follow", &order));
        let [base, sum, least] = rule[..] else {
            panic!("{rule:?}")
        };
        let mut above = 0;
        for group in order.groups() {
            let level = i64::try_from(group.len()).unwrap();
            for line in group {
                assert_eq!(order.points().get(*line), base - 2 * above - level);
            }
            above += level;
        }
        assert_eq!(order.points().in_order().iter().sum::<i64>(), sum);
        assert!(order.points().in_order().iter().all(|one| *one >= least));
    }
}

/// Two sides that differ by so much: word and repair count 10 and 7 points.
fn sides_at(d: i64) -> (Reading, Reading) {
    let more = (0..=1000).find_map(|word| {
        let rest = d - 10 * word;
        (rest >= 0 && rest % 7 == 0 && rest / 7 <= 1000).then(|| Reading {
            word,
            repair: rest / 7,
            ..answered(Help::Nothing)
        })
    });
    (more.unwrap(), answered(Help::Nothing))
}

#[test]
fn the_lean() {
    let lean = whole(&numbers("The difference is"));
    let [most, tie, tie_per_cent, clear, clear_per_cent] = lean[..] else {
        panic!("{lean:?}")
    };
    let at = |d| {
        let (a, b) = sides_at(d);
        let verdict = compare(&a, &b, &Order::default(), None);
        assert_eq!(verdict.d, d);
        verdict
    };
    assert_eq!(at(tie).lean, Lean::TooClose);
    assert_eq!(at(tie + 1).lean, Lean::A);
    assert_eq!(at(tie).tenths_of_per_cent(), tie_per_cent * 10);
    assert!(!at(clear).leans_clearly() && at(clear + 1).leans_clearly());
    assert_eq!(at(clear).tenths_of_per_cent(), clear_per_cent * 10);
    let full = Reading {
        aim_linked: true,
        word: 1000,
        repair: 1000,
        wait: Wait::Never,
        horizon: Horizon::Years,
        rhythm: 1000,
        ..answered(Help::Critical)
    };
    let nothing = answered(Help::Nothing);
    assert_eq!(compare(&full, &nothing, &Order::default(), None).d, most);
}

fn incident(about: Party, kind: IncidentKind, on: NaiveDate) -> Incident {
    Incident {
        id: goodword::domain::id::Id::nil(),
        contact: promise().contact,
        about,
        kind,
        severity: Severity::Minor,
        on,
        noted: Some(on),
        note: String::new(),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: None,
    }
}

fn after(incidents: impl IntoIterator<Item = Incident>) -> Relationship {
    Relationship {
        incidents: incidents.into_iter().map(Into::into).collect(),
        ..Relationship::default()
    }
}

#[test]
fn care_and_asking_first() {
    let care = whole(&numbers("Care:"));
    let [acts, years] = care[..] else {
        panic!("{care:?}")
    };
    let cares = |number: i64, days: i64| {
        let act = || incident(Party::Them, IncidentKind::BadFaith, ago(days));
        after((0..number).map(|_| act())).trust_caution(today())
    };
    assert!(cares(acts, 1) && cares(acts, years * 365));
    assert!(!cares(acts - 1, 1), "one is too few");
    assert!(!cares(acts, years * 365 + 1), "too long ago");
    assert!(!cares(acts, 0), "of today");

    let ask = whole(&numbers("Ask first:"));
    let asks = |word| {
        let mine = Reading {
            word,
            wait: Wait::Never,
            word_given: true,
            ..answered(Help::Nothing)
        };
        let other = Reading {
            word: 1000,
            ..answered(Help::Nothing)
        };
        compare(&mine, &other, &Order::default(), None).ask_first
    };
    assert!(asks(ask[0]) && !asks(ask[0] + 1));
}

#[test]
fn promises_press_and_fall_silent() {
    let heard = whole(&numbers("What they heard counts"));
    let steps = [
        Strength::Explore,
        Strength::Attempt,
        Strength::Intend,
        Strength::Promise,
    ];
    assert_eq!(heard, steps.map(Strength::per_mille));
    assert_eq!(promise().heard_strength().per_mille(), heard[3]);

    let soon = whole(&numbers("How soon:"));
    let [full, days, falls_by, over, least, undated] = soon[..] else {
        panic!("{soon:?}")
    };
    assert_eq!([urgency(Some(days)), urgency(Some(-1))], [full, full]);
    assert!(urgency(Some(days + 1)) < full);
    assert_eq!(urgency(Some(days + over)), full - falls_by);
    assert_eq!(urgency(Some(days + over + 1_000)), least);
    assert_eq!(urgency(None), undated);

    let quiet = whole(&numbers("Silence:"));
    let [shortest, longest, stuck, late] = quiet[..] else {
        panic!("{quiet:?}")
    };
    let allowed = |made: i64, due: Option<i64>, state: State| {
        let promise = Promise {
            made: ago(made),
            due: due.map(ago),
            state,
            ..promise()
        };
        silence(&promise, today()).unwrap().allowed
    };
    assert_eq!(allowed(0, Some(-3), State::Open), shortest);
    assert_eq!(allowed(0, Some(-16), State::Open), 8, "half the time");
    assert_eq!(allowed(0, Some(-300), State::Open), longest);
    assert_eq!(allowed(0, None, State::Open), longest);
    let blocked = State::Blocked {
        since: ago(0),
        by: String::new(),
    };
    assert_eq!(allowed(0, None, blocked), stuck);
    assert_eq!(allowed(81, Some(80), State::Open), late);
}

#[test]
fn the_load_before_a_yes() {
    let [optimism, hours] = numbers("For each day")[..] else {
        panic!("{:?}", numbers("For each day"))
    };
    let usual = Work::new(Some(today()), None);
    let undated = Work::new(None, None);
    let load = Load::of([usual, undated], 240, today());
    let until = load.fullest().unwrap();
    assert_eq!(until.promised, whole(&[hours * 60.0])[0].unsigned_abs());
    assert_eq!(
        until.likely(),
        whole(&[hours * 60.0 * optimism])[0].unsigned_abs()
    );
    assert_eq!(load.undated, 1, "left out, as it says");

    let [weeks, fewest] = whole(&numbers("How long it takes you"))[..] else {
        panic!("weeks and deliveries")
    };
    let says = |delivered: i64| {
        let delivered = usize::try_from(delivered).unwrap();
        lead(Lead { open: 1, delivered })
    };
    assert!(says(fewest - 1).ends_with("too few to say."));
    assert!(!says(fewest).contains("too few"));
    assert_eq!(weeks, TUNING.load.pace_weeks);
}

#[test]
fn trust() {
    let counts = numbers("Good conduct counts");
    let [
        kept,
        good_half,
        bad_half,
        shown,
        late,
        silent,
        harm,
        bad_faith,
        least,
        untold,
        right,
    ] = counts[..]
    else {
        panic!("{counts:?}")
    };
    let days = |half: f64| whole(&[half])[0];
    let weight = |between: &Relationship, about| {
        Seen::of(between, about, today()).evidence[0].weight(today())
    };
    let of = |due: i64, state: State| {
        let promise = Promise {
            due: Some(ago(due)),
            state,
            ..promise()
        };
        let promises = vec![promise.into()];
        let between = Relationship {
            promises,
            ..Relationship::default()
        };
        weight(&between, Party::Me)
    };
    let delivered = |days| State::Delivered {
        on: ago(days),
        was_blocked: None,
    };
    let missed = |days, kind| State::Missed {
        on: ago(days),
        kind,
    };
    let same = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-9, "{found}");
    same(of(0, delivered(0)), kept);
    same(of(0, delivered(days(good_half))), kept / 2.0);
    same(of(0, missed(0, MissKind::Shown)), shown);
    same(of(0, missed(0, MissKind::ToldLate)), late);
    same(of(0, missed(0, MissKind::Silent)), silent);
    same(
        of(0, missed(days(bad_half), MissKind::Silent)),
        silent / 2.0,
    );
    same(of(9, delivered(0)), untold);
    let mended = State::MadeRight {
        on: ago(0),
        missed: MissKind::Silent,
    };
    same(of(0, mended), silent * right);
    let mine = |kind, on| weight(&after([incident(Party::Me, kind, on)]), Party::Me);
    same(mine(IncidentKind::Harmed, today()), harm);
    same(mine(IncidentKind::BadFaith, today()), bad_faith);
    same(
        mine(IncidentKind::BadFaith, NaiveDate::MIN),
        bad_faith * least,
    );
}

#[test]
fn the_guess_and_its_word() {
    let guess = numbers("With r good");
    let [one, two, two_again, solid, good, mixed, entries] = guess[..] else {
        panic!("{guess:?}")
    };
    assert_eq!(whole(&[two]), whole(&[two_again]));
    let kept = |number: i64| {
        let act = || incident(Party::Me, IncidentKind::Helped, today());
        let between = after((0..number).map(|_| act()));
        Seen::of(&between, Party::Me, today()).facet(Facet::Goodwill)
    };
    assert!((kept(3).mean() - (3.0 + one) / (3.0 + two)).abs() < 1e-9);
    let [from, to] = kept(3).range();
    assert!((from - 3.0 / (3.0 + two)).abs() < 1e-9 && (to - 1.0).abs() < 1e-9);
    let entries = whole(&[entries])[0];
    assert!(!kept(entries - 1).is_enough() && kept(entries).is_enough());
    let words = TUNING.trust.words.map(|word| word * 100.0);
    assert_eq!(whole(&words), whole(&[solid, good, mixed]));
}

#[test]
fn value_and_pace() {
    let given = numbers("Given and received");
    let [.., unseen, mutual, _thin, _rich] = given[..] else {
        panic!("{given:?}")
    };
    // As much given as makes exactly this share: g / (g + unseen) = mutual.
    let edge = mutual / 100.0 * unseen / (1.0 - mutual / 100.0);
    let tilt = |given| {
        Balance {
            given,
            received: 0.0,
        }
        .tilt()
    };
    assert_eq!(tilt(edge), Tilt::Mutual);
    assert_eq!(tilt(edge + 0.02), Tilt::Given);

    let words = whole(&numbers("Pace:"));
    let at = |per_cent: i64| {
        let contact = meant_every(100);
        let day = contact.added + Days::new(per_cent.unsigned_abs());
        pace(&contact, &Relationship::default(), day).unwrap()
    };
    let paces = [Pace::Fresh, Pace::Soon, Pace::Due, Pace::Overdue];
    for (end, before) in words.iter().zip(paces) {
        assert_eq!(at(end - 1), before);
        assert!(at(*end) > before);
    }
}

/// Every figure of the review has its paragraph, and what some are computed with is what the code takes.
#[test]
fn the_review() {
    let pages = chapters(&Order::default());
    let chapter = pages.iter().find(|one| one.title == REVIEW).unwrap();
    assert_eq!(chapter.text.len(), 1 + Kind::ALL.len());
    for (kind, text) in Kind::ALL.into_iter().zip(&chapter.text[1..]) {
        let begins = format!("{}: {}", title(kind), explains(kind));
        assert!(text.starts_with(&begins), "{text}");
        assert!(
            text.matches(". ").count() < 3,
            "more than three sentences: {text}"
        );
    }
}

/// Of the quarter that holds today.
fn reviewed(book: &Book) -> Review {
    Review::of(book, Quarter::of(today()), today(), Weekday::Mon)
}

fn delivered_on_its_day(days: i64, minutes: Option<u32>) -> Promise {
    Promise {
        due: Some(ago(days)),
        minutes,
        state: State::Delivered {
            on: ago(days),
            was_blocked: None,
        },
        ..promise()
    }
}

#[test]
fn the_bars_of_the_review() {
    let [weeks, of_a_month, fewest] = whole(&numbers("Everything here"))[..] else {
        panic!("weeks and entries")
    };
    let with = |entries| {
        let each = |days| delivered_on_its_day(days, Some(1));
        reviewed(&book((0..entries).map(each)))
    };
    assert!(with(fewest).is_enough() && !with(fewest - 1).is_enough());
    let whole_bar = with(1).whole_bar(Kind::WeeksOver);
    assert_eq!(i64::try_from(whole_bar), Ok(weeks));
    let month = Review::of(&book([]), Period::month(today()), today(), Weekday::Mon);
    let of_its_month = month.whole_bar(Kind::WeeksOver);
    assert_eq!(i64::try_from(of_its_month), Ok(of_a_month));
}

#[test]
fn the_weeks_of_the_review() {
    let [optimism, hours] = numbers("Weeks over your hours")[..] else {
        panic!("optimism and hours")
    };
    assert_eq!(numbers("For each day")[..], [optimism, hours]);
    let is_over = |weekly_minutes| {
        let mut book = book([delivered_on_its_day(0, None)]);
        Arc::make_mut(&mut book.settings).weekly_minutes = weekly_minutes;
        reviewed(&book).count(Kind::WeeksOver) == 1
    };
    let likely = whole(&[hours * 60.0 * optimism])[0];
    let likely = u32::try_from(likely).unwrap();
    assert!(is_over(likely - 1) && !is_over(likely));
}

#[test]
fn the_paces_of_the_review() {
    let [month, days, parts] = whole(&numbers("Talks your paces ask for"))[..] else {
        panic!("month, days, parts")
    };
    let mut book = Book::default();
    let contact = meant_every(10);
    for ago_days in 0..100 {
        book.interactions.put(Interaction {
            id: Id::from_u128(1 + u128::try_from(ago_days).unwrap()),
            with: vec![contact.id],
            on: ago(ago_days),
            kind: InteractionKind::Call,
            two_way: true,
            note: String::new(),
        });
    }
    book.contacts.put(contact);
    let found = Paces::of(&book, today());
    let paces = [found.asked, found.had].map(|number| i64::try_from(number).unwrap());
    assert_eq!(paces, [month / 10, days / parts]);
}

/// The limits speak of the order in force.
#[test]
fn how_far_one_answer_reaches() {
    let level = Order::new(vec![Line::ALL.to_vec()]).unwrap();
    assert_eq!(numbers("What waiting costs and"), [12.0, 7.0, 3.0, 42.0]);
    let reach = numbers_in("What waiting costs and", &level);
    assert_eq!(reach, [7.0, 7.0, 7.0, 42.0]);
}
