//! Where the host is reached: its socket, and whose it must be.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use rustix::net::sockopt::socket_peercred;

use super::{Home, HostError, folder};

/// The longest path that a socket's address holds.
const LONGEST: usize = 100;

/// A path that fits into an address: the socket's own, or one through its open folder.
fn short(socket: &Path) -> io::Result<(Option<File>, PathBuf)> {
    match (socket.parent(), socket.file_name()) {
        (Some(above), Some(name)) if socket.as_os_str().len() > LONGEST => {
            let open = File::open(above)?;
            let path = Path::new("/proc/self/fd").join(open.as_raw_fd().to_string()).join(name);
            Ok((Some(open), path))
        }
        _ => Ok((None, socket.to_path_buf())),
    }
}

/// Makes the socket. Whoever calls holds the home's lock, so one that is there belongs to nobody.
pub(super) fn bind(home: &Home) -> Result<UnixListener, HostError> {
    let socket = home.socket();
    folder::make(&home.run(), 0o2750)?;
    let failed = |source| folder::at(&socket, source);
    match fs::remove_file(&socket) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    let (_open, path) = short(&socket).map_err(failed)?;
    let listener = UnixListener::bind(path).map_err(failed)?;
    fs::set_permissions(&socket, Permissions::from_mode(0o660)).map_err(failed)?;
    Ok(listener)
}

/// Takes the socket's name away.
pub(super) fn unbind(socket: &Path) {
    // Gone already, or replaced by one that is not ours to answer for: the next host clears it.
    let _ = fs::remove_file(socket);
}

/// A line to the host; `None` where there is no host. A socket that nobody listens at is as good as none.
pub(super) fn connect(home: &Home) -> Result<Option<UnixStream>, HostError> {
    let socket = home.socket();
    let connected = short(&socket).and_then(|(_open, path)| UnixStream::connect(path));
    let stream = match connected {
        Ok(stream) => stream,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {
            return Ok(None);
        }
        Err(source) => return Err(folder::at(&socket, source)),
    };
    let credentials = socket_peercred(&stream).map_err(|error| folder::at(&socket, error.into()))?;
    let owner = fs::metadata(home.root()).map_err(|source| folder::at(home.root(), source))?.uid();
    let uid = credentials.uid.as_raw();
    // A socket of the service manager is root's; root needs no trick to read what is typed.
    if uid != owner && uid != 0 {
        return Err(HostError::Stranger { uid, owner });
    }
    Ok(Some(stream))
}
