//! Orders of importance: their points, their moves, and what turns the lean.

use std::collections::HashMap;
use std::sync::LazyLock;

use goodword::domain::comparison::{InvalidOrder, Lean, Line, Order, PerLine, Turning, turning};
use proptest::prelude::*;

use super::cases;
use super::draw::{order, plain_pair};
use Line::{Delay, Help, Lasting, Repair, Rhythm, Word};

#[test]
fn points_of_the_default_order() {
    assert_eq!(Order::default().points().in_order(), [12, 10, 7, 7, 3, 3]);
}

#[test]
fn points_of_other_orders() {
    let all_equal = Order::new(vec![Line::ALL.to_vec()]).unwrap();
    assert_eq!(all_equal.points().in_order(), [7; 6]);
    let none_equal = Order::new(Line::ALL.map(|line| vec![line]).to_vec()).unwrap();
    assert_eq!(none_equal.points().in_order(), [12, 10, 8, 6, 4, 2]);
    let last_first = Order::new(vec![vec![Rhythm], vec![Lasting, Delay, Repair, Word, Help]]);
    assert_eq!(last_first.unwrap().points().in_order(), [6, 6, 6, 6, 6, 12]);
}

#[test]
fn an_order_names_each_line_once() {
    assert_eq!(Order::new(vec![vec![Help]]), Err(InvalidOrder));
    let twice = vec![vec![Help, Word, Repair, Delay, Lasting, Rhythm], vec![Help]];
    assert_eq!(Order::new(twice), Err(InvalidOrder));
    assert_eq!(Order::new(vec![]), Err(InvalidOrder));
}

/// An order in a file is read as it stands, and one that is none is refused in a sentence.
#[test]
fn an_order_from_a_file() {
    let last_first = "[[Rhythm], [Help, Word], [Repair], [Delay, Lasting]]";
    let order: Order = ron::from_str(last_first).unwrap();
    let lines: Vec<Line> = order.lines().collect();
    assert_eq!(lines, [Rhythm, Help, Word, Repair, Delay, Lasting]);
    assert_eq!(order.groups().len(), 4);
    let refused = ron::from_str::<Order>("[[Rhythm], [Help, Word]]").unwrap_err();
    let sentence =
        "an order of lines names Help, Word, Repair, Delay, Lasting and Rhythm once each";
    assert!(refused.to_string().contains(sentence), "{refused}");
}

#[test]
fn moves_from_the_default_order() {
    let start = Order::default();
    let groups = |order: Option<Order>| order.map(|order| order.groups().to_vec());
    let (first, second) = (vec![Help], vec![Word]);
    assert_eq!(groups(start.raised(Help)), None);
    assert_eq!(
        groups(start.lowered(Rhythm)).unwrap()[3..],
        [vec![Lasting], vec![Rhythm]]
    );
    assert_eq!(
        groups(start.raised(Word)).unwrap()[..2],
        [vec![Help, Word], vec![Repair, Delay]]
    );
    assert_eq!(
        groups(start.lowered(Help)).unwrap()[..1],
        [vec![Help, Word]]
    );
    assert_eq!(
        groups(start.raised(Delay)).unwrap(),
        [
            first.clone(),
            second.clone(),
            vec![Delay],
            vec![Repair],
            vec![Lasting, Rhythm]
        ]
    );
    assert_eq!(
        groups(start.lowered(Delay)).unwrap(),
        [
            first,
            second,
            vec![Repair],
            vec![Delay],
            vec![Lasting, Rhythm]
        ]
    );
    let last = Order::new(vec![vec![Help, Word, Repair, Delay, Lasting], vec![Rhythm]]).unwrap();
    assert_eq!(last.lowered(Rhythm), None);
}

