// Package keep holds the module requirements while the packages that use them are being written.
package keep

import (
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/test"
	_ "fyne.io/fyne/v2/widget"
	_ "github.com/go-text/typesetting/harfbuzz"
	_ "github.com/go-text/typesetting/segmenter"
	_ "github.com/go-text/typesetting/shaping"
	_ "github.com/gofrs/flock"
	_ "github.com/google/uuid"
	_ "github.com/jung-kurt/gofpdf"
	_ "github.com/piglig/go-qr"
	_ "github.com/pressly/goose/v3"
	_ "github.com/spf13/cobra"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/image/vector"
	_ "golang.org/x/image/font/sfnt"
	_ "golang.org/x/text/collate"
	_ "golang.org/x/text/encoding/charmap"
	_ "golang.org/x/text/encoding/unicode"
	_ "golang.org/x/text/feature/plural"
	_ "golang.org/x/text/language/display"
	_ "golang.org/x/text/unicode/bidi"
	_ "golang.org/x/text/unicode/norm"
	_ "modernc.org/sqlite"
)
