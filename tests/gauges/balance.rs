//! Value both ways.

use std::sync::Arc;

use goodword::domain::balance::{Amount, Balance, Tilt, by_kind, met_without_value};
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Size};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::relationship::Relationship;
use proptest::prelude::*;

use super::config;
use super::draw::{
    SIZES, ago, and_exchange, any_exchange, between, date, exchange, talk, today, with_exchanges,
};

fn balance(between: &Relationship) -> Balance {
    Balance::of(between, today())
}

fn of(given: &[Size], received: &[Size]) -> Balance {
    let all = [(Direction::Given, given), (Direction::Received, received)];
    let all = all.into_iter().flat_map(|(direction, sizes)| {
        let one = move |size: &Size| exchange(direction, *size, today());
        sizes.iter().map(one).collect::<Vec<_>>()
    });
    balance(&with_exchanges(all))
}

#[test]
fn the_worked_cases() {
    use Size::{Large, Medium, Small};
    let gifts = of(&[Large, Large, Large], &[]);
    assert_eq!(format!("{:.2}", gifts.share()), "0.82");
    assert_eq!((gifts.tilt(), gifts.amount()), (Tilt::Given, Amount::Rich));
    let favour = of(&[], &[Small]);
    assert_eq!(format!("{:.2}", favour.share()), "-0.33");
    assert_eq!(
        (favour.tilt(), favour.amount()),
        (Tilt::Mutual, Amount::Thin)
    );
    assert_eq!(
        of(&[Small], &[]).tilt(),
        Tilt::Mutual,
        "one small favour is no pattern"
    );
    let larger = of(&[], &[Medium]);
    assert_eq!(
        (larger.tilt(), larger.amount()),
        (Tilt::Received, Amount::Steady)
    );
    assert_eq!(
        of(&[Large, Small], &[Large, Small]).amount(),
        Amount::Steady,
        "8 is not yet rich"
    );
    assert_eq!(of(&[], &[]), Balance::default());
    assert_eq!(
        balance(&Relationship::default()).share().to_bits(),
        0.0_f64.to_bits()
    );
}

#[test]
fn a_year_halves_it() {
    let year_old = with_exchanges([exchange(Direction::Given, Size::Medium, ago(365))]);
    assert_eq!(balance(&year_old).given.to_bits(), 1.0_f64.to_bits());
}

#[test]
fn kinds_of_twelve_months() {
    let advice = |days| exchange(Direction::Given, Size::Large, ago(days));
    let know = Exchange {
        kind: ExchangeKind::Knowledge,
        ..advice(0)
    };
    let between = with_exchanges([advice(-1), advice(0), advice(365), advice(366), know]);
    let expected = [
        (ExchangeKind::Knowledge, 1),
        (ExchangeKind::Advice, 2),
        (ExchangeKind::Introduction, 0),
    ];
    assert_eq!(by_kind(&between, Direction::Given, today()), expected);
    assert!(
        by_kind(&between, Direction::Received, today())
            .iter()
            .all(|(_, number)| *number == 0)
    );
}

#[test]
fn met_four_times_and_gave_nothing() {
    use InteractionKind::{Call, Event, InPerson, Lunch};
    let met = |talks: &[Interaction], given: Option<i64>| {
        let given = given.map(|days| exchange(Direction::Given, Size::Small, ago(days)));
        let received = exchange(Direction::Received, Size::Small, today());
        let between = Relationship {
            interactions: talks.iter().cloned().map(Arc::new).collect(),
            ..with_exchanges(given.into_iter().chain([received]))
        };
        met_without_value(&between, today())
    };
    let three = [
        talk(Lunch, ago(1)),
        talk(InPerson, ago(2)),
        talk(Event, ago(365)),
    ];
    let and = |last: Interaction| [three.to_vec(), vec![last]].concat();
    assert_eq!(met(&three, None), None);
    assert_eq!(met(&and(talk(Lunch, ago(3))), None), Some(4));
    assert_eq!(met(&and(talk(Lunch, ago(3))), Some(365)), None);
    assert_eq!(met(&and(talk(Lunch, ago(3))), Some(366)), Some(4));
    assert_eq!(met(&and(talk(Lunch, ago(366))), None), None, "of long ago");
    assert_eq!(
        met(&and(talk(Call, ago(3))), None),
        None,
        "a call is no meeting"
    );
    let alone = Interaction {
        two_way: false,
        ..talk(Lunch, ago(3))
    };
    assert_eq!(met(&and(alone), None), None, "they did not come");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn seen_from_the_other_side_it_is_the_opposite(between in between()) {
        let mut turned = between.clone();
        for exchange in &mut turned.exchanges {
            let exchange = Arc::make_mut(exchange);
            exchange.direction = match exchange.direction {
                Direction::Given => Direction::Received,
                Direction::Received => Direction::Given,
            };
        }
        let (here, there) = (balance(&between), balance(&turned));
        prop_assert!((here.share() + there.share()).abs() < 1e-12);
        prop_assert_eq!(here.amount(), there.amount());
        let opposite = match here.tilt() {
            Tilt::Mutual => Tilt::Mutual,
            Tilt::Given => Tilt::Received,
            Tilt::Received => Tilt::Given,
        };
        prop_assert_eq!(there.tilt(), opposite);
    }

    #[test]
    fn it_lies_between_minus_one_and_one(between in between()) {
        let share = balance(&between).share();
        prop_assert!(-1.0 < share && share < 1.0);
        if between.exchanges.is_empty() {
            prop_assert!(share == 0.0);
        }
    }

    #[test]
    fn a_gift_never_lowers_it(between in between(), gift in any_exchange()) {
        let more = and_exchange(&between, gift.clone());
        let (before, after) = (balance(&between).share(), balance(&more).share());
        let holds = match gift.direction {
            Direction::Given => before <= after + 1e-12,
            Direction::Received => after <= before + 1e-12,
        };
        prop_assert!(holds, "{before} {after}");
    }

    #[test]
    fn a_larger_gift_counts_more(between in between(), on in date()) {
        let shares = SIZES.map(|size| {
            balance(&and_exchange(&between, exchange(Direction::Given, size, on))).share()
        });
        prop_assert!(shares.is_sorted());
    }
}
