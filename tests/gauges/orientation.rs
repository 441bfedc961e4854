//! How long what I gave will matter.

use goodword::domain::exchange::{Direction, Exchange, Horizon, Size};
use goodword::domain::orientation::orientation;
use goodword::domain::relationship::Relationship;
use proptest::prelude::*;
use proptest::sample::select;

use super::config;
use super::draw::{SIZES, ago, and_exchange, between, date, exchange, today, with_exchanges};

fn given(size: Size, horizon: Horizon, days: i64) -> Exchange {
    Exchange {
        horizon,
        ..exchange(Direction::Given, size, ago(days))
    }
}

#[test]
fn the_worked_cases() {
    use Horizon::{Days, Months, Year, Years};
    let of = |gifts: &[Exchange]| orientation(&with_exchanges(gifts.to_vec()), today());
    assert_eq!(of(&[]), None);
    assert_eq!(
        of(&[exchange(Direction::Received, Size::Large, today())]),
        None
    );
    let cases = [(Days, 1.0 / 5.0), (Months, 0.5), (Year, 0.8), (Years, 0.8)];
    for (horizon, share) in cases {
        let found = of(&[given(Size::Large, horizon, 0)]).unwrap();
        assert!((found - share).abs() < 1e-12, "{horizon:?}: {found}");
    }
    // Two years old: a quarter of 2, which is 0.5 of 2.5.
    let old = of(&[given(Size::Medium, Years, 730)]).unwrap();
    assert!((old - 1.5 / 2.5).abs() < 1e-12);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_is_a_share(between in between()) {
        if let Some(share) = orientation(&between, today()) {
            prop_assert!(0.0 < share && share < 1.0);
        }
    }

    #[test]
    fn what_lasts_longer_never_lowers_it(between in between(), size in select(SIZES.to_vec()), on in date()) {
        let shares = Horizon::ALL.map(|horizon| {
            let gift = Exchange { horizon, ..exchange(Direction::Given, size, on) };
            orientation(&and_exchange(&between, gift), today()).unwrap()
        });
        prop_assert!(shares.is_sorted());
    }

    #[test]
    fn what_i_received_is_not_in_it(between in between(), size in select(SIZES.to_vec()), on in date()) {
        let more = and_exchange(&between, exchange(Direction::Received, size, on));
        prop_assert_eq!(orientation(&between, today()), orientation(&more, today()));
    }
}

#[test]
fn it_holds_at_the_ends_of_time() {
    let gift = |on| exchange(Direction::Given, Size::Large, on);
    for on in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
        let between: Relationship = with_exchanges([gift(on)]);
        for today in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
            assert!(orientation(&between, today).unwrap().is_finite());
        }
    }
}
