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

// source is a list as it lies on the disk or came from the clipboard.
type source struct {
	name string
	path string // "" of what was pasted
	data []byte
	sum  string // SHA-256 of that, as it stands in the record of an import
}

// load reads a file, no more of it than can be taken in.
func (s source) load() (source, error) {
	if s.sum != "" {
		return s, nil
	}
	if s.path != "" {
		f, err := os.Open(s.path)
		if err != nil {
			return s, err
		}
		defer f.Close()
		if s.data, err = io.ReadAll(io.LimitReader(f, transfer.MaxSize+1)); err != nil {
			return s, err
		}
	}
	sum := sha256.Sum256(s.data)
	s.sum = hex.EncodeToString(sum[:])
	return s, nil
}

// Choose asks for a file.
func (k *Intake) Choose() {
	if k.working == nil {
		k.Env.OpenFile(Extensions(), k.File)
	}
}

// File looks at a file.
func (k *Intake) File(path string) {
	k.begin(source{name: filepath.Base(path), path: path})
}

// Paste looks at what is on the clipboard, such as rows that were copied from a spreadsheet.
func (k *Intake) Paste() {
	text := fyne.CurrentApp().Clipboard().Content()
	k.begin(source{name: k.Env.Lang.T("intake.pasted"), data: []byte(text)})
}

func (k *Intake) begin(s source) {
	if k.working != nil || k.over {
		return
	}
	k.source, k.choices, k.found, k.whole = s, transfer.Options{}, transfer.Found{}, nil
	k.kept, k.forgot, k.only, k.cursor = false, false, "", 0
	k.inspect()
}

// read is what a look at the first rows of a list found.
type read struct {
	source  source
	found   transfer.Found
	choices transfer.Options
	kept    bool
}

// inspect looks at the first rows as was chosen, and at what was kept for lists with the same headers.
func (k *Intake) inspect() {
	now, d, forgot := read{source: k.source, found: k.found, choices: k.choices, kept: k.kept}, k.desk, k.forgot
	now.choices.Map = maps.Clone(k.choices.Map)
	k.reading.Run(k.Env.Context, k.Env.Run, func(ctx context.Context) (read, error) {
		var err error
		if now.source, err = now.source.load(); err != nil {
			return now, err
		}
		before := now.found.Fingerprint
		if err = now.look(ctx); err != nil || now.found.Fingerprint == before || forgot {
			return now, err
		}
		kept, err := d.Mapping(ctx, now.found.Fingerprint)
		if err != nil {
			return now, err
		}
		now.choices.Map, now.choices.Names, now.kept = kept.Columns, kept.Names, !kept.Empty()
		return now, now.look(ctx)
	}, k.inspected)
}

func (r *read) look(ctx context.Context) (err error) {
	r.choices.Context = ctx
	r.found, err = transfer.Inspect(r.source.data, r.source.name, r.choices)
	return err
}

func (k *Intake) inspected(r read, err error) {
	k.source = r.source
	k.problem, k.whole = err, nil
	switch {
	case err == nil:
		k.found, k.choices, k.kept = r.found, r.choices, r.kept
		k.step = stepColumns
	case k.found.Headers == nil && !mendable(err): // there is nothing to choose
		k.Env.Log.Warn("import", "file", r.source.name, "code", seminar.CodeOf(err), "error", err)
		k.step = stepSource
	default:
		k.step = stepColumns
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
	k.choices.Map, k.choices.Names, k.kept, k.forgot = nil, transfer.NamesByCountry, false, true
	k.keep(desk.ImportMapping{})
	k.inspect()
}

// keep keeps what was chosen about the columns for lists with the same headers.
func (k *Intake) keep(m desk.ImportMapping) {
	fingerprint, d, env := k.found.Fingerprint, k.desk, k.Env
	env.Run.Go(func() {
		if err := d.KeepMapping(env.Context, fingerprint, m); err != nil {
			env.Log.Error("import", "error", err)
		}
	}, nil)
}
