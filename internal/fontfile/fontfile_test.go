package fontfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"lanyard/assets/fonts"
	"lanyard/internal/fontfile"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// collection is a font of Debian's with the letters of Chinese, Japanese and Korean.
const collection = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"

func read(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(collection)
	if err != nil {
		t.Fatal("this test needs: apt-get install fonts-wqy-microhei")
	}
	return data
}

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFontIsCopiedAndUsedAndLetGo(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	folder := fontfile.Folder(filepath.Join(t.TempDir(), "lanyard", "fonts"))
	if _, ok, err := folder.Kept(); ok || err != nil || folder.Files() != nil {
		t.Fatalf("nothing was kept yet: %v, %v", ok, err)
	}
	stick := write(t, "wqy.ttc", read(t))
	f, err := folder.Keep(stick)
	if err != nil {
		t.Fatal(err)
	}
	if f.Name() != "wqy.ttc" || f.Letters < 10000 || f.Scripts[0].Script != "Hani" || f.Scripts[0].Sample != "李明王伟" {
		t.Errorf("%s adds %d letters: %+v", f.Name(), f.Letters, f.Scripts)
	}
	if err := os.Remove(stick); err != nil { // the stick is taken out
		t.Fatal(err)
	}
	again, ok, err := folder.Kept()
	if !ok || err != nil || again.Letters != f.Letters {
		t.Fatalf("kept %v, %v: %+v", ok, err, again)
	}
	block := typeset.WithSystem(folder.Files()...).Set(page.Text{Content: "李明", Style: page.Style{Size: 12}})
	if face := block.Lines[0].Runs[0].Face.Name(); len(block.Missing) > 0 || face != "wqy.ttc" {
		t.Errorf("set in %s, without %q", face, string(block.Missing))
	}
	if _, err := folder.Keep(write(t, "other.ttc", read(t))); err != nil || len(folder.Files()) != 1 || filepath.Base(folder.Files()[0]) != "other.ttc" {
		t.Errorf("after another one: %v, %v", folder.Files(), err)
	}
	if err := folder.Remove(); err != nil || len(folder.Files()) > 0 {
		t.Errorf("after it was let go: %v, %v", folder.Files(), err)
	}
}

func TestAFileThatIsNoFontChangesNothing(t *testing.T) {
	folder := fontfile.Folder(t.TempDir())
	if _, err := folder.Keep(write(t, "good.ttc", read(t))); err != nil {
		t.Fatal(err)
	}
	ours, err := fonts.Files.ReadFile("NotoSans-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	large := filepath.Join(t.TempDir(), "large.ttc")
	for _, err := range []error{os.WriteFile(large, []byte("ttcf"), 0o600), os.Truncate(large, 100<<20)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	whole := read(t)
	for path, code := range map[string]string{
		write(t, "people.csv", []byte("Ad;Soyad\n")): fontfile.CodeFormat, write(t, "empty.ttf", nil): fontfile.CodeFormat,
		write(t, "cut.ttc", whole[:len(whole)/3]): fontfile.CodeFormat, t.TempDir(): fontfile.CodeFormat, large: fontfile.CodeTooLarge,
		write(t, "noto.ttf", ours): fontfile.CodeNothing, filepath.Join(t.TempDir(), "gone.ttf"): seminar.CodeNotFound,
	} {
		if _, err := folder.Keep(path); seminar.CodeOf(err) != code {
			t.Errorf("%s: %v, want %s", filepath.Base(path), err, code)
		}
	}
	if kept, ok, err := folder.Kept(); !ok || err != nil || kept.Name() != "good.ttc" {
		t.Errorf("kept %v, %v, %v", kept.Name(), ok, err)
	}
}

// FuzzAFontIsTakenOrRefused damages fonts: whatever a file holds, it is taken or refused, and the program goes on.
func FuzzAFontIsTakenOrRefused(f *testing.F) {
	hebrew, err := fonts.Files.ReadFile("NotoSansHebrew-Regular.ttf")
	if err != nil {
		f.Fatal(err)
	}
	for at := 0; at < len(hebrew); at += len(hebrew) / 16 {
		f.Add(uint32(at), []byte{0xff, 0xff, 0, 0x7f})
	}
	f.Fuzz(func(t *testing.T, at uint32, damage []byte) {
		data := bytes.Clone(hebrew)
		copy(data[int(at)%len(data):], damage)
		if _, err := typeset.Adds("damaged.ttf", data); err != nil {
			t.Log(err)
		}
	})
}
