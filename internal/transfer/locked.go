package transfer

import (
	"archive/zip"
	"bytes"
	"io"

	"lanyard/internal/seminar"
)

// lockedBook says whether an OLE container holds an encrypted workbook: its directory then has a stream of that name, in
// UTF-16 (MS-OFFCRYPTO 2.3.4.4).
func lockedBook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"))
}

// lockedODS says whether the manifest of an OpenDocument file describes how its parts are encrypted (OpenDocument 1.3, part 2, 4.8).
func lockedODS(z *zip.Reader) bool {
	manifest, err := z.Open("META-INF/manifest.xml")
	if err != nil {
		return false
	}
	defer func() { _ = manifest.Close() }()
	head, _ := io.ReadAll(io.LimitReader(manifest, 1<<20))
	return bytes.Contains(head, []byte("encryption-data"))
}

func locked() error {
	return seminar.Errorf(CodePassword, "This file is protected by a password. Open it in its own program, save it without the password and try again.")
}
