package printing

import (
	"fmt"
	"math"
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
