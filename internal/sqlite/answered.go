package sqlite

import (
	"context"

	"lanyard/internal/seminar"
)

// Answered counts the answers that the people of a seminar gave to a question. It looks at nothing else of a registration, in the order
// in which they lie in the file: a table of all answers, or the order of the roster, takes many times as long.
func (r reader) Answered(ctx context.Context, of, question seminar.ID) (map[string]int, error) {
	counts := map[string]int{}
	err := r.each(ctx, `SELECT json_extract(doc, '$.answers."' || ?2 || '"') AS answer FROM registration
		WHERE seminar = ?1 AND gone = 0 AND instr(doc, ?2) AND answer <> ''`, []any{string(of), string(question)}, func(scan func(...any) error) error {
		var answer string
		err := scan(&answer)
		counts[answer]++
		return err
	})
	return counts, err
}
