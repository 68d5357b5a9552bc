package paper_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/document"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestFileNamesThatEveryDiskTakes(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{"badges", "2025-07-18"}, "badges-2025-07-18.pdf"},
		{[]string{"badge", "A-0010"}, "badge-a-0010.pdf"},
		{[]string{"../../etc/passwd", "a:b*c?"}, "etc-passwd-a-b-c.pdf"},
		{[]string{"Nümayəndə heyətləri", ""}, "nümayəndə-heyətləri.pdf"},
		{[]string{"con\x00 trol\n", "\u202eabc"}, "con-trol-abc.pdf"},
	} {
		if got := filing.Name("pdf", c.parts...); got != c.want {
			t.Errorf("%q gives %q, not %q", c.parts, got, c.want)
		}
	}
}

// bare is a page with a preview and nothing else.
type bare struct{ preview *paper.Preview }

func (b *bare) Content() fyne.CanvasObject { return b.preview.Content() }
func (b *bare) Show()                      {}
func (b *bare) Hide()                      {}

func newPreview(t *testing.T) (*uitest.Stand, *paper.Preview) {
	t.Helper()
	s := uitest.New(t, uitest.Options{Empty: true})
	b := &bare{paper.New(s.Env)}
	s.Show(b)
	return s, b.preview
}

func TestACancelledWriteLeavesTheOldFile(t *testing.T) {
	s, p := newPreview(t)
	doc, _ := document.Badges([]document.Badge{{}}, p.Options())
	path := filepath.Join(t.TempDir(), "badges.pdf")
	s.No(os.WriteFile(path, []byte("the old file"), 0o600))
	ctx, cancel := context.WithCancel(context.Background())
	err := p.Write(ctx, path, doc, func(fraction float64, _ string) {
		if fraction > 0.5 {
			cancel()
		}
	})
	data, _ := os.ReadFile(path)
	if !errors.Is(err, context.Canceled) || string(data) != "the old file" {
		t.Errorf("a cancelled write says %v and leaves %q", err, data)
	}
	doc, _ = document.Badges([]document.Badge{{}}, p.Options())
	var told []float64
	s.No(p.Write(context.Background(), path, doc, func(fraction float64, _ string) { told = append(told, fraction) }))
	if pages := s.Pages(path); len(pages) != 1 || len(told) < 2 || told[len(told)-1] != 1 {
		t.Errorf("%d pages; told %v", len(pages), told)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the file stand %v", left)
	}
}

func TestANoticeComesAndGoes(t *testing.T) {
	s, p := newPreview(t)
	p.Show(func(context.Context) (docpage.Document, error) {
		doc, _ := document.Badges([]document.Badge{{}, {}}, p.Options())
		return doc, nil
	})
	p.Say(widgets.KindAttention, "Only a preview", "Never checked in.")
	view := uitest.Find[*widgets.PagePreview](s)[0]
	if !s.Mentions("Only a preview") || view.Pages != 2 || view.Position().Y == 0 {
		t.Errorf("the notice is not above the page: %d pages at %v", view.Pages, view.Position())
	}
	p.Turn(1)
	if view.Page != 2 {
		t.Errorf("turned to page %d", view.Page)
	}
	p.Clear()
	if s.Mentions("Only a preview") || view.Image != nil {
		t.Error("something is left of it")
	}
}
