// Package icons embeds the line icons of the window.
//
// They are Lucide icons (see LICENSE), named after what they mean in Lanyard, with their strokes
// turned into filled outlines because the toolkit recolours fills only.
package icons

import "embed"

// Files holds every icon by its file name, such as "desk.svg": 24 by 24 units, one colour.
//
//go:embed *.svg
var Files embed.FS
