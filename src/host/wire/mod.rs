//! What client and host say to each other: bounded frames of plain values, no protocol of the domain.
//!
//! A frame is four bytes of length, little-endian, and so many bytes. The first one is the client's
//! [`Hello`]; its first two bytes are the number of the protocol, so that any host can read them. What
//! [`Down::End`] looks like may never change: by it an older client learns why it is not served.
//!
//! Nothing is allocated beyond the limit of a frame, and nothing malformed gets past [`frame::receive`].

mod event;
mod frame;
mod message;
#[cfg(test)]
mod tests;

pub(super) use event::WireEvent;
pub(super) use frame::{Broken, receive, receive_hello, send, send_hello};
pub(super) use message::{Command, Down, Hello, Up, View, Wish};
pub use message::{Report, Row};

/// Reads `bytes` as every message that either side may get, framed as they stand and in a frame of their own
/// length. For `fuzz/` alone: nothing is done with what is read.
#[doc(hidden)]
pub fn fuzz_frames(bytes: &[u8]) {
    let Ok(length) = u32::try_from(bytes.len()) else { return };
    let framed = [length.to_le_bytes().as_slice(), bytes].concat();
    for line in [bytes, &framed] {
        let _ = receive_hello(&mut &*line);
        let _ = receive::<Down>(&mut &*line);
        let mut line = line;
        while let Ok(up) = receive::<Up>(&mut line) {
            if let Up::Event(event) = up {
                let _ = event.event();
            }
        }
    }
}

/// The number of the protocol that this program speaks.
pub(super) const PROTOCOL: u16 = 1;
/// The numbers that a host of this program understands: its own and, once there is one, the one before.
pub(super) const SPOKEN: [u16; 1] = [PROTOCOL];
/// The most bytes of a frame.
pub(super) const LARGEST: usize = 1 << 20;
/// Longer contents go in parts of so many bytes.
pub(super) const PART: usize = 1 << 16;
/// The most bytes of a file that goes across.
pub(super) const LARGEST_FILE: usize = 64 << 20;
