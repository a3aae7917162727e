//! Open and concluded cases stand apart in the index of receipts, so that neither list wades through the
//! other; here they are one list again.

use super::contributions::{CLOSED, OPEN};
use super::keys::join;

type Item = sled::Result<(sled::IVec, sled::IVec)>;

/// All cases from the last received back, before the key `after` where a page ended. The keys stand behind
/// `base`, and are given without it.
pub(super) fn latest_first(
    tree: &sled::Tree,
    base: &[u8],
    after: Option<&[u8]>,
) -> impl Iterator<Item = Item> + use<> {
    let end = after.and_then(|key| key.split_first()).map(|(_, place)| place.to_vec());
    let part = |prefix: u8| {
        let place = end.as_deref().unwrap_or_default();
        let to = if end.is_some() { prefix } else { prefix + 1 };
        let (from, to) = (join(&[base, &[prefix]]), join(&[base, &[to], place]));
        without(base.len(), tree.range(from..to).rev()).peekable()
    };
    let (mut open, mut closed) = (part(OPEN), part(CLOSED));
    std::iter::from_fn(move || match (open.peek(), closed.peek()) {
        (Some(Ok((one, _))), Some(Ok((other, _)))) if place(one) < place(other) => closed.next(),
        // What cannot be read is said at once.
        (None, _) | (Some(Ok(_)), Some(Err(_))) => closed.next(),
        _ => open.next(),
    })
}

/// The keys of a walk without their first `length` bytes.
pub(super) fn without(length: usize, walk: impl Iterator<Item = Item>) -> impl Iterator<Item = Item> {
    walk.map(move |item| {
        let (key, value) = item?;
        let rest = key.len().saturating_sub(length);
        Ok((key.subslice(key.len() - rest, rest), value))
    })
}

/// Day and id of a key, which say where it stands among all.
pub(super) fn place(key: &[u8]) -> Option<&[u8]> {
    key.split_first().map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_are_one_and_go_on_after_any_of_its_keys() {
        let folder = tempfile::tempdir().unwrap();
        let db = sled::open(folder.path()).unwrap();
        for (prefix, place) in [(OPEN, 1), (CLOSED, 2), (CLOSED, 3), (OPEN, 4), (CLOSED, 5), (OPEN, 6)] {
            db.insert([prefix, place], vec![]).unwrap();
        }
        let places = |after: Option<&[u8]>| -> Vec<u8> {
            latest_first(&db, &[], after).map(|item| item.unwrap().0[1]).collect()
        };
        assert_eq!(places(None), [6, 5, 4, 3, 2, 1]);
        assert_eq!(places(Some(&[CLOSED, 5])), [4, 3, 2, 1]);
        assert_eq!(places(Some(&[OPEN, 4])), [3, 2, 1]);
        assert_eq!(places(Some(&[OPEN, 1])), [0_u8; 0]);
        for (prefix, place) in [(OPEN, 1), (CLOSED, 2), (OPEN, 4)] {
            db.insert([9, 9, prefix, place], vec![]).unwrap();
        }
        let behind: Vec<_> =
            latest_first(&db, &[9, 9], Some(&[OPEN, 4])).map(|item| item.unwrap().0).collect();
        assert_eq!(behind, [[CLOSED, 2], [OPEN, 1]]);
    }
}