proptest! {
    #![proptest_config(cases())]

    /// A move keeps an order an order, never takes a point from a line that rises, and can be taken back.
    #[test]
    fn a_move_is_a_step(order in order(), at in 0..6_usize) {
        let line = Line::ALL[at];
        for (after, back, up) in [
            (order.raised(line), Order::lowered as fn(&Order, Line) -> Option<Order>, true),
            (order.lowered(line), Order::raised, false),
        ] {
            let Some(after) = after else { continue };
            prop_assert_eq!(Order::new(after.groups().to_vec()), Ok(after.clone()));
            prop_assert_eq!(back(&after, line), Some(order.clone()));
            let (before, after) = (order.points(), after.points());
            prop_assert_eq!(after.get(line) > before.get(line), up);
            for other in Line::ALL.into_iter().filter(|other| *other != line) {
                prop_assert!((after.get(other) <= before.get(other)) || !up);
                prop_assert!((after.get(other) >= before.get(other)) || up);
            }
        }
        let top = order.groups().first() == Some(&vec![line]);
        let bottom = order.groups().last() == Some(&vec![line]);
        prop_assert_eq!(order.raised(line).is_none(), top);
        prop_assert_eq!(order.lowered(line).is_none(), bottom);
    }

    /// What turns it does turn it, and nothing nearer does; checked against all 4,683 orders, walked another way.
    #[test]
    fn what_turns_it_is_the_nearest(pair in plain_pair()) {
        let difference = pair.verdict().difference();
        let lean = |points: &[i64; 6]| {
            let d: i64 = Line::ALL.iter().zip(points).map(|(line, p)| p * difference.get(*line)).sum();
            if d.abs() <= 2_100 { 0 } else { d.signum() }
        };
        let start = ALL.place(&pair.order);
        let now = lean(&ALL.points[start]);
        let nearest = ALL.nearest(start, |place| lean(&ALL.points[place]) != now);
        let found = turning(&difference, &pair.order);
        // (1) Seen from the other side it is the same.
        let mirrored = PerLine::from_fn(|line| -difference.get(line));
        let lean_mirrored = |lean| match lean { Lean::A => Lean::B, Lean::B => Lean::A, other => other };
        let swapped = turning(&mirrored, &pair.order).map(|turning| Turning { lean: lean_mirrored(turning.lean), ..turning });
        prop_assert_eq!(&swapped, &found);
        let moves = nearest.as_ref().map(|(moves, _)| *moves);
        prop_assert_eq!(found.as_ref().map(|found| found.moves), moves);
        if let (Some(found), Some((_, places))) = (found, nearest) {
            let then = match lean(&ALL.points[ALL.place(&found.order)]) { 1 => Lean::A, -1 => Lean::B, _ => Lean::TooClose };
            prop_assert_eq!(found.lean, then);
            prop_assert!(places.contains(&ALL.place(&found.order)));
            prop_assert_ne!(lean(&found.order.points().in_order()), now);
            prop_assert!(!found.lines.is_empty() && found.lines.len() <= found.moves);
            for moved in &found.lines {
                let group = &found.order.groups()[moved.place - 1];
                prop_assert!(group.contains(&moved.line));
                prop_assert_eq!(moved.shared, group.len() > 1);
            }
        }
    }
}

/// Every order as the place of each line, 0 the most important, with no code of the program in it.
struct All {
    places: HashMap<[u8; 6], usize>,
    points: Vec<[i64; 6]>,
    next: Vec<Vec<usize>>,
}

static ALL: LazyLock<All> = LazyLock::new(|| {
    let orders: Vec<[u8; 6]> = (0..6_u32.pow(6))
        .map(digits)
        .filter(|order| has_no_gap(*order))
        .collect();
    assert_eq!(orders.len(), 4_683);
    let places: HashMap<_, _> = orders.iter().enumerate().map(|(at, o)| (*o, at)).collect();
    let points = orders.iter().copied().map(points_of).collect();
    let next = orders
        .iter()
        .map(|order| moves(*order).map(|o| places[&o]).collect())
        .collect();
    All {
        places,
        points,
        next,
    }
});

impl All {
    fn place(&self, order: &Order) -> usize {
        let place = |line: Line| {
            let mut groups = order.groups().iter();
            groups.position(|group| group.contains(&line)).unwrap()
        };
        self.places[&Line::ALL.map(|line| u8::try_from(place(line)).unwrap())]
    }

    /// The fewest moves after which an order is as asked for, and all such orders so many moves away.
    fn nearest(&self, start: usize, is: impl Fn(usize) -> bool) -> Option<(usize, Vec<usize>)> {
        let mut seen = vec![false; self.points.len()];
        seen[start] = true;
        let mut ring = vec![start];
        for distance in 1.. {
            let around = ring.iter().flat_map(|here| &self.next[*here]).copied();
            ring = around
                .filter(|next| !std::mem::replace(&mut seen[*next], true))
                .collect();
            let found: Vec<usize> = ring.iter().copied().filter(|place| is(*place)).collect();
            if ring.is_empty() {
                break;
            }
            if !found.is_empty() {
                return Some((distance, found));
            }
        }
        None
    }
}

fn digits(number: u32) -> [u8; 6] {
    [0, 1, 2, 3, 4, 5].map(|place| u8::try_from(number / 6_u32.pow(place) % 6).unwrap())
}

fn has_no_gap(order: [u8; 6]) -> bool {
    let last = order.iter().max().unwrap();
    (0..=*last).all(|place| order.contains(&place))
}

/// The formula of the rules: 14 - (2 * ranked above + ranked the same, itself included, + 1).
fn points_of(order: [u8; 6]) -> [i64; 6] {
    let count =
        |is: &dyn Fn(u8) -> bool| i64::try_from(order.iter().filter(|o| is(**o)).count()).unwrap();
    order.map(|place| 14 - (2 * count(&|other| other < place) + count(&|other| other == place) + 1))
}

/// In halves of a place: a line that shares its place moves half a place out of it, one alone joins its neighbours.
fn moves(order: [u8; 6]) -> impl Iterator<Item = [u8; 6]> {
    (0..6).flat_map(move |line| {
        let shared = |other: usize| other != line && order[other] == order[line];
        let alone = !(0..6).any(shared);
        let last = *order.iter().max().unwrap();
        [-1, 1].into_iter().filter_map(move |direction: i32| {
            let doubled = i32::from(order[line]) * 2;
            if alone
                && (doubled + 2 * direction < 0 || doubled + 2 * direction > 2 * i32::from(last))
            {
                return None;
            }
            let mut halves = order.map(|place| i32::from(place) * 2);
            halves[line] += if alone { 2 * direction } else { direction };
            let mut sorted = halves.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            Some(halves.map(|half| u8::try_from(sorted.binary_search(&half).unwrap()).unwrap()))
        })
    })
}
