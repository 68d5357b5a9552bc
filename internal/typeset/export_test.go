package typeset

// LevelsOf and Visual let the tests follow the bidirectional algorithm character by character.
var LevelsOf = levelsOf

// Visual gives the order in which characters of these levels stand from left to right.
func Visual(levels []int8) []int {
	at := make([]int, len(levels))
	for i := range at {
		at[i] = i
	}
	return visual(at, func(i int) int8 { return levels[i] })
}
