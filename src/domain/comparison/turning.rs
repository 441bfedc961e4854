//! What would turn the lean of the lines: the fewest moves in the order, and for each line the points it would take.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::LazyLock;

use super::line::{Line, Order, PerLine};
use super::{Lean, difference_of_sums, lean_of_lines};

/// A line that would have to stand elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Which line.
    pub line: Line,
    /// Its group counted from 1, the most important.
    pub place: usize,
    /// Whether it shares that place with other lines.
    pub shared: bool,
}

/// The fewest single moves of lines, up or down, after which the lines lean another way or no longer lean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turning {
    /// How many single moves.
    pub moves: usize,
    /// The lines that move, with their place afterwards.
    pub lines: Vec<Moved>,
    /// The order afterwards.
    pub order: Order,
    /// To which side the lines lean then.
    pub lean: Lean,
}

/// Searches the orders by distance from this one; `None` where every order leans the same way.
#[must_use]
pub fn turning(difference: &PerLine<i64>, order: &Order) -> Option<Turning> {
    let all = AllOrders::get();
    let lean = |place: usize| {
        let order = all.orders.get(place);
        order.map(|order| lean_of_lines(difference_of_sums(difference, &order.points)))
    };
    let start = *all.places.get(order)?;
    let now = lean(start);
    let mut came_by: Vec<Option<(usize, Line)>> = vec![None; all.orders.len()];
    let mut queue = VecDeque::from([start]);
    while let Some(here) = queue.pop_front() {
        if let Some(then) = lean(here).filter(|then| Some(*then) != now) {
            return describe(all, start, here, &came_by, then);
        }
        for (line, next) in all
            .orders
            .get(here)
            .into_iter()
            .flat_map(|order| &order.next)
        {
            if *next != start
                && let Some(from @ None) = came_by.get_mut(*next)
            {
                *from = Some((here, *line));
                queue.push_back(*next);
            }
        }
    }
    None
}

/// Follows the moves back from an order to the start.
fn describe(
    all: &AllOrders,
    start: usize,
    end: usize,
    came_by: &[Option<(usize, Line)>],
    lean: Lean,
) -> Option<Turning> {
    let order = all.orders.get(end)?.order.clone();
    let (mut here, mut steps, mut lines) = (end, 0, BTreeSet::new());
    while here != start {
        let (before, line) = (*came_by.get(here)?)?;
        lines.insert(line);
        steps += 1;
        here = before;
    }
    let moved = |line: Line| {
        let mut groups = order.groups().iter();
        let place = groups.position(|group| group.contains(&line))?;
        Some(Moved {
            line,
            place: place + 1,
            shared: order.groups().get(place)?.len() > 1,
        })
    };
    Some(Turning {
        moves: steps,
        lines: lines.into_iter().filter_map(moved).collect(),
        order,
        lean,
    })
}

/// The 4,683 orders of six lines, each with its points and the orders one move away. Made once: a screen asks for them
/// at every drawing.
struct AllOrders {
    orders: Vec<Reachable>,
    places: HashMap<Order, usize>,
}

struct Reachable {
    order: Order,
    points: PerLine<i64>,
    next: Vec<(Line, usize)>,
}

impl AllOrders {
    fn get() -> &'static Self {
        static ALL: LazyLock<AllOrders> = LazyLock::new(AllOrders::walk);
        &ALL
    }

    /// Walks from the default order until no move leads to a new one.
    fn walk() -> Self {
        let first = Order::default();
        let mut places = HashMap::from([(first.clone(), 0)]);
        let mut found = VecDeque::from([first]);
        let mut orders = Vec::new();
        while let Some(order) = found.pop_front() {
            let mut next = Vec::new();
            for (line, neighbour) in neighbours(&order) {
                let new = places.len();
                let place = *places.entry(neighbour.clone()).or_insert(new);
                if place == new {
                    found.push_back(neighbour);
                }
                next.push((line, place));
            }
            let points = order.points();
            orders.push(Reachable {
                order,
                points,
                next,
            });
        }
        Self { orders, places }
    }
}

fn neighbours(order: &Order) -> impl Iterator<Item = (Line, Order)> {
    Line::ALL.into_iter().flat_map(move |line| {
        let moved = [order.raised(line), order.lowered(line)];
        moved.into_iter().flatten().map(move |order| (line, order))
    })
}

/// The points at which one line, with all others left as they are, would bring both sides level: `points` is the exact
/// fraction `numerator / denominator`, at least 0 (Triantaphyllou & Sanchez 1997, smallest weight change).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlipPoint {
    /// Which line.
    pub line: Line,
    /// What it counts now.
    pub now: i64,
    /// Above the bar of the fraction.
    pub numerator: i64,
    /// Below the bar, always positive.
    pub denominator: i64,
}

/// The flip point of each line that has one, the smallest change first.
#[must_use]
pub fn flip_points(difference: &PerLine<i64>, order: &Order) -> Vec<FlipPoint> {
    let points = order.points();
    let d = difference_of_sums(difference, &points);
    if d == 0 {
        return Vec::new();
    }
    let mut flips: Vec<FlipPoint> = Line::ALL
        .into_iter()
        .filter_map(|line| {
            let gap = difference.get(line);
            let now = points.get(line);
            // now - d / gap, brought over one positive denominator.
            let numerator = now.saturating_mul(gap).saturating_sub(d) * gap.signum();
            (gap != 0 && numerator >= 0).then_some(FlipPoint {
                line,
                now,
                numerator,
                denominator: gap.saturating_abs(),
            })
        })
        .collect();
    // |t| = |d| / |gap|: the larger the gap, the smaller the change.
    flips.sort_by_key(|flip| (-flip.denominator, flip.line));
    flips
}
