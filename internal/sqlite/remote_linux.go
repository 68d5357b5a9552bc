package sqlite

import (
	"path/filepath"
	"syscall"
)

// remote says whether a path lies on a network file system, whose locks SQLite cannot trust. The numbers are those of
// statfs(2).
func remote(path string) bool {
	var fs syscall.Statfs_t
	if syscall.Statfs(filepath.Dir(path), &fs) != nil {
		return false
	}
	switch uint32(fs.Type) {
	case 0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x564C, 0x5346414F, 0x73757245: // NFS, SMB, CIFS, SMB2, NCP, AFS, Coda
		return true
	}
	return false
}
