package pdf

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
)

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// finish adds what gofpdf cannot say: the names of subset fonts and the language of the text. The names keep their
// lengths, and the catalogue is the last object before the cross-reference table, so that only the table itself moves.
func finish(file []byte, language string, names map[string]string) ([]byte, error) {
	for from, to := range names {
		if len(from) != len(to) {
			return nil, errors.New("pdf: a font's name changed its length")
		}
		file = bytes.ReplaceAll(file, []byte(from), []byte(to))
	}
	if !languageTag.MatchString(language) {
		return file, nil
	}
	catalogue := []byte("/Type /Catalog\n")
	at, table := bytes.LastIndex(file, catalogue), bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 || table < at {
		return nil, errors.New("pdf: the file has no catalogue")
	}
	end := table + len("startxref\n")
	digits := bytes.IndexByte(file[end:], '\n')
	offset, err := strconv.Atoi(string(file[end : end+max(digits, 0)]))
	if err != nil {
		return nil, errors.New("pdf: the file has no cross-reference table")
	}
	tag := "/Lang (" + language + ")\n"
	out := make([]byte, 0, len(file)+len(tag)+1)
	out = append(out, file[:at+len(catalogue)]...)
	out = append(out, tag...)
	out = append(out, file[at+len(catalogue):end]...)
	out = strconv.AppendInt(out, int64(offset+len(tag)), 10)
	return append(out, file[end+digits:]...), nil
}
