//! What the key store promises, on a disk that keeps only what was synced.

use super::super::lossy::{Dice, Lossy};
use super::super::{Keyring, Keys, OfficeKey, Revealed};
use super::*;

fn office() -> Keyring {
    Keyring::of(OfficeKey::from_hex("0123456789abcdeffedcba9876543210").unwrap())
}

fn plain(keys: &Keys, request: u64, blob: &crate::journal::PrivateBlob) -> Revealed {
    keys.reveal(request, b"head", blob).unwrap()
}

#[test]
fn a_key_that_was_made_is_there_after_a_loss_of_power_and_one_destroyed_is_gone() {
    for round in 0..200 {
        let (disk, mut dice) = (Lossy::default(), Dice::new(round));
        let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
        keys.make([3, 9]).unwrap();
        let blobs = [3, 9].map(|request| (request, keys.seal(request, b"head", "李强".as_bytes()).unwrap()));
        keys.doom(9).unwrap();
        keys.destroy(9, 2).unwrap();
        // The power goes while a third is made.
        disk.set_fuse(Some(dice.below(4)));
        let made = keys.make([12]);
        disk.cut_power(&mut dice);
        disk.set_fuse(None);
        let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
        let [(first, blob), (second, gone)] = &blobs;
        assert_eq!(plain(&keys, *first, blob), Revealed::Plain("李强".into()), "round {round}");
        assert_eq!(plain(&keys, *second, gone), Revealed::Erased { items: 2 }, "round {round}");
        if made.is_ok() {
            assert_eq!(keys.state(12), KeyState::Live, "round {round}");
        }
        // Whatever was left of it, the next case of that number gets a key that works.
        keys.make([12]).unwrap();
        let blob = keys.seal(12, b"head", b"x").unwrap();
        let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
        assert_eq!(plain(&keys, 12, &blob), Revealed::Plain(b"x".to_vec()));
    }
}

#[test]
fn rotation_cut_off_anywhere_leaves_every_key_opening() {
    for round in 0..200 {
        let (disk, mut dice) = (Lossy::default(), Dice::new(round));
        let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
        keys.make(1..=30).unwrap();
        let blobs: Vec<_> = (1..=30).map(|id| (id, keys.seal(id, b"head", b"x").unwrap())).collect();
        // Opened anew, so that it holds none of them unwrapped.
        let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
        let mut rotated = office();
        rotated.rotate(OfficeKey::generate().unwrap());
        disk.set_fuse(Some(dice.below(35)));
        let _ = keys.rewrap(rotated.clone());
        for (id, blob) in &blobs {
            assert_eq!(plain(&keys, *id, blob), Revealed::Plain(b"x".to_vec()), "round {round}, case {id}");
        }
        disk.cut_power(&mut dice);
        disk.set_fuse(None);
        let keys = Keys::open(disk.shared().as_ref(), rotated).unwrap();
        for (id, blob) in blobs {
            assert_eq!(plain(&keys, id, &blob), Revealed::Plain(b"x".to_vec()), "round {round}, case {id}");
        }
    }
}

#[test]
fn a_destroyed_key_leaves_none_of_its_wrapped_bytes_in_the_file() {
    let disk = Lossy::default();
    let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
    keys.make([3, 9]).unwrap();
    let wrapped = disk.bytes(FILE)[64 + 64 + 28..64 + 64 + 60].to_vec();
    keys.destroy(9, 1).unwrap();
    let bytes = disk.bytes(FILE);
    assert!(!bytes.windows(8).any(|window| wrapped.windows(8).any(|part| part == window)));
    assert_eq!(keys.census(), Census { live: 1, destroyed: 1, damaged: 0 });
}

#[test]
fn a_full_disk_makes_no_key_and_the_store_works_on_once_there_is_room() {
    let disk = Lossy::default();
    let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
    disk.set_capacity(Some(100));
    assert!(matches!(keys.make([3]), Err(PrivateError::Store { .. })));
    disk.set_capacity(None);
    keys.make([3]).unwrap();
    let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
    assert_eq!(keys.state(3), KeyState::Live);
}

#[test]
fn any_bytes_are_a_store_of_damaged_slots_and_never_a_panic() {
    let mut dice = Dice::new(7);
    for length in [0, 1, 63, 64, 65, 127, 128, 4096, 70_000] {
        let disk = Lossy::default();
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        disk.put(FILE, &bytes);
        let keys = Keys::open(disk.shared().as_ref(), office()).unwrap();
        assert_eq!((keys.census().live, keys.census().destroyed), (0, 0), "{length}");
        keys.make([3]).unwrap();
    }
}
