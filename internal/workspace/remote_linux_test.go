package workspace_test

import (
	"strings"
	"testing"

	"lanyard/internal/workspace"
)

// mounts is a mount table as /proc/self/mountinfo has it.
const mounts = `22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/office rw,relatime shared:5 - cifs //server/office rw,vers=3.0
31 22 0:41 / /mnt/office/local rw,relatime - ext4 /dev/sdb1 rw
32 22 0:42 / /home/leyla/server\040files rw,nosuid - fuse.sshfs leyla@server: rw
33 22 0:43 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw
34 22 0:44 / /srv/seminars rw - nfs4 server:/seminars rw
35 22 0:45 / /media/stick rw - fuseblk /dev/sdc1 rw
36 22 0:46 / /twice rw - nfs server:/a rw
37 36 0:47 / /twice rw - ext4 /dev/sdd1 rw
a line that is no mount
`

func TestMountTableTellsNetworkDrives(t *testing.T) {
	for dir, want := range map[string]bool{
		"/home/leyla": false, "/mnt/office": true, "/mnt/office/2025": true, "/mnt/office/local": false, "/mnt/office/local/a": false,
		"/mnt/offices": false, "/home/leyla/server files/a": true, "/run/user/1000/gvfs/smb-share:server=x": true,
		"/srv/seminars/baku": true, "/media/stick": false, "/twice": false,
	} {
		if got := workspace.RemoteIn(strings.NewReader(mounts), dir); got != want {
			t.Errorf("%s: %v, want %v", dir, got, want)
		}
	}
}
