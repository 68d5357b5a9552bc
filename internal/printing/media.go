package printing

import (
	"fmt"
	"math"
	"strings"
)

// Media names a size of paper in millimetres as printers do (PWG 5101.1).
func Media(width, height float64) string {
	class, name := "custom", "lanyard"
	for _, iso := range []struct {
		name          string
		width, height float64
	}{{"a4", 210, 297}, {"a5", 148, 210}, {"a6", 105, 148}, {"a7", 74, 105}} {
		if math.Abs(width-iso.width) < 1 && math.Abs(height-iso.height) < 1 {
			class, name, width, height = "iso", iso.name, iso.width, iso.height
		}
	}
	return fmt.Sprintf("%s_%s_%gx%gmm", class, name, width, height)
}

// MediaName is a size's name as people say it: “A6 105 × 148 mm” of iso_a6_105x148mm, “Letter 8.5 × 11 in” of
// na_letter_8.5x11in; what is no such name as it is.
func MediaName(keyword string) string {
	parts := strings.SplitN(keyword, "_", 3)
	if len(parts) < 3 {
		return keyword
	}
	size := parts[2]
	for _, u := range []string{"mm", "in"} {
		if n, ok := strings.CutSuffix(size, u); ok {
			size = strings.Replace(n, "x", " × ", 1) + " " + u
		}
	}
	if parts[0] == "custom" || parts[1] == "" {
		return size
	}
	return strings.ToUpper(parts[1][:1]) + parts[1][1:] + " " + size
}
