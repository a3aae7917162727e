//! Frames: what goes in comes out, and nothing else gets through.

use std::io::Cursor;

use proptest::prelude::*;

use super::event::WireKey;
use super::*;
use crate::terminal::{Event, Key, KeyPress};

fn hello() -> Hello {
    let view =
        View { size: (80, 24), theme: "mono".into(), layers: vec!["list = []".into()], ..View::default() };
    Hello { version: "0.1.0".into(), day: Some(20_500), wish: Wish::Session(Box::new(view)) }
}

fn up() -> impl Strategy<Value = Up> {
    prop_oneof![
        any::<(char, bool, bool, bool)>().prop_map(|(c, ctrl, alt, shift)| Up::Event(WireEvent::Key(
            WireKey::Char(c),
            ctrl,
            alt,
            shift
        ))),
        ".{0,200}".prop_map(|text| Up::Event(WireEvent::Paste(text))),
        any::<(u16, u16)>().prop_map(|(columns, rows)| Up::Event(WireEvent::Resize(columns, rows))),
        prop::collection::vec(any::<u8>(), 0..300).prop_map(Up::Part),
        Just(Up::Whole),
        ".{0,40}".prop_map(|text| Up::Answer(Err(text))),
    ]
}

proptest! {
    #[test]
    fn what_is_sent_is_received_one_frame_after_the_other(messages in prop::collection::vec(up(), 0..6)) {
        let mut line = Vec::new();
        for message in &messages {
            send(&mut line, message).unwrap();
        }
        let mut line = Cursor::new(line);
        for message in messages {
            prop_assert_eq!(receive::<Up>(&mut line).unwrap(), message);
        }
        prop_assert!(matches!(receive::<Up>(&mut line), Err(Broken::Gone(_))));
    }

    #[test]
    fn arbitrary_bytes_are_a_message_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = receive::<Up>(&mut Cursor::new(&bytes));
        let _ = receive::<Down>(&mut Cursor::new(&bytes));
        let _ = receive_hello(&mut Cursor::new(&bytes));
        // The same in a frame of their length, so that the messages themselves are tried.
        let mut framed = u32::try_from(bytes.len()).unwrap().to_le_bytes().to_vec();
        framed.extend(&bytes);
        let _ = receive::<Up>(&mut Cursor::new(&framed));
        let _ = receive::<Down>(&mut Cursor::new(&framed));
        framed.splice(0..4, u32::try_from(bytes.len() + 2).unwrap().to_le_bytes().into_iter().chain(PROTOCOL.to_le_bytes()));
        let _ = receive_hello(&mut Cursor::new(&framed));
    }

    #[test]
    fn a_frame_with_a_flipped_byte_is_a_message_or_an_error(message in up(), at: prop::sample::Index, with in 1..=255_u8) {
        let mut line = Vec::new();
        send(&mut line, &message).unwrap();
        let at = at.index(line.len());
        line[at] ^= with;
        let _ = receive::<Up>(&mut Cursor::new(line));
    }
}

#[test]
fn the_first_frame_tells_its_protocol_to_any_host() {
    let mut line = Vec::new();
    send_hello(&mut line, &hello()).unwrap();
    assert_eq!(receive_hello(&mut Cursor::new(&line)).unwrap(), hello());
    line[4..6].copy_from_slice(&77_u16.to_le_bytes());
    assert!(matches!(receive_hello(&mut Cursor::new(&line)), Err(Broken::Protocol(77))));
}

#[test]
fn a_length_beyond_the_limit_is_refused_before_anything_is_read_or_kept() {
    for length in [u32::MAX, u32::try_from(LARGEST).unwrap() + 1] {
        let mut line = Cursor::new([length.to_le_bytes().as_slice(), &[0; 64]].concat());
        assert!(matches!(receive::<Up>(&mut line), Err(Broken::TooLong(_))));
        assert_eq!(line.position(), 4);
    }
    let too_long = Up::Part(vec![0; LARGEST]);
    assert!(send(&mut Vec::new(), &too_long).unwrap_err().is_breach());
}

#[test]
fn a_list_that_claims_more_than_its_frame_holds_is_malformed() {
    // Variant 1 of `Up` is a part; its length says 2^60 bytes.
    let body = [1_u32.to_le_bytes().as_slice(), &(1_u64 << 60).to_le_bytes(), &[1, 2, 3]].concat();
    let frame = [u32::try_from(body.len()).unwrap().to_le_bytes().as_slice(), &body].concat();
    assert!(matches!(receive::<Up>(&mut Cursor::new(frame)), Err(Broken::Malformed)));
}

#[test]
fn the_end_looks_as_it_always_did() {
    let mut line = Vec::new();
    send(&mut line, &Down::End { code: 1, words: "完".into() }).unwrap();
    let golden = [16, 0, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0xe5, 0xae, 0x8c];
    assert_eq!(line, golden);
}

#[test]
fn every_key_comes_back_and_the_client_keeps_its_own_events() {
    let codes = [
        Key::Char('信'),
        Key::F(12),
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Delete,
        Key::Insert,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
    ];
    for code in codes {
        let event = Event::Key(KeyPress::plain(code));
        let sent: Vec<Event> = WireEvent::of(event.clone()).into_iter().map(WireEvent::event).collect();
        assert_eq!(sent, [event]);
    }
    for own in [Event::Hangup, Event::Terminate, Event::Suspend] {
        assert_eq!(WireEvent::of(own), []);
    }
    let long = "长".repeat(200_000);
    let sent = WireEvent::of(Event::Paste(long.clone()));
    let [WireEvent::Paste(beginning)] = sent.as_slice() else { panic!("{}", sent.len()) };
    // In one piece, that nothing of it comes in as if it were a paste of its own; and in one frame.
    assert!(long.starts_with(beginning.as_str()) && beginning.chars().count() == 1 << 16);
    assert!(send(&mut Vec::new(), &Up::Event(WireEvent::Paste("\u{10ffff}".repeat(1 << 16)))).is_ok());
}
