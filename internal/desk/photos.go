package desk

import (
	"context"
	"path"
	"slices"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/photo"
	"lanyard/internal/seminar"
)

// PhotoBy is by what a file name says whose photo it is.
type PhotoBy string

// The ways, the strictest first.
const (
	PhotoByCode     PhotoBy = "code"     // of the badge, its number, another system's code, an id, an e-mail address
	PhotoByName     PhotoBy = "name"     // letter by letter, in either order
	PhotoBySpelling PhotoBy = "spelling" // in another spelling or script
)

// PhotoMatch is a photo and the one person whom its file name means.
type PhotoMatch struct {
	File  string
	Photo []byte // cut and ready to be kept
	By    PhotoBy
	Row   seminar.RosterRow
}

// PhotoDoubt is a photo that may be one of several people's, or nobody's; or one of several of the same person.
type PhotoDoubt struct {
	File       string
	Photo      []byte
	Candidates []seminar.RosterRow
	Others     []string // the other files of the one candidate
	Newest     bool     // of those files, this was written last
	By         PhotoBy  // by what it is the one candidate's
}

// PhotoRefusal is a file that is no usable picture.
type PhotoRefusal struct {
	File string
	Err  error // with a code and a sentence
}

// PhotoReport says whose photos there are among some files. Nothing is guessed: of what is not sure, somebody chooses.
type PhotoReport struct {
	Matched   []PhotoMatch
	Ambiguous []PhotoDoubt
	Unmatched []PhotoDoubt // without candidates
	Refused   []PhotoRefusal
}

// mostCandidates is how many people are offered for a file.
const mostCandidates = 12

// MatchPhotos finds out whose photos some files are by their names, and reads them; nothing is changed. A file name is held
// against codes and addresses first, then against names, the strictest way in which anybody is meant deciding. Several
// files of one person are ambiguous, all of them, with the names of the others.
func (d *Desk) MatchPhotos(ctx context.Context, of seminar.ID, files []photo.File, progress func(done, total int)) (PhotoReport, error) {
	var report PhotoReport
	people, err := d.portraits(ctx, of)
	if err != nil {
		return report, err
	}
	owners := map[seminar.ID][]photo.File{}
	for i, f := range files {
		if err := ctx.Err(); err != nil {
			return report, err
		}
		if progress != nil {
			progress(i, len(files))
		}
		data, err := readPhoto(f)
		if err != nil {
			report.Refused = append(report.Refused, PhotoRefusal{f.Name, err})
			continue
		}
		who, by, err := d.meant(ctx, of, stem(f.Name), people)
		switch {
		case err != nil:
			return report, err
		case len(who) == 1 && by != "":
			owners[who[0].AttendeeID] = append(owners[who[0].AttendeeID], f)
			report.Matched = append(report.Matched, PhotoMatch{f.Name, data, by, who[0]})
		case len(who) > 0:
			report.Ambiguous = append(report.Ambiguous, PhotoDoubt{File: f.Name, Photo: data, Candidates: who[:min(len(who), mostCandidates)]})
		default:
			report.Unmatched = append(report.Unmatched, PhotoDoubt{File: f.Name, Photo: data})
		}
	}
	report.Matched = slices.DeleteFunc(report.Matched, func(m PhotoMatch) bool {
		files := owners[m.Row.AttendeeID]
		if len(files) == 1 {
			return false
		}
		newest := slices.MaxFunc(files, func(a, b photo.File) int { return a.Time.Compare(b.Time) })
		one := PhotoDoubt{File: m.File, Photo: m.Photo, Candidates: []seminar.RosterRow{m.Row}, Newest: newest.Name == m.File, By: m.By}
		for _, f := range files {
			if f.Name != m.File {
				one.Others = append(one.Others, f.Name)
			}
		}
		report.Ambiguous = append(report.Ambiguous, one)
		return true
	})
	return report, nil
}

// TakeNewest settles whose several files one person has: the one that was written last is theirs.
func (r *PhotoReport) TakeNewest() {
	r.Ambiguous = slices.DeleteFunc(r.Ambiguous, func(d PhotoDoubt) bool {
		if d.Newest {
			r.Matched = append(r.Matched, PhotoMatch{d.File, d.Photo, d.By, d.Candidates[0]})
		}
		return d.Newest
	})
}

// PhotoChoice is a photo and whose it is.
type PhotoChoice struct {
	AttendeeID seminar.ID
	Photo      []byte
}

// SavePhotos keeps photos, one operation a person in one action: all of them or, when something fails or is cancelled,
// none. Who has the same photo already is left alone. Somebody who is not registered in the seminar fails it with
// CodeNotFound.
func (d *Desk) SavePhotos(ctx context.Context, of seminar.ID, photos []PhotoChoice, progress func(done, total int)) (Action, error) {
	if err := d.Require(ctx, seminar.RightImport); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		for i, one := range photos {
			if err := ctx.Err(); err != nil {
				return err
			}
			if progress != nil && i%20 == 0 {
				progress(i, len(photos))
			}
			f, err := person(ctx, c, of, one.AttendeeID)
			if err != nil {
				return err
			}
			now := f
			now.Attendee.Photo = one.Photo
			if err := ValidateForm(now).OrNil(); err != nil {
				return err
			}
			if _, err := c.set(ctx, seminar.EntityAttendee, f.Attendee.ID, f.Attendee, now.Attendee); err != nil {
				return err
			}
		}
		return nil
	})
}

