package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/dialogs"
	"lanyard/ui/task"
)

// sealFile asks for a password, and writes a file that opens with it alone. What it is made from stands meanwhile in a folder
// that only this user can read.
func (w *Window) sealFile(path string, write func(context.Context, string, task.Progress) error) {
	dialogs.Password{Lang: w.lang, Canvas: w.window.Canvas(), New: true, Title: w.lang.T("privacy.password.new", "file", filepath.Base(path)),
		Chosen: func(password string) { w.writeFile(path, sealing(password, write)) }}.Show()
}

func sealing(password string, write func(context.Context, string, task.Progress) error) func(context.Context, string, task.Progress) error {
	return func(ctx context.Context, path string, p task.Progress) error {
		dir, err := os.MkdirTemp("", filing.Temporary+"*") // 0700
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		plain := filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), filing.Sealed))
		if err := write(ctx, plain, p); err != nil {
			return err
		}
		from, err := os.Open(plain)
		if err != nil {
			return err
		}
		defer from.Close()
		return filing.Write(path, func(to io.Writer) error {
			return filing.Seal(to, password, func(w io.Writer) error {
				_, err := io.Copy(w, until{ctx, from})
				return err
			})
		})
	}
}

// until reads until somebody cancels.
type until struct {
	ctx  context.Context
	from io.Reader
}

func (u until) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.from.Read(p)
}

// unseal gives a file that was chosen as it was before it was protected: it asks for the password until it is right. The copy
// is deleted when the window closes.
func (w *Window) unseal(path, wrong string, then func(string)) {
	sealed, err := filing.SealedFile(path)
	if err != nil || !sealed {
		then(path) // whoever reads it says what is wrong
		return
	}
	type opened struct {
		plain  string
		forget func()
	}
	dialogs.Password{Lang: w.lang, Canvas: w.window.Canvas(), Wrong: wrong, Title: w.lang.T("privacy.password.of", "file", filepath.Base(path)),
		Chosen: func(password string) {
			task.Run(w.ctx, w.run, func(context.Context) (opened, error) {
				plain, forget, err := filing.Opened(path, password, "")
				return opened{plain, forget}, err
			}, func(o opened, err error) {
				switch {
				case seminar.CodeOf(err) == filing.CodePassword:
					w.unseal(path, w.lang.Err(err), then)
				case err != nil:
					w.fail(err)
				default:
					w.plain = append(w.plain, o.forget)
					then(o.plain)
				}
			})
		}}.Show()
}

// findWorkspace asks for another workspace. A protected backup is none: what was written into its copy would be lost.
func (w *Window) findWorkspace() {
	w.findFile([]string{".lanyard"}, func(path string) {
		if sealed, err := filing.SealedFile(path); err == nil && sealed {
			w.fail(seminar.Errorf("sealed_workspace", "This is a protected backup. Restore it in the settings."))
			return
		}
		w.openWorkspace(path)
	})
}
