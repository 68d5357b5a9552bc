package badgespage

import (
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	stocks "lanyard/internal/document/stock"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// settingSide remembers the name of a side in this desk's settings.
const settingSide = "badges.side"

// stock is what badges are printed on: one row of choices, with a picture of the sheet to choose where it is still free.
type stock struct {
	env     *page.Env
	content fyne.CanvasObject
	caption *widgets.Text
	sheet   *widgets.Select
	side    *widgets.Select
	row     *fyne.Container     // the choices, with the picture of a sheet beside them
	cells   *widgets.SheetCells // of the sheet chosen; nil for a badge a page
	all     []stocks.Stock      // all there are
	offered []stocks.Stock      // what the choice has, the zero stock first
	changed func()
}

func newStock(env *page.Env, changed func()) *stock {
	s := &stock{env: env, all: stocks.All(), caption: widgets.Caption(""), row: container.NewStack(), changed: changed}
	t := env.Lang.T
	s.caption.RTL = env.Lang.RTL()
	s.sheet = widgets.NewSelect(nil, nil)
	s.offer(env.Setting(paper.SettingSheet))
	var sides []string
	for _, one := range document.Sides() {
		sides = append(sides, t("badges.side."+string(one)))
	}
	s.side = widgets.NewSelect(sides, nil)
	s.side.SetSelectedIndex(max(0, slices.Index(document.Sides(), document.Side(env.Setting(settingSide)))))
	s.draw()
	s.sheet.OnChanged = func(string) { s.taken() }
	s.side.OnChanged = func(string) { env.SetSetting(settingSide, string(s.faces())); s.changed() }
	s.content = widgets.TextColumn(theme.Space1, 0, s.caption, s.row)
	return s
}

// sheetHeight is the height of the picture of a sheet: that of the two choices beside it.
const sheetHeight float32 = 80

// draw draws the sheet chosen, all of it free.
func (s *stock) draw() {
	choices := widgets.Column(theme.Space2, s.sheet, s.side)
	s.cells, s.row.Objects = nil, []fyne.CanvasObject{choices}
	if sheet := s.chosen(); sheet.Cells() > 1 {
		width := sheetHeight * float32(sheet.Size.W/sheet.Size.H)
		s.cells = widgets.NewSheetCells(sheet.Columns, sheet.Rows, fyne.NewSize(width, sheetHeight), func(int) { s.say(); s.changed() })
		s.row.Objects = []fyne.CanvasObject{widgets.Edge(s.env.Lang.RTL(), nil, nil, nil, s.cells, choices)}
	}
	s.row.Refresh()
	s.say()
}

// say says where the sheet begins, unless it is whole.
func (s *stock) say() {
	s.caption.SetText(s.env.Lang.T("badges.paper"))
	if s.cells != nil && s.cells.First > 1 {
		s.caption.SetText(s.env.Lang.T("badges.paper.from", "n", s.cells.First))
	}
}

// know learns of all stocks, those of one's own too.
func (s *stock) know(all []stocks.Stock) {
	if reflect.DeepEqual(all, s.all) {
		return
	}
	before := s.chosen()
	s.all = all
	s.offer(s.env.Setting(paper.SettingSheet))
	if !reflect.DeepEqual(s.chosen(), before) {
		s.draw()
		s.changed()
	}
}

// offer fills the choice: a badge a page, the plain sheet, the stock of a name, and all others in the panel. The one named is
// chosen.
func (s *stock) offer(name string) {
	l, plain := s.env.Lang, stocks.All()[0]
	s.offered = []stocks.Stock{{}, plain}
	titles, at := []string{l.T("badges.sheet.none"), paper.StockTitle(l, plain)}, 0
	if one, ok := stocks.Find(s.all, name); ok {
		if at = 1; one.Name != plain.Name {
			s.offered, titles, at = append(s.offered, one), append(titles, paper.StockTitle(l, one)), 2
		}
	}
	changed := s.sheet.OnChanged
	s.sheet.OnChanged = nil
	s.sheet.SetOptions(append(titles, l.T("badges.stock.other")))
	s.sheet.SetSelectedIndex(at)
	s.sheet.OnChanged = changed
}

// taken follows the choice: a sheet, or the panel with all of them.
func (s *stock) taken() {
	if s.sheet.SelectedIndex() < len(s.offered) {
		s.use(s.chosen())
		return
	}
	s.offer(s.env.Setting(paper.SettingSheet)) // who leaves the panel keeps the paper as it was
	base := s.chosen()
	if base.Cells() == 0 {
		base = stocks.All()[0]
	}
	chooseStock(s.env, s.all, base, s.use)
}

// use prints on a stock from now on.
func (s *stock) use(one stocks.Stock) {
	if _, known := stocks.Find(s.all, one.Name); one.Name != "" && !known { // it was added this moment
		s.all = append([]stocks.Stock{one}, s.all...)
	}
	s.env.SetSetting(paper.SettingSheet, one.Name)
	s.offer(one.Name)
	s.draw()
	s.changed()
}

// chosen is the stock chosen; the zero one is a badge a page.
func (s *stock) chosen() stocks.Stock {
	if i := s.sheet.SelectedIndex(); i > 0 && i < len(s.offered) {
		return s.offered[i]
	}
	return stocks.Stock{}
}

func (s *stock) faces() document.Side { return document.Sides()[max(0, s.side.SelectedIndex())] }

// on is how a document is made on this paper.
func (s *stock) on(o document.Options) document.Options {
	o.Side = s.faces()
	if one := s.chosen(); one.Name != "" {
		o.Sheet = document.SheetOf(one)
	}
	if s.cells != nil {
		o.StartCell = s.cells.First
	}
	return o
}

// sheetOf cuts out of all rows those on the sheet that one of them is on, with the options of that sheet.
func sheetOf(rows []seminar.RosterRow, one seminar.RosterRow, o document.Options) ([]seminar.RosterRow, document.Options) {
	at := slices.IndexFunc(rows, func(r seminar.RosterRow) bool { return r.RegistrationID == one.RegistrationID })
	cells := o.Sheet.Cells()
	if at < 0 || cells == 0 {
		return []seminar.RosterRow{one}, o
	}
	used := max(o.StartCell, 1) - 1 // cells of the first sheet
	first := (at+used)/cells*cells - used
	if first > 0 {
		o.StartCell = 1
	}
	return rows[max(0, first):min(first+cells, len(rows))], o
}

// proof makes the page or sheet that the person in front is on, as it will print.
func proof(ctx context.Context, d *desk.Desk, rows []seminar.RosterRow, front seminar.RosterRow, o document.Options) (docpage.Document, error) {
	rows, o = sheetOf(rows, front, o)
	badges, err := d.BadgesFor(ctx, front.SeminarID, rows)
	if err != nil {
		return docpage.Document{}, err
	}
	doc, _ := document.Badges(badges, o)
	return doc, nil
}
