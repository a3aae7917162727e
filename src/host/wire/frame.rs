//! Frames on a stream.

use std::io::{self, Read, Write};

use bincode::Options;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Hello, LARGEST, PROTOCOL, SPOKEN};

/// Why nothing more comes from the other side.
#[derive(Debug, thiserror::Error)]
pub(in crate::host) enum Broken {
    /// It has left, or the stream failed.
    #[error("the line is gone: {0}")]
    Gone(#[from] io::Error),
    /// Longer than any frame may be.
    #[error("a frame of {0} bytes")]
    TooLong(u64),
    /// Not what was agreed on.
    #[error("a malformed frame")]
    Malformed,
    /// A protocol that we do not speak.
    #[error("protocol {0}")]
    Protocol(u16),
}

impl Broken {
    /// Whether the other side broke what was agreed on, rather than leaving.
    pub(in crate::host) const fn is_breach(&self) -> bool {
        !matches!(self, Self::Gone(_))
    }
}

fn options() -> impl Options {
    bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .with_limit(u64::try_from(LARGEST).unwrap_or(u64::MAX))
        .reject_trailing_bytes()
}

/// Sends a message as one frame.
pub(in crate::host) fn send(stream: &mut impl Write, message: &impl Serialize) -> Result<(), Broken> {
    let body = options().serialize(message).map_err(|_| Broken::Malformed)?;
    write(stream, &body)
}

/// Waits for a message.
pub(in crate::host) fn receive<M: DeserializeOwned>(stream: &mut impl Read) -> Result<M, Broken> {
    options().deserialize(&read(stream)?).map_err(|_| Broken::Malformed)
}

/// Sends the client's first frame.
pub(in crate::host) fn send_hello(stream: &mut impl Write, hello: &Hello) -> Result<(), Broken> {
    let mut body = PROTOCOL.to_le_bytes().to_vec();
    body.extend(options().serialize(hello).map_err(|_| Broken::Malformed)?);
    write(stream, &body)
}

/// Waits for the client's first frame.
pub(in crate::host) fn receive_hello(stream: &mut impl Read) -> Result<Hello, Broken> {
    let body = read(stream)?;
    let (number, rest) = body.split_first_chunk::<2>().ok_or(Broken::Malformed)?;
    let number = u16::from_le_bytes(*number);
    if !SPOKEN.contains(&number) {
        return Err(Broken::Protocol(number));
    }
    options().deserialize(rest).map_err(|_| Broken::Malformed)
}

/// One write for head and body: a frame is never torn by another thread's.
fn write(stream: &mut impl Write, body: &[u8]) -> Result<(), Broken> {
    let length = u32::try_from(body.len()).ok().filter(|_| body.len() <= LARGEST);
    let length = length.ok_or(Broken::TooLong(u64::try_from(body.len()).unwrap_or(u64::MAX)))?;
    let mut frame = Vec::with_capacity(body.len() + 4);
    frame.extend(length.to_le_bytes());
    frame.extend(body);
    Ok(stream.write_all(&frame)?)
}

fn read(stream: &mut impl Read) -> Result<Vec<u8>, Broken> {
    let mut head = [0; 4];
    stream.read_exact(&mut head)?;
    let length = u32::from_le_bytes(head);
    let wanted = usize::try_from(length).ok().filter(|length| *length <= LARGEST);
    let wanted = wanted.ok_or(Broken::TooLong(u64::from(length)))?;
    let mut body = vec![0; wanted];
    stream.read_exact(&mut body)?;
    Ok(body)
}
