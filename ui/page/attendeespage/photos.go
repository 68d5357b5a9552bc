package attendeespage

import (
	"context"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/photo"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// photos are pictures of a folder or archive that are looked at before any is kept.
type photos struct {
	page    *Page
	name    string     // of the folder or archive
	path    string     // and where it is
	desk    *desk.Desk // in the hands of somebody who may import
	job     *task.Job
	lines   []photoLine
	list    *widgets.PickList
	large   *fyne.Container
	counts  *fyne.Container // how many files of each kind there are
	keep    *widgets.Button
	keeping bool // they are being kept
}

// photoLine is one file.
type photoLine struct {
	file       string
	photo      []byte // nil of a refused one
	small      image.Image
	who        *seminar.RosterRow // whose it is, nil if that is not known
	candidates []seminar.RosterRow
	others     []string     // the other files of the one candidate
	newest     bool         // of those files, it was written last
	by         desk.PhotoBy // "" where somebody chose
	refused    error
	ticked     bool // it is kept
}

// choosePhotos asks for a ZIP archive, or for a folder; a picture means all of its folder.
func (p *Page) choosePhotos() {
	if p.env.Seminar().ID == "" {
		return
	}
	uipage.With(p.env, seminar.RightImport, func(d *desk.Desk) {
		p.env.OpenFile([]string{uipage.Folders, ".zip", ".jpg", ".jpeg", ".png", ".webp"}, func(path string) {
			if info, err := os.Stat(path); err == nil && !info.IsDir() && !strings.EqualFold(filepath.Ext(path), ".zip") {
				path = filepath.Dir(path)
			}
			p.lookAtPhotos(d, path)
		})
	})
}

// dropPhotos looks at the photos of a folder or an archive.
func (p *Page) dropPhotos(path string) {
	if p.env.Seminar().ID == "" || !p.leavePanel() {
		return
	}
	uipage.With(p.env, seminar.RightImport, func(d *desk.Desk) { p.lookAtPhotos(d, path) })
}

// leavePhotos goes back to the list; nothing was kept.
func (p *Page) leavePhotos() {
	if p.photos == nil {
		return
	}
	if p.photos.job != nil {
		p.photos.job.Cancel()
	}
	p.photos = nil
	p.put(nil)
	p.take()
}

// lookAtPhotos finds out whose photos they are and shows it; nothing is changed yet.
func (p *Page) lookAtPhotos(d *desk.Desk, path string) {
	of := p.env.Seminar().ID
	p.leaveTwins()
	p.leaveImport()
	p.leavePhotos()
	k := &photos{page: p, name: filepath.Base(path), path: path, desk: d}
	p.photos = k
	card := k.working()
	k.job = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) ([]photoLine, error) {
		files, closer, err := photo.Files(path)
		if err != nil {
			return nil, err
		}
		defer closer.Close()
		report, err := d.MatchPhotos(ctx, of, files, func(done, total int) { progress(float64(done)/float64(max(1, total)), "") })
		return linesOf(report), err
	}, card.Set, func(lines []photoLine, err error) {
		if p.photos != k {
			return // given up meanwhile
		}
		if err != nil {
			p.leavePhotos()
			p.env.Fail(err)
			return
		}
		k.lines = lines
		k.show()
	})
}

// linesOf puts what somebody has to look at first: the doubtful, then those of nobody, then the sure ones and the refused.
func linesOf(r desk.PhotoReport) []photoLine {
	var all []photoLine
	for _, doubts := range [][]desk.PhotoDoubt{r.Ambiguous, r.Unmatched} {
		for _, v := range doubts {
			all = append(all, photoLine{file: v.File, photo: v.Photo, small: photo.Small(v.Photo, smallPhoto), candidates: v.Candidates, others: v.Others, newest: v.Newest})
		}
	}
	for _, v := range r.Matched {
		all = append(all, photoLine{file: v.File, photo: v.Photo, small: photo.Small(v.Photo, smallPhoto), who: &v.Row, by: v.By, ticked: true})
	}
	for _, v := range r.Refused {
		all = append(all, photoLine{file: v.File, refused: v.Err})
	}
	return all
}

const smallPhoto = 96 // pixels: twice the height of a row, for screens with two pixels to each of ours

func (k *photos) working() *widgets.ProgressCard {
	return k.page.working(k.name, k.page.leavePhotos)
}

// chosen are the photos that are kept.
func (k *photos) chosen() []desk.PhotoChoice {
	var all []desk.PhotoChoice
	for _, v := range k.lines {
		if v.ticked && v.who != nil {
			all = append(all, desk.PhotoChoice{AttendeeID: v.who.AttendeeID, Photo: v.photo})
		}
	}
	return all
}

