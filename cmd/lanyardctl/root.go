package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/fontfile"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/typeset"
	"lanyard/internal/workspace"
)

// streams are where a command reads and writes, so that a test can stand in for a terminal.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// program is one run of the command line: the flags that every command takes, and the workspace once it is open.
type program struct {
	streams
	workspace string
	json      bool
	seminarID string
	operator  string
	language  string
	font      string
	role      seminar.Role
	sealing   sealing
	piped     bool // standard output is the file that was asked for

	store *sqlite.Store
	desk  *desk.Desk
	lang  *i18n.Lang
}

// run carries out one command line.
func run(ctx context.Context, args []string, s streams) error {
	// Until the flags are read, and if they cannot be, --json still says how to answer.
	p := &program{streams: s, json: slices.Contains(args, "--json"), piped: piped(args), lang: i18n.Open("")}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if p.store != nil {
		err = errors.Join(err, p.store.Close())
	}
	return p.report(ctx, err)
}

// piped says whether a command line asks for its file on standard output.
func piped(args []string) bool {
	return slices.Contains(args, "--out="+standard) || strings.Contains("\x00"+strings.Join(args, "\x00")+"\x00", "\x00--out\x00"+standard+"\x00")
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{Use: "lanyardctl", Short: "The registration desk without a window",
		Long: "lanyardctl registers people, checks them in, prints badges and certificates and reports on a seminar,\n" +
			"on the same workspace as the window. Exit status: 0 done; 1 failed; 2 wrong usage; 3 not found;\n" +
			"4 refused; 5 workspace damaged or of another version; 6 in use.",
		SilenceErrors: true, SilenceUsage: true}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage(err) })
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if err := p.speak(); err != nil || p.font == "" {
			return err
		}
		_, _, err := fontfile.Read(p.font)
		return err
	}
	flags := root.PersistentFlags()
	flags.StringVar(&p.workspace, "workspace", "", "the database file (or "+workspace.Variable+"; else the window's own)")
	flags.BoolVar(&p.json, "json", p.json, "one JSON document on standard output")
	flags.StringVar(&p.seminarID, "seminar", "", "the seminar's id or title (default: the only one, or the one running today)")
	flags.StringVar(&p.operator, "operator", whoever(), "who works at the desk")
	flags.StringVar(&p.language, "language", "", "language of documents and answers (en, az; default: the system's)")
	flags.StringVar(&p.font, "font", "", "a font file for letters that the embedded fonts lack (default: the one chosen in the window's settings)")
	flags.StringVar(&p.sealing.file, "password-file", "", "a file whose first line is the password of protected files (or "+passwordVariable+"; else the terminal asks)")
	root.AddCommand(p.initCommand(), p.demoCommand())
	root.AddCommand(p.programmeCommands()...)
	root.AddCommand(p.importCommand(), p.attendeesCommand(), p.registerCommand(), p.photosCommand())
	root.AddCommand(p.checkinCommand(), p.undoCommand(), p.logCommand(), p.attendanceCommand(), p.liveCommand(), p.operatorsCommand())
	root.AddCommand(p.badgesCommand(), p.templatesCommand(), p.sheetsCommand(), p.certificatesCommand(), p.verifyCommand(), p.reportCommand(), p.formCommand(), p.exportCommand(), p.previewCommand(), p.printCommand(), p.printersCommand())
	root.AddCommand(p.backupCommand(), p.restoreCommand(), p.snapshotsCommand(), p.doctorCommand())
	return root
}

// whoever is the operator when nobody is named: the user of this computer.
func whoever() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return os.Getenv("USER")
}

// speak chooses the language of this run.
func (p *program) speak() error {
	p.lang = i18n.Open(p.language)
	asked := strings.ToLower(strings.ReplaceAll(p.language, "_", "-"))
	if asked == "" || asked == "auto" || strings.HasPrefix(asked, p.lang.Tag()) {
		return nil
	}
	var tags []string
	for _, l := range i18n.Languages() {
		tags = append(tags, l.Tag)
	}
	return usage(fmt.Errorf("there is no language %q; the languages are %s", p.language, strings.Join(tags, ", ")))
}

// setter sets the text of this run's documents: with the font file that was said, or else the one of the settings.
func (p *program) setter() *typeset.Setter {
	if p.font != "" {
		return typeset.WithSystem(p.font)
	}
	return typeset.WithSystem(fontfile.Folder(workspace.Fonts()).Files()...)
}

// path is the workspace of this run.
func (p *program) path() (string, error) {
	if p.workspace != "" {
		return filepath.Abs(p.workspace)
	}
	return workspace.Path()
}

// open opens the workspace, which must be there.
func (p *program) open(ctx context.Context) error { return p.openOrCreate(ctx, false) }

func (p *program) openOrCreate(ctx context.Context, create bool) error {
	path, err := p.path()
	if err != nil {
		return err
	}
	p.store, err = sqlite.Open(ctx, sqlite.Options{Path: path, Create: create, Language: p.lang.Tag(), Lean: true})
	if err != nil {
		return err
	}
	if service := workspace.Synchronised(path); service != "" {
		fmt.Fprintf(p.err, "lanyardctl: the workspace lies in a folder that %s synchronises, where it may lose what was written; move it to another folder.\n", service)
	}
	p.desk = p.deskOver(p.store)
	if err := p.inRole(ctx); err != nil {
		return err
	}
	return p.renew(ctx)
}

// renew brings keys that another version made up to this one. The language that names are sorted in is the window's to choose.
func (p *program) renew(ctx context.Context) error {
	tell := p.progress("index")
	_, err := p.store.Renew(ctx, "", func(part float64) {
		if tell != nil {
			tell(int(part*100), 100)
		}
	})
	return err
}

// deskOver is the desk of this run over a workspace.
func (p *program) deskOver(store *sqlite.Store) *desk.Desk {
	return desk.New(desk.Options{Store: store, Keeper: store, Operator: p.operator,
		Role: p.role, Log: slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: slog.LevelWarn}))})
}

// inRole gives this run the rights of the operator it names. Any other name, which is not asked for a PIN because it has
// the file itself in its hands, may do everything.
func (p *program) inRole(ctx context.Context) error {
	p.role = seminar.Administrator
	operators, err := p.desk.Operators(ctx)
	for _, o := range operators {
		if strings.EqualFold(o.Name, p.operator) {
			p.operator, p.role = o.Name, o.Role
		}
	}
	p.desk = p.deskOver(p.store)
	return err
}

// seminar opens the workspace and gives the seminar that the flags mean.
func (p *program) seminar(ctx context.Context) (seminar.Seminar, error) {
	if err := p.open(ctx); err != nil {
		return seminar.Seminar{}, err
	}
	return p.desk.FindSeminar(ctx, p.seminarID)
}

// command is a leaf with its example; run gets the context of the call.
func command(use, short, example string, args cobra.PositionalArgs, run func(context.Context, []string) error) *cobra.Command {
	checked := func(c *cobra.Command, a []string) error {
		if err := args(c, a); err != nil {
			return usage(err)
		}
		return nil
	}
	return &cobra.Command{Use: use, Short: short, Example: "  lanyardctl " + example, Args: checked,
		PreRunE: func(c *cobra.Command, _ []string) error { return usage(c.ValidateRequiredFlags()) },
		RunE:    func(c *cobra.Command, a []string) error { return run(c.Context(), a) }}
}
