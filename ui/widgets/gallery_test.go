package widgets_test

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// useTheme starts a test application with a mode of the theme.
func useTheme(t *testing.T, mode theme.Mode) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
}

// window shows an object at a size in a test window.
func window(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// TestGalleryDraws draws every widget in both themes and both directions and checks that the picture
// is not blank. With LANYARD_GALLERY set to a folder the pictures stay there to be looked at.
func TestGalleryDraws(t *testing.T) {
	dir := os.Getenv("LANYARD_GALLERY")
	if dir == "" {
		dir = t.TempDir()
	}
	for name, mode := range map[string]theme.Mode{"light": theme.AlwaysLight, "dark": theme.AlwaysDark} {
		for _, rtl := range []bool{false, true} {
			useTheme(t, mode)
			for sheet, o := range map[string]fyne.CanvasObject{"desk": deskSheet(rtl), "people": peopleSheet(rtl), "parts": partsSheet(rtl)} {
				img := window(t, o, 1280, 720).Canvas().Capture()
				if colours := distinct(img); colours < 50 {
					t.Errorf("%s %s rtl=%v: only %d colours drawn", sheet, name, rtl, colours)
				}
				save(t, filepath.Join(dir, fmt.Sprintf("%s-%s-rtl-%v.png", sheet, name, rtl)), img)
			}
		}
	}
}

func distinct(img image.Image) int {
	seen := map[color.Color]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			seen[img.At(x, y)] = true
		}
	}
	return len(seen)
}

func save(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func rail(rtl bool) *widgets.Rail {
	r := widgets.NewRail([]widgets.RailItem{
		{ID: "desk", Icon: theme.IconDesk, Label: "Desk"}, {ID: "attendees", Icon: theme.IconAttendees, Label: "Attendees"},
		{ID: "programme", Icon: theme.IconProgramme, Label: "Programme"}, {ID: "badges", Icon: theme.IconBadges, Label: "Badges"},
		{ID: "certificates", Icon: theme.IconCertificates, Label: "Certificates of participation"}, {ID: "reports", Icon: theme.IconReports, Label: "Reports"},
	}, []widgets.RailItem{{ID: "settings", Icon: theme.IconSettings, Label: "Settings"}}, nil)
	r.Selected, r.RTL = "desk", rtl
	return r
}

func deskSheet(rtl bool) fyne.CanvasObject {
	entry := widgets.NewScanEntry("Scan a badge, or type a name")
	entry.RTL = rtl
	entry.SetText("aliyev")
	results := widgets.NewResultList(nil)
	results.RTL = rtl
	flag := image.NewUniform(color.NRGBA{R: 0x00, G: 0x99, B: 0xB5, A: 0xFF})
	picture := image.NewNRGBA(image.Rect(0, 0, 24, 18))
	for i := range picture.Pix {
		picture.Pix[i] = [4]uint8{flag.C.(color.NRGBA).R, 0x99, 0xB5, 0xFF}[i%4]
	}
	results.Set([]widgets.Result{
		{ID: "1", Title: "Əli Əliyev", Native: "علي علييف", Meta: "Mədəniyyət Nazirliyi", Tag: "Speaker", Flag: picture},
		{ID: "2", Title: "Әлия Қасымова", Meta: "Қазақстан Республикасының Мәдениет және ақпарат министрлігі", Hint: "sounds alike", Tag: "Head of delegation", Flag: picture, Kind: widgets.KindAccepted},
		{ID: "3", Title: "Abdurahmonov-Muhammadjonov Shahobiddinxo‘ja Nizomiddin o‘g‘li", Native: "عبد الرحمنوف", Tag: "Delegate", Flag: picture, Kind: widgets.KindAttention},
	})
	answer := widgets.NewAnswerPanel(widgets.Answer{Kind: widgets.KindAlready, Name: "Leyla Qafar-zadə", Native: "ليلى قفارزاده",
		Sentence: "Already checked in at 09:12, desk B", Detail: "Delegate · Azerbaijan · Ministry of Culture", Hint: "Let her in if she came back."})
	answer.RTL = rtl
	counters := widgets.NewCounterStrip(widgets.Counter{Label: "expected", Value: "124"}, widgets.Counter{Label: "arrived", Value: "86"}, widgets.Counter{Label: "inside", Value: "81"})
	counters.RTL = rtl
	direction := widgets.NewSegmented([]widgets.Segment{{ID: "in", Label: "Entry", Icon: theme.IconEnter}, {ID: "out", Label: "Exit", Icon: theme.IconExit}}, "in", nil)
	direction.RTL = rtl
	toasts := widgets.NewToastStack()
	toasts.Push(widgets.Toast{Kind: widgets.KindAccepted, Message: "Нұрлан Өтегенов is checked in", ActionLabel: "Undo", OnAction: func() {}})
	head := widgets.Row(rtl, theme.Space4, direction, widgets.Spring(), counters)
	body := container.NewGridWithColumns(2, results, answer)
	if rtl {
		body = container.NewGridWithColumns(2, answer, results)
	}
	page := widgets.Padded(theme.Space5, container.NewBorder(widgets.Column(theme.Space4, head, entry), nil, nil, nil, widgets.Inset(0, theme.Space4, body)))
	return container.NewStack(widgets.Edge(rtl, nil, nil, rail(rtl), nil, page), toasts)
}

func people(n int) func(context.Context, int, int) (widgets.TablePage, error) {
	return func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
		page := widgets.TablePage{Total: n}
		for i := offset; i < min(offset+limit, n); i++ {
			name := []string{"Leyla Qafar-zadə", "Әлия Қасымова", "ليلى قفارزاده", "Abdurahmonov Shahobiddinxo‘ja Nizomiddin o‘g‘li"}[i%4]
			kind, word := widgets.KindAccepted, "Arrived"
			if i%3 == 0 {
				kind, word = widgets.KindAttention, "Waiting list"
			}
			page.Rows = append(page.Rows, widgets.TableRow{ID: fmt.Sprint(i), Cells: []widgets.TableCell{
				{Text: name, Bold: true}, {Text: "Delegate", Colour: color.NRGBA{R: 0x7C, G: 0x3A, B: 0xED, A: 0xFF}},
				{Text: "Ministry of Culture of the Republic", Quiet: true}, {Text: word, Kind: kind}, {Text: fmt.Sprintf("%d h", i%9)},
			}})
		}
		return page, nil
	}
}

