package desk

import (
	"bytes"
	"cmp"
	"context"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// ImportList is a list of people that is to be taken in: as it lies on the disk or came from the clipboard, and what is chosen
// about it.
type ImportList struct {
	Name    string
	Data    []byte
	Options transfer.Options

	// Settled is the fingerprint of the headers for which Options say everything; "" until what was kept for them is laid beneath
	// what is chosen. When Inspect finds other headers, as in another sheet, what was kept for those takes the place of all that.
	Settled string
	Kept    bool // Options have something that was kept
}

// Inspect looks at the first rows of a list: what it is taken for, and where its columns go in a seminar. The errors are those
// of transfer.Read, and seminar.CodeNotFound for a question that is chosen by hand; that no column holds names is none.
func (d *Desk) Inspect(ctx context.Context, of seminar.ID, list *ImportList) (transfer.Found, error) {
	list.Options.Context = ctx
	found, err := transfer.Inspect(list.Data, list.Name, list.Options)
	if err != nil {
		return found, err
	}
	if list.Settled != "" && list.Settled != found.Table.Fingerprint() {
		list.Settled, list.Options.Map, list.Options.Names = "", nil, transfer.NamesByCountry
	}
	mapping, err := d.columns(ctx, of, &found.Table, list)
	if found.Named = err == nil; seminar.CodeOf(err) == transfer.CodeColumns {
		err = nil
	}
	found.Fields = mapping.Fields
	return found, err
}

// ReadList reads a list whole, for Import; people are transfer.People or transfer.Sparing. The errors are those of Inspect and
// transfer.Recognise.
func (d *Desk) ReadList(ctx context.Context, of seminar.ID, list *ImportList, people func(transfer.Table, transfer.Mapping) transfer.Result) (transfer.Result, error) {
	list.Options.Context = ctx
	table, err := transfer.Read(bytes.NewReader(list.Data), list.Name, list.Options)
	if err != nil {
		return transfer.Result{}, err
	}
	mapping, err := d.columns(ctx, of, &table, list)
	if err != nil {
		return transfer.Result{}, err
	}
	return people(table, mapping), nil
}

// columns finds out where the columns of a table go: where they are sent, else where they were sent the last time, else where
// their headers say.
func (d *Desk) columns(ctx context.Context, of seminar.ID, t *transfer.Table, list *ImportList) (transfer.Mapping, error) {
	o := &list.Options
	if list.Settled == "" {
		list.Settled = t.Fingerprint()
		kept, err := d.Mapping(ctx, list.Settled)
		if err != nil {
			return transfer.Mapping{}, err
		}
		columns, err := d.asked(ctx, of, kept.Columns, o.Map)
		if err != nil {
			return transfer.Mapping{}, err
		}
		o.Map, o.Names = columns, cmp.Or(o.Names, kept.Names)
		list.Kept = !kept.Empty()
	}
	t.Chosen, t.Names = o.Map, o.Names
	return d.Recognise(ctx, of, *t)
}

// KeepList keeps what was chosen about the columns of a list that was read, for the next one with the same headers.
func (d *Desk) KeepList(ctx context.Context, list ImportList) error {
	return d.KeepMapping(ctx, list.Settled, ImportMapping{Columns: list.Options.Map, Names: list.Options.Names})
}
