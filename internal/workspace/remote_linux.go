package workspace

import (
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// Remote says whether a path lies on a network drive, whose locks SQLite cannot trust. The folders on the way to it
// need not be there yet.
func Remote(path string) bool {
	dir := nearest(path)
	var fs syscall.Statfs_t
	if syscall.Statfs(dir, &fs) == nil {
		switch uint32(fs.Type) { // statfs(2)
		case 0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x564C, 0x5346414F, 0x73757245: // NFS, SMB, CIFS, SMB2, NCP, AFS, Coda
			return true
		}
	}
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return false
	}
	defer f.Close()
	return remoteIn(f, dir)
}

// remoteTypes are the file systems that reach over a network, among them those of FUSE, which statfs cannot tell from
// a local one.
var remoteTypes = map[string]bool{"nfs": true, "nfs4": true, "cifs": true, "smb3": true, "smbfs": true, "ncpfs": true, "afs": true,
	"coda": true, "ceph": true, "glusterfs": true, "fuse.glusterfs": true, "fuse.sshfs": true, "fuse.rclone": true, "fuse.s3fs": true,
	"fuse.davfs2": true, "davfs": true, "fuse.gvfsd-fuse": true, "fuse.google-drive-ocamlfuse": true, "fuse.onedriver": true,
	"fuse.smbnetfs": true, "fuse.curlftpfs": true}

// remoteIn looks up a folder in a mount table as proc(5) has it in /proc/self/mountinfo: the fifth field is where a
// file system is mounted, the first after " - " its type.
func remoteIn(table io.Reader, dir string) bool {
	longest, remote := -1, false
	lines := bufio.NewScanner(table)
	for lines.Scan() {
		before, after, ok := strings.Cut(lines.Text(), " - ")
		fields, kind := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(kind) == 0 {
			continue
		}
		at := unescaped(fields[4])
		if within(dir, at) && len(at) >= longest { // of two at one place the later hides the earlier
			longest, remote = len(at), remoteTypes[kind[0]]
		}
	}
	return remote
}

func within(dir, at string) bool {
	return at == "/" || dir == at || strings.HasPrefix(dir, at+"/")
}

// unescaped reads the octal escapes of a mount table: a space is \040.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+3 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+4], 8, 8); err == nil {
				b.WriteByte(byte(n))
				i += 3
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
