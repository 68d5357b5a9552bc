package sqlite

import (
	"context"

	"lanyard/internal/seminar"
)

// Answered counts the answers that the people of a seminar gave to a question. It looks at nothing else of a registration: an object
// of SQLite's for every answer of everybody takes many times as long.
func (r reader) Answered(ctx context.Context, of, question seminar.ID) (map[string]int, error) {
	counts := map[string]int{}
	err := r.each(ctx, `SELECT json_extract(r.doc, '$.answers."' || ?2 || '"') AS answer, count(*) FROM roster x JOIN registration r ON r.id = x.registration
		WHERE x.seminar = ?1 AND answer <> '' GROUP BY answer`, []any{string(of), string(question)}, func(scan func(...any) error) error {
		var answer string
		var n int
		err := scan(&answer, &n)
		counts[answer] = n
		return err
	})
	return counts, err
}