func readPhoto(f photo.File) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return photo.Read(in)
}

// stem is a file's name without folders and ending, and without the number that a copy gets: "Leyla Qafar-zadə (2)".
func stem(file string) string {
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	name = strings.TrimSpace(strings.TrimSuffix(name, path.Ext(name)))
	if open := strings.LastIndex(name, "("); open > 0 && strings.HasSuffix(name, ")") && strings.Trim(name[open+1:len(name)-1], "0123456789") == "" {
		name = strings.TrimSpace(name[:open])
	}
	return name
}

// portrait is somebody of a seminar as file names may call them.
type portrait struct {
	row   seminar.RosterRow
	keys  names.Keys
	names []fullName
}

// fullName is a name, or that in the person's own script.
type fullName struct {
	names.Query
	words int
}

func (d *Desk) portraits(ctx context.Context, of seminar.ID) ([]portrait, error) {
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of})
	people := make([]portrait, len(rows))
	for i, r := range rows {
		people[i] = portrait{row: r, keys: names.KeysOf(r.GivenName, r.FamilyName, r.NativeName)}
		for _, name := range []string{r.GivenName + " " + r.FamilyName, r.NativeName} {
			if n := len(names.Words(name)); n > 0 {
				people[i].names = append(people[i].names, fullName{names.NewQuery(name), n})
			}
		}
	}
	return people, err
}

// meant gives who is meant by a file's name, and by what; without that, the people are only possible.
func (d *Desk) meant(ctx context.Context, of seminar.ID, name string, people []portrait) ([]seminar.RosterRow, PhotoBy, error) {
	for _, part := range append([]string{name}, codesIn(name)...) {
		who, err := d.coded(ctx, of, part)
		if err != nil || len(who) > 0 {
			return who, PhotoByCode, err
		}
	}
	words := strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' {
			return ' '
		}
		return r
	}, name)
	if len(names.Words(words)) == 0 {
		return nil, "", nil
	}
	who, by := called(words, people)
	return who, by, nil
}

// coded are the people of a seminar to whom a code belongs, a revoked one too: it was on their badge.
func (d *Desk) coded(ctx context.Context, of seminar.ID, code string) ([]seminar.RosterRow, error) {
	owners, err := d.Codes(ctx, code)
	if err != nil {
		return nil, err
	}
	var who []seminar.RosterRow
	for _, o := range owners {
		if o.SeminarID != of || slices.ContainsFunc(who, func(r seminar.RosterRow) bool { return r.RegistrationID == o.RegistrationID }) {
			continue
		}
		r, err := row(ctx, d, of, o.AttendeeID, "")
		if err != nil {
			return nil, err
		}
		who = append(who, r)
	}
	return who, nil
}

// codesIn are the parts of a file's name that look like a code or an address: such as A-017 of "A-017 Leyla". A number alone
// does not: cameras count too.
func codesIn(name string) []string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' || r == ',' || r == ';' })
	return slices.DeleteFunc(parts, func(p string) bool {
		return len(p) == len(name) || !strings.Contains(p, "@") && !(strings.ContainsAny(p, "0123456789") && strings.Trim(p, "0123456789") != "")
	})
}

// called are the people whom words name. Their whole name has to be among the words, and each word has to be of their name:
// letter by letter, or else as the name may be spelt. If a word more stands in the file, their whole name decides still. Of a
// part of a name they are only possible.
func called(words string, people []portrait) ([]seminar.RosterRow, PhotoBy) {
	keys, query := names.KeysOf(words), names.NewQuery(words)
	single := len(names.Words(words)) < 2
	var best []seminar.RosterRow
	rank := worst
	for _, p := range people {
		r := p.rank(keys, query)
		if r > rank || r == worst {
			continue
		}
		if r < rank {
			best, rank = nil, r
		}
		best = append(best, p.row)
	}
	switch {
	case rank == int(names.Strict):
		return best, PhotoByName
	case rank <= containing && !single:
		return best, PhotoBySpelling
	}
	return best, ""
}

// Ranks below those of names.Tier.
const (
	containing = int(names.Skeleton) + 1 // the whole name, and more
	partly     = containing + 1          // a part of the name
	worst      = partly + 1              // somebody else
)

// rank says how closely words mean somebody, the lower the better.
func (p portrait) rank(keys names.Keys, words names.Query) int {
	all, within := words.Match(p.keys)
	rank := worst
	if within {
		rank = partly
	}
	for _, name := range p.names {
		tier, whole := name.Match(keys)
		switch {
		case whole && within:
			rank = min(rank, int(max(tier, all)))
		case whole && tier == names.Strict && name.words > 1:
			rank = min(rank, containing)
		}
	}
	return rank
}
