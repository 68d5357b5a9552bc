package desk_test

import (
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
)

// inspected is a list at whose first rows somebody looked.
func (h *hall) inspected(data string, list *desk.ImportList) transfer.Found {
	h.t.Helper()
	list.Name, list.Data = "list.csv", []byte(data)
	found, err := h.Inspect(ctx, h.of, list)
	if err != nil {
		h.t.Fatal(err)
	}
	return found
}

// What was chosen about columns counts for the next list with the same headers, until something else is chosen about that one;
// choosing what the headers say anyway forgets it. It does not count for other headers.
func TestWhatWasChosenIsKeptForTheNextList(t *testing.T) {
	h := open(t)
	const odd = "Who,Colour\nAnar,red\n"
	goes := func(field transfer.Field) {
		t.Helper()
		var list desk.ImportList
		if found := h.inspected(odd, &list); found.Fields[0] != field || list.Kept != (field != transfer.FieldNone) {
			t.Errorf("it goes to %q, kept: %v", found.Fields[0], list.Kept)
		}
	}
	send := func(fields map[string]string) {
		t.Helper()
		var list desk.ImportList
		h.inspected(odd, &list)
		list.Options.Map = fields
		if _, err := h.ReadList(ctx, h.of, &list); err != nil && len(fields) > 0 {
			t.Fatal(err)
		}
		if err := h.KeepList(ctx, list); err != nil {
			t.Fatal(err)
		}
	}
	goes(transfer.FieldNone)
	send(map[string]string{"Who": "name", "Colour": "auto"})
	goes(transfer.FieldName)
	send(map[string]string{"Who": "family_name"})
	goes(transfer.FieldFamilyName)
	list := desk.ImportList{Options: transfer.Options{Map: map[string]string{"Colour": "position"}}}
	if found := h.inspected(odd, &list); found.Fields[0] != transfer.FieldFamilyName || found.Fields[1] != transfer.FieldPosition {
		t.Errorf("beneath what is chosen first: %v", found.Fields)
	}
	if found := h.inspected("Who,Colour,Name\nx,y,z\n", &list); found.Fields[0] != transfer.FieldNone || found.Fields[1] != transfer.FieldNone {
		t.Errorf("with other headers: %v", found.Fields)
	}
	send(map[string]string{})
	goes(transfer.FieldNone)
}
