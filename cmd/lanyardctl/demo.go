package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
)

func (p *program) demoCommand() *cobra.Command {
	var people int
	var dir string
	c := command("demo", "Make a sample workspace with programme, people, check-ins, and its documents", "demo --dir demo",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			if p.workspace == "" {
				p.workspace = filepath.Join(dir, "sample.lanyard")
			}
			if _, err := os.Stat(p.workspace); err == nil {
				return seminar.Errorf("exists", "There is a workspace at {path} already. Choose another folder, or remove it.").WithArg("path", p.workspace)
			}
			if err := p.openOrCreate(ctx, true); err != nil {
				return err
			}
			if err := p.fill(ctx, people); err != nil {
				return err
			}
			files, err := p.demoFiles(ctx, dir)
			if err != nil {
				return err
			}
			answer := map[string]any{"workspace": p.workspace, "files": files}
			return p.print(answer, func(w io.Writer) {
				for _, f := range append([]string{p.workspace}, files...) {
					fmt.Fprintln(w, f)
				}
			})
		})
	c.Flags().IntVar(&people, "people", demo.People, "how many people; the same ones each time")
	c.Flags().StringVar(&dir, "dir", "demo", "the folder for the workspace and its documents")
	return c
}

func (p *program) fill(ctx context.Context, people int) error {
	show := map[string]func(int, int){}
	return demo.Fill(ctx, p.desk, people, func(what string, done, total int) {
		if show[what] == nil {
			show[what] = p.progress(what)
		}
		if show[what] != nil {
			show[what](done, total)
		}
	})
}

// demoDocuments is how many people the sample's badges and certificates are made for: a large sample is for searching.
const demoDocuments = 200

// demoFiles writes every kind of document of the sample seminar.
func (p *program) demoFiles(ctx context.Context, dir string) ([]string, error) {
	s, err := p.desk.Seminar(ctx, demo.ID("cooperation-2025"))
	if err != nil {
		return nil, err
	}
	rows, err := p.desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.ID, Limit: demoDocuments})
	if err != nil {
		return nil, err
	}
	var files []string
	write := func(name string, do func(string) error) {
		path := filepath.Join(dir, name)
		if err == nil {
			if err = do(path); err == nil {
				files = append(files, path)
			}
		}
	}
	write("badges.pdf", func(path string) error {
		_, err := p.writeBadges(ctx, s, rows, path, badgeOptions{})
		return err
	})
	write("certificates.pdf", func(path string) error {
		ids := make([]seminar.ID, len(rows))
		for i, r := range rows {
			ids[i] = r.AttendeeID
		}
		_, err := p.issueTo(ctx, s, ids, path)
		return err
	})
	summary, e := p.desk.Summary(ctx, s.ID)
	if e != nil {
		return files, e
	}
	for _, kind := range reportKinds() {
		write(kind+".pdf", func(path string) error { _, err := p.writeReport(ctx, kind, summary, path); return err })
	}
	for _, name := range []string{"attendance.csv", "attendance.xlsx", "summary.xlsx"} {
		kind := name[:len(name)-len(filepath.Ext(name))]
		write(name, func(path string) error { _, err := p.writeReport(ctx, kind, summary, path); return err })
	}
	return files, err
}
