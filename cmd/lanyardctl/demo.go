package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lanyard/internal/demo"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/workspace"
)

func (p *program) demoCommand() *cobra.Command {
	var people int
	var dir string
	c := command("demo", "Make a sample workspace with programme, people, check-ins, and its documents", "demo --dir demo --people 500",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if people < 1 {
				return usage(fmt.Errorf("--people is how many people, at least 1, not %d", people))
			}
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			path := filepath.Join(dir, "sample.lanyard")
			if p.workspace != "" || os.Getenv(workspace.Variable) != "" {
				var err error
				if path, err = p.path(); err != nil {
					return err
				}
			}
			if err := p.sample(ctx, path, people); err != nil {
				return err
			}
			p.workspace = path
			if err := p.open(ctx); err != nil {
				return err
			}
			files, err := p.demoFiles(ctx, dir)
			if err != nil {
				return err
			}
			answer := map[string]any{"workspace": path, "files": files}
			return p.print(answer, func(w io.Writer) {
				for _, f := range append([]string{path}, files...) {
					fmt.Fprintln(w, f)
				}
			})
		})
	c.Flags().IntVar(&people, "people", demo.People, "how many people; the same ones each time")
	c.Flags().StringVar(&dir, "dir", "demo", "the folder for the workspace and its documents")
	return c
}

// sample makes the sample workspace, whole or not at all: it is filled beside its place.
func (p *program) sample(ctx context.Context, path string, people int) error {
	if _, err := os.Stat(path); err == nil {
		return seminar.Errorf("workspace_exists", "There is a workspace at {path} already. Nothing was changed. Choose another folder, or remove it.").WithArg("path", path)
	}
	filling := path + ".filling"
	remove := func() {
		for _, tail := range []string{"", "-wal", "-shm"} {
			os.Remove(filling + tail)
		}
	}
	remove() // left by one that was killed
	defer remove()
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filling, Create: true, Language: p.lang.Tag()})
	if err != nil {
		return err
	}
	show := map[string]func(int, int){}
	err = demo.Fill(ctx, p.deskOver(store), people, func(what string, done, total int) {
		if show[what] == nil {
			show[what] = p.progress(what)
		}
		if show[what] != nil {
			show[what](done, total)
		}
	})
	if e := store.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(filling, path)
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
		_, err := p.writeBadges(ctx, s, rows, path, document.Options{})
		return err
	})
	write("badges-a4.pdf", func(path string) error {
		_, err := p.drawBadges(ctx, s, rows, path, document.Options{Sheet: document.Sheets()[0], Side: document.Both})
		return err
	})
	write("certificates.pdf", func(path string) error {
		ids := make([]seminar.ID, len(rows))
		for i, r := range rows {
			ids[i] = r.AttendeeID
		}
		_, err := p.issueTo(ctx, s, "", ids, path)
		return err
	})
	for _, kind := range reportKinds() {
		write(kind+".pdf", func(path string) error { _, _, err := p.writeReport(ctx, s, newWanted(kind), path, false); return err })
	}
	for _, name := range []string{"attendance.csv", "attendance.xlsx", "summary.xlsx"} {
		kind := name[:len(name)-len(filepath.Ext(name))]
		write(name, func(path string) error { _, _, err := p.writeReport(ctx, s, newWanted(kind), path, false); return err })
	}
	return files, err
}
