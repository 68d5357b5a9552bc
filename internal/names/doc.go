// Package names finds people by their names however they are spelt: across Latin, Cyrillic and Arabic letters, across
// passports and transcriptions, from the first letter typed. It also cleans names for storage and says which look
// doubtful. Its functions are pure and keep no state.
//
// A text is read in three ways, each coarser than the one before (see Tier):
//
//   - strict: readable Latin, one letter at a time, with the two or so spellings each letter commonly has;
//   - loose: letters that transcriptions exchange fall into one class (q, g, k and gh; a and e; …), glides vanish;
//   - skeleton: consonants only for what is written in Arabic script, which leaves short vowels out; elsewhere the
//     vowels, whichever they are, must stand in the same places.
//
// How a letter is spelt stands in the tables of letters*.go; how a group of letters is read, in the clusters of
// loose.go; how much must agree for a skeleton, in skeleton.go.
//
// For people rather than for the search, Passport proposes how the passports of a country spell a name that is written in
// another script.
package names
