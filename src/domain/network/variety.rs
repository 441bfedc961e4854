//! How varied a set of people is by their circles. A prompt, not a mark: no number of circles is right.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::tuning::TUNING;

/// People by circle. Those of whom no circle is written down are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Variety {
    people: Vec<usize>,
}

impl Variety {
    /// From the number of people in each circle.
    pub fn of(circles: impl IntoIterator<Item = usize>) -> Self {
        let people = circles.into_iter().filter(|people| *people > 0);
        Self {
            people: people.collect(),
        }
    }

    /// How many circles there are.
    #[must_use]
    pub const fn circles(&self) -> usize {
        self.people.len()
    }

    /// The chance that two of them, drawn with replacement, come from different circles (Blau 1977): 0 for one circle,
    /// up to 1 - 1/k for k. `None` for nobody.
    #[must_use]
    pub fn blau(&self) -> Option<f64> {
        self.same_circle().map(|same| 1.0 - same)
    }

    /// The number of circles of equal size that would be as varied: 1 to k. `None` for nobody.
    #[must_use]
    pub fn effective_circles(&self) -> Option<f64> {
        self.same_circle().map(f64::recip)
    }

    /// The sum of the squared shares.
    fn same_circle(&self) -> Option<f64> {
        let all: f64 = self.people.iter().copied().map(number).sum();
        let share = |people: &usize| (number(*people) / all).powi(2);
        (all > 0.0).then(|| self.people.iter().map(share).sum())
    }
}

/// Of my last talks with people whose circle is known, how many were within one circle: the most frequent one as it is
/// compared, so many, and the number of talks looked at. "11 of your last 12 talks were in one circle."
pub(super) fn most_frequent_circle(book: &Book) -> (Option<String>, usize, usize) {
    let mut talks: Vec<_> = book
        .interactions
        .iter()
        .filter(|talk| talk.two_way)
        .map(|talk| ((talk.on, talk.id), circles_of(book, &talk.with)))
        .filter(|(_, circles)| !circles.is_empty())
        .collect();
    talks.sort_by_key(|(when, _)| Reverse(*when));
    talks.truncate(TUNING.network.recent_talks);
    let looked_at = talks.len();
    let mut within: BTreeMap<String, usize> = BTreeMap::new();
    for circle in talks.into_iter().flat_map(|(_, circles)| circles) {
        *within.entry(circle).or_default() += 1;
    }
    let most = within.into_iter().max_by_key(|(_, talks)| *talks);
    let (circle, within) = most.unzip();
    (circle, within.unwrap_or(0), looked_at)
}

fn circles_of(book: &Book, people: &[ContactId]) -> BTreeSet<String> {
    let contacts = people.iter().filter_map(|id| book.contacts.get(*id));
    contacts
        .filter_map(|contact| known(&contact.circle))
        .collect()
}

/// A circle as it is compared; nothing for an empty one.
pub(super) fn known(circle: &str) -> Option<String> {
    let circle = circle.trim().to_lowercase();
    (!circle.is_empty()).then_some(circle)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "nobody knows more people than a float counts exactly"
)]
const fn number(people: usize) -> f64 {
    people as f64
}
