//! A long line: a relay on the loopback that holds every byte back and counts them.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// One way; there and back it is 150 ms.
const ONE_WAY: Duration = Duration::from_millis(75);

/// The relay.
pub(crate) struct Delay {
    pub(crate) port: u16,
    up: Arc<AtomicUsize>,
    down: Arc<AtomicUsize>,
}

impl Delay {
    /// A relay to a port of this machine.
    pub(crate) fn before(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let relay =
            Self { port: listener.local_addr().unwrap().port(), up: Arc::default(), down: Arc::default() };
        let (up, down) = (Arc::clone(&relay.up), Arc::clone(&relay.down));
        thread::spawn(move || {
            for client in listener.incoming() {
                let Ok(client) = client else { return };
                let Ok(server) = TcpStream::connect(("127.0.0.1", port)) else { return };
                for stream in [&client, &server] {
                    stream.set_nodelay(true).unwrap();
                }
                pump(client.try_clone().unwrap(), server.try_clone().unwrap(), Arc::clone(&up));
                pump(server, client, Arc::clone(&down));
            }
        });
        relay
    }

    /// How many bytes went up, and how many came down.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        (self.up.load(Ordering::SeqCst), self.down.load(Ordering::SeqCst))
    }
}

/// Carries bytes one way, each when its time has come.
fn pump(mut from: TcpStream, mut to: TcpStream, count: Arc<AtomicUsize>) {
    let (sender, parts) = mpsc::channel::<(Instant, Vec<u8>)>();
    thread::spawn(move || {
        let mut bytes = [0; 16_384];
        while let Ok(length @ 1..) = from.read(&mut bytes) {
            let due = Instant::now() + ONE_WAY;
            if sender.send((due, bytes[..length].to_vec())).is_err() {
                return;
            }
        }
    });
    thread::spawn(move || {
        for (due, part) in parts {
            thread::sleep(due.saturating_duration_since(Instant::now()));
            count.fetch_add(part.len(), Ordering::SeqCst);
            if to.write_all(&part).is_err() {
                return;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}