// run keeps the photos: all of them or, if anything fails or it is cancelled, none.
func (k *photos) run() {
	p, of, d, all := k.page, k.page.env.Seminar().ID, k.desk, k.chosen()
	if len(all) == 0 || k.keeping {
		return
	}
	k.keeping = true
	card := k.working()
	k.job = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) (desk.Action, error) {
		return d.SavePhotos(ctx, of, all, func(done, total int) { progress(float64(done)/float64(max(1, total)), "") })
	}, card.Set, func(a desk.Action, err error) {
		if p.photos == k {
			k.job = nil // it is over: there is nothing to cancel any more
			p.leavePhotos()
		}
		p.worked(err, p.env.Lang.N("attendees.photos.done", len(all)), a)
	})
}

// bindings are the keys of the photos.
func (k *photos) bindings() []uipage.Binding {
	t := k.page.env.Lang.T
	return []uipage.Binding{{Key: fyne.KeySpace, Label: t("attendees.photos.tick")}, {Key: fyne.KeyF2, Label: t("attendees.photos.who"), Do: k.choose},
		{Key: fyne.KeyF3, Label: t("attendees.photos.newest"), Do: k.takeNewest}, {Key: fyne.KeyF4, Label: t("attendees.photos.crop"), Do: k.crop},
		{Key: fyne.KeyEscape, Label: t("common.cancel"), Do: k.page.leavePhotos}}
}

// takeNewest settles whose several files one person has: the one that was written last is theirs.
func (k *photos) takeNewest() {
	for i := range k.lines {
		if v := &k.lines[i]; v.newest && v.who == nil {
			k.settle(v, v.candidates[0])
		}
	}
	k.refresh()
}

// settle says whose a photo is.
func (k *photos) settle(v *photoLine, who seminar.RosterRow) {
	k.only(who.AttendeeID)
	v.who, v.by, v.ticked = &who, "", true
}

// crop asks for another part of the picture in front.
func (k *photos) crop() {
	if k.list == nil || k.list.Cursor < 0 || k.list.Cursor >= len(k.lines) || k.lines[k.list.Cursor].photo == nil {
		return
	}
	v := &k.lines[k.list.Cursor]
	k.page.env.CropPhoto(func() (io.ReadCloser, error) { return photo.OpenNamed(k.path, v.file) }, func(data []byte) {
		v.photo, v.small = data, photo.Small(data, smallPhoto)
		k.refresh()
		k.list.Take()
	})
}

// take gives the list the keys.
func (k *photos) take() {
	if k.list != nil {
		k.list.Take()
		return
	}
	k.page.env.Window.Canvas().Unfocus()
}

// pills count the files by what becomes of them.
func (k *photos) pills() []fyne.CanvasObject {
	l := k.page.env.Lang
	counts := map[widgets.Kind]int{}
	for _, v := range k.lines {
		counts[v.kind()]++
	}
	var all []fyne.CanvasObject
	for _, c := range []struct {
		kind widgets.Kind
		key  string
	}{{widgets.KindAccepted, "attendees.photos.sure"}, {widgets.KindAttention, "attendees.photos.doubtful"}, {widgets.KindNeutral, "attendees.photos.nobody"}, {widgets.KindRefused, "attendees.photos.refused"}} {
		if n := counts[c.kind]; n > 0 {
			pill := widgets.NewStatusPill(c.kind, l.N(c.key, n))
			pill.RTL = l.RTL()
			all = append(all, pill)
		}
	}
	return all
}

func (v photoLine) kind() widgets.Kind {
	switch {
	case v.refused != nil:
		return widgets.KindRefused
	case v.who != nil:
		return widgets.KindAccepted
	case len(v.candidates) > 0:
		return widgets.KindAttention
	}
	return widgets.KindNeutral
}

// item is a file as a row of the list.
func (k *photos) item(v photoLine) widgets.PickItem {
	l := k.page.env.Lang
	item := widgets.PickItem{ID: v.file, Title: v.file, Kind: v.kind(), Image: v.small}
	switch {
	case v.refused != nil:
		item.Meta = l.Err(v.refused)
	case v.who != nil:
		item.Title, item.Tag = v.who.Name(), v.who.BadgeNumber
		item.Meta = v.file
		if v.by != "" {
			item.Meta += " · " + l.T("attendees.photos.by."+string(v.by))
		}
	case len(v.others) > 0:
		item.Meta = l.T("attendees.photos.twice", "name", v.candidates[0].Name(), "files", strings.Join(append([]string{v.file}, v.others...), ", "))
	case len(v.candidates) > 0:
		var names []string
		for _, c := range v.candidates[:min(3, len(v.candidates))] {
			names = append(names, widgets.Joined(", ", c.Name(), c.Organisation))
		}
		item.Meta = l.T("attendees.photos.maybe", "people", strings.Join(names, "; "))
	default:
		item.Meta = l.T("attendees.photos.unknown")
	}
	return item
}
