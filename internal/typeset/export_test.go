package typeset

// LevelsOf and Visual let the tests follow the bidirectional algorithm character by character.
var LevelsOf = levelsOf

// Visual gives the order in which characters of these levels stand from left to right.
func Visual(levels []int8) []int {
	runs := make([]shapedRun, len(levels))
	for i, l := range levels {
		runs[i].start, runs[i].level = i, l
	}
	var out []int
	for _, r := range visual(runs) {
		out = append(out, r.start)
	}
	return out
}
