package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// load reads the list from its file, no more of it than can be taken in, unless it came from the clipboard.
func (r *read) load() error {
	if r.sum != "" {
		return nil
	}
	if r.path != "" {
		f, err := os.Open(r.path)
		if err != nil {
			return err
		}
		defer f.Close()
		if r.list.Data, err = io.ReadAll(io.LimitReader(f, transfer.MaxSize+1)); err != nil {
			return err
		}
	}
	sum := sha256.Sum256(r.list.Data)
	r.sum = hex.EncodeToString(sum[:])
	return nil
}

// Choose asks for a file.
func (k *Intake) Choose() {
	if k.working == nil {
		k.Env.OpenFile(Extensions(), k.File)
	}
}

// File looks at a file.
func (k *Intake) File(path string) {
	k.begin(read{list: desk.ImportList{Name: filepath.Base(path)}, path: path})
}

// Paste looks at what is on the clipboard, such as rows that were copied from a spreadsheet.
func (k *Intake) Paste() {
	text := fyne.CurrentApp().Clipboard().Content()
	k.begin(read{list: desk.ImportList{Name: k.Env.Lang.T("intake.pasted"), Data: []byte(text)}})
}

func (k *Intake) begin(r read) {
	if k.working != nil || k.over {
		return
	}
	k.read, k.whole, k.only, k.cursor = r, nil, "", -1
	k.inspect()
}

// read is a list, and what a look at its first rows found.
type read struct {
	list  desk.ImportList // with what was chosen about it, or kept from the last one like it
	path  string          // "" of what was pasted
	sum   string          // SHA-256 of the data, as it stands in the record of an import; "" until they are read
	found transfer.Found
	asked []seminar.Question // the seminar's own questions, which columns may answer
}

// inspect looks at the first rows as was chosen, and as was kept for lists with the same headers.
func (k *Intake) inspect() {
	now, d, of := k.read, k.desk, k.of
	now.list.Options.Map = maps.Clone(now.list.Options.Map)
	k.reading.Run(k.Env.Context, k.Env.Run, func(ctx context.Context) (read, error) {
		if err := now.load(); err != nil {
			return now, err
		}
		found, err := d.Inspect(ctx, of, &now.list)
		if err != nil {
			return now, err
		}
		now.found = found
		now.asked, err = d.Questions(ctx, of)
		return now, err
	}, k.inspected)
}

func (k *Intake) inspected(r read, err error) {
	k.read, k.problem, k.whole = r, err, nil
	k.step = stepColumns
	if k.found.Headers == nil && err != nil && !mendable(err) { // there is nothing to choose
		k.Env.Log.Warn("import", "file", r.list.Name, "code", seminar.CodeOf(err), "error", err)
		k.step = stepSource
	}
	k.draw()
}

// mendable says whether a list may be readable if something else is chosen about it.
func mendable(err error) bool {
	switch seminar.CodeOf(err) {
	case transfer.CodeEncoding, transfer.CodeQuote:
		return true
	}
	return false
}

// forget lets what was kept for such lists go, and reads the columns by their headers alone.
func (k *Intake) forget() {
	k.list.Options.Map, k.list.Options.Names, k.list.Kept = nil, transfer.NamesByCountry, false
	fingerprint, d, env := k.list.Settled, k.desk, k.Env
	env.Run.Go(func() {
		if err := d.KeepMapping(env.Context, fingerprint, desk.ImportMapping{}); err != nil {
			env.Log.Error("import", "error", err)
		}
	}, nil)
	k.inspect()
}
