package transfer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// WriteJSON writes a sheet as an array of objects, one a row, whose names are the columns' IDs, or their titles where they
// have none. Empty cells are left out; times are RFC 3339.
func WriteJSON(ctx context.Context, w io.Writer, s Sheet, progress func(done, total int)) error {
	out := bufio.NewWriter(w)
	names := make([][]byte, len(s.Columns))
	for i, c := range s.Columns {
		name := c.ID
		if name == "" {
			name = c.Title
		}
		names[i] = marshal(name)
	}
	out.WriteByte('[')
	for n, row := range s.Rows {
		if err := step(ctx, n, len(s.Rows), progress); err != nil {
			return err
		}
		if n > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  {")
		written := 0
		for i := range min(len(row), len(names)) {
			value := jsonCell(row[i])
			if value == nil {
				continue
			}
			if written++; written > 1 {
				out.WriteString(", ")
			}
			out.Write(names[i])
			out.WriteString(": ")
			out.Write(marshal(value))
		}
		out.WriteByte('}')
	}
	out.WriteString("\n]\n")
	return out.Flush()
}

// jsonCell is a cell's value, nil for an empty one.
func jsonCell(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case Date:
		return jsonCell(string(v))
	case time.Time:
		if v.IsZero() {
			return nil
		}
		return v.Format(time.RFC3339)
	}
	return v
}

func marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(v) != nil { // no cell holds what cannot be written
		return []byte("null")
	}
	return bytes.TrimSpace(b.Bytes())
}

// isJSON says whether a file begins like an array of objects.
func isJSON(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	if len(data) == 0 || data[0] != '[' {
		return false
	}
	rest := bytes.TrimLeft(data[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
}

// readJSON gives the rows of an array of flat objects; the first is the names in the order in which they appear. Row
// numbers count the objects from 1, and the header is row 0.
func readJSON(ctx context.Context, data []byte) ([]Row, error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.UseNumber()
	j := jsonRows{Decoder: d, columns: map[string]int{}}
	if _, err := d.Token(); err != nil { // the bracket
		return nil, j.broken(err)
	}
	for d.More() {
		if len(j.rows)%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if err := j.object(); err != nil {
			return nil, err
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, j.broken(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, j.broken(err)
	}
	return append([]Row{{Cells: j.names}}, j.rows...), nil
}

// jsonRows are the rows of a JSON file being read.
type jsonRows struct {
	*json.Decoder
	names   []string
	columns map[string]int
	rows    []Row
	taken   room
}

func (j *jsonRows) object() error {
	if t, err := j.Token(); err != nil || t != json.Delim('{') {
		return j.broken(err)
	}
	row := Row{Number: len(j.rows) + 1, Cells: make([]string, len(j.names))}
	for j.More() {
		name, err := j.Token()
		if err != nil {
			return j.broken(err)
		}
		value, err := j.Token()
		if err != nil {
			return j.broken(err)
		}
		text, ok := jsonText(value)
		if !ok {
			return j.broken(nil)
		}
		i, known := j.columns[name.(string)]
		if !known {
			if i = len(j.names); i >= widest {
				return j.broken(nil)
			}
			j.columns[name.(string)] = i
			j.names = append(j.names, name.(string))
		}
		for len(row.Cells) <= i {
			row.Cells = append(row.Cells, "")
		}
		row.Cells[i] = text
	}
	if err := j.taken.take(len(row.Cells)); err != nil {
		return err
	}
	j.rows = append(j.rows, row)
	_, err := j.Token()
	if err != nil {
		return j.broken(err)
	}
	return nil
}

// jsonText is a plain value as a list writes it; false for an object or an array.
func jsonText(v json.Token) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "", true
	case string:
		return v, !strings.Contains(v, "\x00")
	case bool:
		return strconv.FormatBool(v), true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

// broken says that the file is no list, and where it stops being one.
func (j *jsonRows) broken(err error) error {
	return seminar.Errorf(CodeJSON, "This JSON is not a list of people: it stops being one after {n} rows. A list is an array of objects that hold texts, numbers or yes and no.").
		WithArg("n", strconv.Itoa(len(j.rows))).Because(err)
}
