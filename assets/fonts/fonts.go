// Package fonts embeds the typefaces that Lanyard draws with, on screen and on paper.
// They are Google's Noto fonts under the SIL Open Font Licence 1.1; see OFL.txt.
package fonts

import "embed"

// Files holds every embedded font by its file name, such as "NotoSans-Regular.ttf".
//
//go:embed *.ttf
var Files embed.FS
