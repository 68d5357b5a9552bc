package desk

import (
	"context"
	"encoding/json"
	"maps"

	"lanyard/internal/transfer"
)

// ImportMapping is what somebody corrected about the columns of a list, for the next list with the same headers.
type ImportMapping struct {
	Columns map[string]string  `json:"columns"` // as transfer.Options.Map
	Names   transfer.NameOrder `json:"names"`
}

// Empty says whether nothing was corrected.
func (m ImportMapping) Empty() bool { return len(m.Columns) == 0 && m.Names == transfer.NamesByCountry }

// mappingKey is the setting that keeps the mapping of a fingerprint. It is this desk's: another one takes in other lists.
func mappingKey(fingerprint string) string { return "import.mapping." + fingerprint }

// Mapping gives what was kept for lists with the headers of a fingerprint (transfer.Found has it), empty if nothing was.
func (d *Desk) Mapping(ctx context.Context, fingerprint string) (ImportMapping, error) {
	var m ImportMapping
	text, err := d.Setting(ctx, mappingKey(fingerprint))
	if err != nil || text == "" {
		return m, err
	}
	return m, json.Unmarshal([]byte(text), &m)
}

// KeepMapping keeps a mapping for lists with the headers of a fingerprint, in place of the one before; an empty one forgets it.
func (d *Desk) KeepMapping(ctx context.Context, fingerprint string, m ImportMapping) error {
	m.Columns = maps.Clone(m.Columns)
	maps.DeleteFunc(m.Columns, func(_, field string) bool { return transfer.Field(field) == transfer.FieldAuto })
	text := ""
	if !m.Empty() {
		data, err := json.Marshal(m)
		if err != nil {
			return err
		}
		text = string(data)
	}
	before, err := d.Setting(ctx, mappingKey(fingerprint))
	if err != nil || before == text {
		return err
	}
	return d.SetSetting(ctx, mappingKey(fingerprint), text)
}
