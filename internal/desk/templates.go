package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Codes of templates at the desk, beside those of package template.
const (
	CodeTemplateWaiting = "template_waiting" // parts of it are still on their way from another desk
	CodeTemplateShipped = "template_shipped" // it comes with Lanyard
)

// Templates gives the layouts of a kind (of both for "") that were made or imported here, by name and without what is in them: those
// of the seminar (of any for "") and those of every one.
func (d *Desk) Templates(ctx context.Context, of seminar.ID, kind template.Kind) ([]seminar.Template, error) {
	list, err := all[seminar.Template](ctx, d, seminar.EntityTemplate, "")
	list = slices.DeleteFunc(list, func(t seminar.Template) bool {
		return of != "" && t.SeminarID != "" && t.SeminarID != of || kind != "" && t.Kind != string(kind)
	})
	sortBy(list, func(t seminar.Template) string { return strings.ToLower(t.Names["en"]) + string(t.ID) })
	return list, err
}

// Template gives one that was made or imported here, whole, by its id. Errors: CodeNotFound; CodeTemplateWaiting; those of
// template.Check, for one that a newer version made.
func (d *Desk) Template(ctx context.Context, id seminar.ID) (*template.Template, error) {
	stored, err := get[seminar.Template](ctx, d, seminar.EntityTemplate, id)
	if err != nil {
		return nil, err
	}
	layout, err := joinPieces(ctx, d, stored.Body.Layout)
	if err != nil {
		return nil, err
	}
	t := new(template.Template)
	if err := json.Unmarshal(layout, t); err != nil {
		return nil, seminar.Errorf(seminar.CodeInternal, "The template cannot be read. Import it again.").Because(err)
	}
	for name, ids := range stored.Body.Pictures {
		p := t.Pictures[name]
		if p.Data, err = joinPieces(ctx, d, ids); err != nil {
			return nil, err
		}
		t.Pictures[name] = p
	}
	return t, t.Check()
}

// SaveTemplate keeps a template under its id, new or instead of the one there was, for one seminar or for "" every one. What is
// wrong with it is refused as template.Parse refuses it, and so is the id of a shipped one: CodeTemplateShipped.
func (d *Desk) SaveTemplate(ctx context.Context, of seminar.ID, t *template.Template) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	if err := t.Check(); err != nil {
		return "", err
	}
	if isShipped(t.ID) {
		return "", stays(t.ID)
	}
	now, pieces, err := takeApart(*t)
	if err != nil {
		return "", err
	}
	now.SeminarID = of
	return d.write(ctx, func(c *change) error {
		var before seminar.Template
		if _, err := c.Get(ctx, seminar.EntityTemplate, now.ID, &before); err != nil {
			return err
		}
		if reflect.DeepEqual(before, now) {
			return nil
		}
		// All of it is written: it must not be made of two versions once one of them is undone, nor stay where, and gone as, one
		// that was removed is.
		if _, err := c.set(ctx, seminar.EntityTemplate, now.ID, seminar.Template{SeminarID: "-", Removed: true}, now); err != nil {
			return err
		}
		return c.keepPieces(ctx, pieces)
	})
}

// keepPieces writes those that are not here yet.
func (c *change) keepPieces(ctx context.Context, pieces []seminar.Piece) error {
	for _, p := range pieces {
		var before seminar.Piece
		if _, err := c.Get(ctx, seminar.EntityPiece, p.ID, &before); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityPiece, p.ID, before, p); err != nil {
			return err
		}
	}
	return nil
}

// ImportedTemplate is what became of a template's file.
type ImportedTemplate struct {
	Layout   Layout
	Replaced bool   // it took the place of the one of its id
	Here     bool   // the same was here already, and nothing was done
	Renamed  bool   // another has its name: it got a number
	Action   Action // "" if nothing was done
}

