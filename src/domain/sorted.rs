//! A list that stays sorted while a few of its items change.

/// Takes items out of a sorted list and puts others in, each at its place; behind those that sort the same.
///
/// It asks for the keys of few items, however long the list is: what has a long list and few changes need not keep keys.
pub fn replace_in<T, K: Ord>(
    list: &mut Vec<T>,
    goes: impl Fn(&T) -> bool,
    comes: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) {
    list.retain(|item| !goes(item));
    let mut comes: Vec<(K, T)> = comes.into_iter().map(|item| (key(&item), item)).collect();
    comes.sort_by(|(one, _), (other, _)| one.cmp(other));
    let place = |(at, item)| (list.partition_point(|other| key(other) <= at), item);
    let places: Vec<(usize, T)> = comes.into_iter().map(place).collect();
    // From the end, so that no place moves before its item is there.
    for (at, item) in places.into_iter().rev() {
        list.insert(at, item);
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::replace_in;

    proptest! {
        #[test]
        fn it_gives_what_sorting_anew_gives(
            mut list in vec((0_u8..9, 0_u8..99), 0..20),
            comes in vec((0_u8..9, 100_u8..200), 0..9),
            goes in 0_u8..99,
        ) {
            list.sort_by_key(|item| item.0);
            let kept = list.iter().copied().filter(|item| item.1 >= goes);
            let mut anew: Vec<(u8, u8)> = kept.chain(comes.iter().copied()).collect();
            anew.sort_by_key(|item| item.0);
            replace_in(&mut list, |item| item.1 < goes, comes, |item| item.0);
            prop_assert_eq!(list, anew);
        }
    }
}
