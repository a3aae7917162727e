//! A line that is typed unseen: the passphrase of the office key, asked for before the screen is taken.

use std::io;

use rustix::stdio::{stderr, stdin};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

const ENTER: [u8; 2] = [b'\r', b'\n'];
/// Ctrl-C, Ctrl-D, Escape.
const GIVE_UP: [u8; 3] = [3, 4, 27];
const BACKSPACE: [u8; 2] = [8, 127];
/// Nobody types more, in bytes.
const LONGEST: usize = 4096;

/// Asks with `prompt` and gives what was typed; `None` if the clerk gave up. Nothing of it is shown. Signals
/// are off meanwhile, so that no Ctrl-C leaves the terminal without echo.
///
/// # Errors
/// Standard input is no terminal, or is gone.
pub fn ask_unseen(prompt: &str) -> io::Result<Option<String>> {
    let before = tcgetattr(stdin())?;
    let mut unseen = before.clone();
    unseen.make_raw();
    let _ = rustix::io::write(stderr(), prompt.as_bytes());
    tcsetattr(stdin(), OptionalActions::Flush, &unseen)?;
    let typed = line(&mut || {
        let mut byte = [0];
        match rustix::io::read(stdin(), &mut byte) {
            Ok(1) => Ok(Some(byte)),
            Ok(_) => Ok(None),
            Err(rustix::io::Errno::INTR) => Ok(Some([0])),
            Err(error) => Err(error.into()),
        }
    });
    let given_back = tcsetattr(stdin(), OptionalActions::Now, &before);
    let _ = rustix::io::write(stderr(), b"\n");
    given_back?;
    typed
}

/// Bytes up to the end of the line, with what was taken back taken out.
fn line(next: &mut dyn FnMut() -> io::Result<Option<[u8; 1]>>) -> io::Result<Option<String>> {
    let mut typed: Vec<u8> = Vec::new();
    loop {
        let Some([byte]) = next()? else { return Ok(None) };
        if ENTER.contains(&byte) {
            return Ok(String::from_utf8(typed).ok());
        }
        if GIVE_UP.contains(&byte) {
            return Ok(None);
        }
        if BACKSPACE.contains(&byte) {
            // A whole character: its last bytes, and the first.
            while typed.pop().is_some_and(|last| last & 0xC0 == 0x80) {}
        } else if byte != 0 && typed.len() < LONGEST {
            typed.push(byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(bytes: &[u8]) -> Option<String> {
        let mut left = bytes.iter();
        line(&mut || Ok(left.next().map(|byte| [*byte]))).unwrap()
    }

    #[test]
    fn a_line_ends_at_enter_is_corrected_by_whole_characters_and_can_be_given_up() {
        assert_eq!(typed("北关\r区".as_bytes()).as_deref(), Some("北关"));
        assert_eq!(typed("北x\u{7f}\u{7f}关\n".as_bytes()).as_deref(), Some("关"));
        assert_eq!(typed("\u{7f}a\r".as_bytes()).as_deref(), Some("a"));
        for given_up in ["北\u{3}", "\u{4}", "a\u{1b}", "no end"] {
            assert_eq!(typed(given_up.as_bytes()), None, "{given_up:?}");
        }
    }
}