// ImportTemplate takes a template's file in, for one seminar or for "" every one. A file of a template that is here already takes
// its place, and stays where that one belonged. One of the id of a shipped template is that one if nothing in it is otherwise,
// and else becomes another beside it. One whose name another has gets a number after it.
func (d *Desk) ImportTemplate(ctx context.Context, of seminar.ID, file []byte) (ImportedTemplate, error) {
	var done ImportedTemplate
	t, err := template.Parse(file)
	if err != nil {
		return done, err
	}
	if s, known := document.ShippedNamed(t.ID); known {
		now, err := t.JSON()
		if err != nil {
			return done, err
		}
		if before, err := s.JSON(); err == nil && bytes.Equal(before, now) {
			done.Here, done.Layout = true, layoutOf(s)
			return done, nil
		}
		t.ID = string(seminar.DeriveID("template", string(now))) // the same file again is the same template
	}
	var before seminar.Template
	if done.Replaced, err = d.Get(ctx, seminar.EntityTemplate, seminar.ID(t.ID), &before); err != nil {
		return done, err
	}
	if done.Replaced {
		of = before.SeminarID
	}
	others, err := d.Layouts(ctx, of, t.Kind)
	if err != nil {
		return done, err
	}
	names := numbered(t.Names, slices.DeleteFunc(others, func(l Layout) bool { return l.ID == t.ID }))
	done.Renamed = !maps.Equal(names, t.Names)
	t.Names = names
	done.Layout = layoutOf(t)
	done.Layout.Shipped, done.Layout.SeminarID = false, of
	done.Action, err = d.SaveTemplate(ctx, of, t)
	done.Here = err == nil && done.Action == ""
	return done, err
}

// numbered are the names of a template, with the first number after them that leaves none to another.
func numbered(names map[string]string, others []Layout) map[string]string {
	now := names
	for n := 2; slices.ContainsFunc(others, func(l Layout) bool {
		return slices.ContainsFunc(slices.Collect(maps.Values(now)), l.called)
	}); n++ {
		now = make(map[string]string, len(names))
		for tag, name := range names {
			now[tag] = name + " " + strconv.Itoa(n)
		}
	}
	return now
}

// ExportTemplate gives a template's file.
func (d *Desk) ExportTemplate(ctx context.Context, id seminar.ID) ([]byte, error) {
	t, err := d.Template(ctx, id)
	if err != nil {
		return nil, err
	}
	return t.JSON()
}

// DeleteTemplate takes a template away; undo brings it back. Categories that name it get the seminar's. A shipped one stays:
// CodeTemplateShipped.
func (d *Desk) DeleteTemplate(ctx context.Context, id seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	if isShipped(string(id)) {
		return "", stays(string(id))
	}
	return d.write(ctx, func(c *change) error {
		before, err := get[seminar.Template](ctx, c, seminar.EntityTemplate, id)
		if err != nil {
			return err
		}
		now := before
		now.Removed = true
		_, err = c.set(ctx, seminar.EntityTemplate, id, before, now)
		return err
	})
}

func stays(name string) *seminar.Error {
	return seminar.Errorf(CodeTemplateShipped, "The template “{name}” comes with Lanyard and stays as it is. Keep yours under another id.").
		WithArg("name", name)
}

// takeApart is a template as it is kept, and the pieces of it.
func takeApart(t template.Template) (seminar.Template, []seminar.Piece, error) {
	kept := seminar.Template{ID: seminar.ID(t.ID), Kind: string(t.Kind), Names: t.Names}
	var all []seminar.Piece
	cut := func(data []byte) []seminar.ID {
		var ids []seminar.ID
		for _, p := range seminar.Pieces(data) {
			ids = append(ids, p.ID)
			all = append(all, p)
		}
		return ids
	}
	layout := t
	layout.Pictures = map[string]template.Picture{}
	for name, p := range t.Pictures {
		if kept.Body.Pictures == nil {
			kept.Body.Pictures = map[string][]seminar.ID{}
		}
		kept.Body.Pictures[name] = cut(p.Data)
		layout.Pictures[name] = template.Picture{Type: p.Type}
	}
	file, err := json.Marshal(layout)
	kept.Body.Layout = cut(file)
	return kept, all, err
}

func joinPieces(ctx context.Context, r Reader, ids []seminar.ID) ([]byte, error) {
	var data []byte
	for _, id := range ids {
		var p seminar.Piece
		here, err := r.Get(ctx, seminar.EntityPiece, id, &p)
		if err != nil {
			return nil, err
		}
		if !here {
			return nil, seminar.Errorf(CodeTemplateWaiting, "Parts of the template have not arrived from the other desk yet. Wait a moment, then try again.")
		}
		data = append(data, p.Data...)
	}
	return data, nil
}

// Told leaves the operations out that say nothing to a reader of the log: the pieces that came with a template or a picture.
func Told(ops []journal.Operation) []journal.Operation { return slices.DeleteFunc(ops, isPiece) }

// isPiece says whether an operation is on a piece, which no undo takes away.
func isPiece(o journal.Operation) bool {
	e, _, _ := o.Kind.Split()
	return e == seminar.EntityPiece
}
