package transfer

import (
	"slices"
	"strings"
)

// headRows is among how many rows the header is looked for.
const headRows = 10

// takeHeader finds the header among the first rows: the one with most columns that are known, two at least. Without any it is the
// first one that looks like a header, unless the rows look like Indico's import, which has none. A header of two rows, the upper
// of which stands over several columns, is one.
func (t *Table) takeHeader() {
	if t.Headerless {
		t.Headers = make([]string, t.width())
		for i := range t.Headers {
			t.Headers[i] = numbered(i)
		}
		return
	}
	rows := t.Rows[:min(len(t.Rows), headRows)]
	known := make([]int, len(rows))
	best, most := 0, 1
	for i, r := range rows {
		if known[i] = t.familiar(r.Cells); known[i] > most {
			best, most = i, known[i]
		}
	}
	if most == 1 {
		if headerless(t.Rows[0].Cells) {
			t.Headerless = true
			t.Headers = []string{"first_name", "last_name", "affiliation", "position", "phone", "email"}
			return
		}
		best = likeliest(rows, known)
	}
	head, next := slices.Clone(t.Rows[best].Cells), best+1
	if best > 0 && t.Rows[best-1].Number == t.Rows[best].Number-1 && filled(t.Rows[best-1]) > 1 {
		head = over(t.Rows[best-1].Cells, head)
	}
	if next < len(rows) && t.Rows[next].Number == t.Rows[best].Number+1 && known[next] > 1 && known[next] == filled(t.Rows[next]) {
		head = over(head, t.Rows[next].Cells)
		next++
	}
	t.Rows = t.Rows[next:]
	t.Headers = make([]string, max(len(head), t.width()))
	for i, h := range head {
		t.Headers[i] = strings.Join(strings.Fields(strings.TrimPrefix(h, "\ufeff")), " ")
	}
}

// likeliest is the row that looks most like a header, where none has two columns that are known: it has one, or is as wide as what
// stands below. A title is neither.
func likeliest(rows []Row, known []int) int {
	widest := 0
	for _, r := range rows {
		widest = max(widest, filled(r))
	}
	wide := func(i int) bool { return 2*filled(rows[i]) >= widest }
	for _, fits := range []func(i int) bool{func(i int) bool { return known[i] > 0 && (wide(i) || filled(rows[i]) > 1) }, func(i int) bool { return known[i] > 0 }, wide} {
		for i := range rows {
			if fits(i) {
				return i
			}
		}
	}
	return 0
}

// over is a header of two rows: the lower one, and the upper one where that has nothing.
func over(upper, lower []string) []string {
	head := make([]string, max(len(upper), len(lower)))
	copy(head, upper)
	for i, h := range lower {
		if strings.TrimSpace(h) != "" {
			head[i] = h
		}
	}
	return head
}

// filled is how many cells of a row hold something.
func filled(r Row) (n int) {
	for _, c := range r.Cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// width is how many columns hold anything.
func (t *Table) width() (wide int) {
	for _, r := range t.Rows {
		for i := len(r.Cells) - 1; i >= wide; i-- {
			if strings.TrimSpace(r.Cells[i]) != "" {
				wide = i + 1
			}
		}
	}
	return wide
}

// headerless says whether a row is one of Indico's import: names, affiliation, position, phone, e-mail.
func headerless(cells []string) bool {
	return len(cells) == 6 && strings.TrimSpace(cells[0]+cells[1]) != "" && validEmail(strings.TrimSpace(cells[5]))
}

// promising says whether the first rows of a sheet are a list of people.
func promising(rows []Row, opt Options) bool {
	if len(rows) == 0 {
		return false
	}
	t := Table{Rows: slices.Clone(rows[:min(len(rows), headRows)]), Chosen: opt.Map}
	t.takeHeader()
	_, err := Recognise(t)
	return err == nil
}
