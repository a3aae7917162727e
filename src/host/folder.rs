//! Folders of the home: made narrow, checked when opened.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;

use super::HostError;

/// Makes a folder with these permission bits, and what is above it. One that is there stays as it is.
pub(super) fn make(path: &Path, mode: u32) -> Result<(), HostError> {
    if let Some(above) = path.parent() {
        fs::create_dir_all(above).map_err(|source| at(above, source))?;
    }
    match DirBuilder::new().mode(mode & 0o777).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // The system drops the group bit of a new folder, and the user's mask may drop others.
        Ok(()) => fs::set_permissions(path, Permissions::from_mode(mode)).map_err(|source| at(path, source)),
        Err(source) => Err(at(path, source)),
    }
}

/// Makes names in a folder lasting.
pub(super) fn sync(path: &Path) -> Result<(), HostError> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(|source| at(path, source))
}

/// The data folder is this account's alone, and on a local disk.
pub(super) fn check_private(path: &Path) -> Result<(), HostError> {
    let metadata = fs::metadata(path).map_err(|source| at(path, source))?;
    let me = rustix::process::geteuid().as_raw();
    if metadata.uid() != me {
        return Err(HostError::NotOurs { path: path.to_path_buf(), owner: metadata.uid() });
    }
    let mode = metadata.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(HostError::TooOpen { path: path.to_path_buf(), mode });
    }
    check_local(path)
}

/// Network file systems: NFS, SMB, CIFS, SMB2, AFS, NCP, Ceph, 9p.
const NETWORK: [i64; 8] =
    [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x564C, 0x00C3_6400, 0x0102_1997];

fn check_local(path: &Path) -> Result<(), HostError> {
    let found = rustix::fs::statfs(path).map_err(|error| at(path, error.into()))?;
    let kind = found.f_type & 0xFFFF_FFFF;
    if NETWORK.contains(&kind) {
        return Err(HostError::NetworkFileSystem(path.to_path_buf()));
    }
    Ok(())
}

/// An error of the file system, with its place.
pub(super) fn at(path: &Path, source: io::Error) -> HostError {
    HostError::Io { path: path.to_path_buf(), source }
}