func columns() []widgets.TableColumn {
	return []widgets.TableColumn{
		{ID: "name", Title: "Name", Width: 180, Grow: true, Sortable: true}, {ID: "category", Title: "Category", Width: 120, Sortable: true},
		{ID: "organisation", Title: "Organisation", Width: 160, Grow: true}, {ID: "status", Title: "Status", Width: 130, Sortable: true},
		{ID: "hours", Title: "Hours", Width: 70, Align: widgets.AlignEnd},
	}
}

func peopleSheet(rtl bool) fyne.CanvasObject {
	table := widgets.NewDataTable(task.Synchronous{}, columns(), people(100000))
	table.RTL, table.SortBy = rtl, "name"
	table.Reload()
	test.Type(table.Focusable(), "")
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown} {
		table.Focusable().TypedKey(&fyne.KeyEvent{Name: key})
	}
	given := widgets.NewEntry("", false)
	given.SetText("Leyla")
	email := widgets.NewEntry("", false)
	email.SetText("leyla@@culture")
	bad := widgets.NewFormField("E-mail", email)
	bad.SetError("This is not an e-mail address: it has two @ signs.")
	bad.RTL = rtl
	good := widgets.NewFormField("Given name", given)
	good.Required, good.Hint, good.RTL = true, "As it shall stand on the badge", rtl
	save := widgets.NewButton("Save", func() {})
	save.Importance = widget.HighImportance
	panel := widgets.NewSidePanel("Leyla Qafar-zadə", widgets.Column(theme.Space4,
		widgets.Row(rtl, theme.Space3, widgets.NewAvatar("Leyla Qafar-zadə", nil, 64), widgets.NewCategoryBand("Delegate", color.NRGBA{R: 0x7C, G: 0x3A, B: 0xED, A: 0xFF})), good, bad), func() {}, widgets.NewButton("Cancel", func() {}), save)
	panel.RTL = rtl
	on := widgets.NewChip("Arrived", 86, nil)
	on.Selected, on.RTL = true, rtl
	chips := widgets.Row(rtl, theme.Space2, widgets.NewChip("All", 124, nil), on, widgets.NewChip("Waiting list", 3, nil), widgets.NewChip("Auf Genehmigung wartend", -1, nil))
	title := widgets.Title("Attendees")
	title.RTL = rtl
	page := widgets.Padded(theme.Space5, container.NewBorder(widgets.Column(theme.Space3, title, chips), nil, nil, nil, widgets.Inset(0, theme.Space3, table)))
	return widgets.Edge(rtl, nil, nil, nil, panel, page)
}

func partsSheet(rtl bool) fyne.CanvasObject {
	progress := widgets.NewProgressCard("Printing 124 badges", "Cancel", func() {})
	progress.RTL = rtl
	progress.Set(0.62, "77 of 124: Нұрлан Өтегенов")
	page := image.NewNRGBA(image.Rect(0, 0, 210, 297))
	for i := range page.Pix {
		page.Pix[i] = 0xFF
	}
	preview := widgets.NewPagePreview(nil)
	preview.RTL = rtl
	preview.Set(page, 1, 3)
	empty := widgets.NewEmptyState(theme.IconAttendees, "Nobody is registered yet", "Bring in the list that you have, from a spreadsheet or another programme, or register people one by one.", "Import a list", func() {})
	pills := widgets.Row(rtl, theme.Space2, widgets.NewStatusPill(widgets.KindAccepted, "Arrived"), widgets.NewStatusPill(widgets.KindAttention, "Pending"), widgets.NewStatusPill(widgets.KindAlready, "Left"), widgets.NewStatusPill(widgets.KindRefused, "Cancelled"))
	kinds := container.NewGridWithColumns(2)
	for _, k := range []widgets.Kind{widgets.KindAccepted, widgets.KindAttention, widgets.KindRefused, widgets.KindReady} {
		a := widgets.NewAnswerPanel(widgets.Answer{Kind: k, Name: "Müəllif", Sentence: "Checked in at Panel 1"})
		if k == widgets.KindReady {
			a.Answer = widgets.Answer{Kind: k, Sentence: "Ready", Detail: "Scan a badge, or type a name"}
		}
		a.RTL = rtl
		kinds.Add(a)
	}
	left := widgets.Column(theme.Space4, pills, progress)
	return widgets.Padded(theme.Space4, container.NewGridWithColumns(3, left, kinds, container.NewGridWithRows(2, preview, widgets.NewCard(empty))))
}
