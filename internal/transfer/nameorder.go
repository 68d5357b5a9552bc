package transfer

import (
	"slices"
	"strings"
)

// NameOrder says how whole names are divided where a list does not.
type NameOrder string

// The orders.
const (
	NamesByCountry   NameOrder = "" // as each name shows, or else as the rest of the list does, or as the person's country writes them
	NamesGivenFirst  NameOrder = "given_first"
	NamesFamilyFirst NameOrder = "family_first"
)

// NameOrders are all of them, in the order a list offers them.
func NameOrders() []NameOrder { return []NameOrder{NamesByCountry, NamesGivenFirst, NamesFamilyFirst} }

// Division says by what a whole name was divided.
type Division string

// The ways, the surest first. The last two are those that a person should look at.
const (
	DividedNot          Division = "" // it is one word
	DividedAtComma      Division = "comma"
	DividedAsChosen     Division = "chosen"     // Options.Names
	DividedByPatronymic Division = "patronymic" // "Алиев Вели Ахмедович", "Əli Vəli oğlu Əliyev"
	DividedByEnding     Division = "ending"     // one word can hardly be anything but a family name
	DividedByScript     Division = "script"     // Chinese, Korean and Japanese
	DividedByColumn     Division = "column"     // the column is of names with the family name first
	DividedAsOthers     Division = "others"     // as those names of the list that show their order
	DividedByHabit      Division = "country"    // as the person's country does
	DividedAsUsual      Division = "usual"      // the last word is the family name
)

// divider divides the whole names of one list; the zero value divides single names.
type divider struct {
	order  NameOrder
	column bool // is of names with the family name first
	list   bool // one whose order counts

	first, last int // names that show that their family name is the first, or the last
}

// look learns from a name how the list is written.
func (d *divider) look(whole string) {
	if words := nameWords(whole); len(words) > 1 && !strings.Contains(whole, ",") {
		switch first, by := shown(words); {
		case by != DividedNot && first:
			d.first++
		case by != DividedNot:
			d.last++
		}
	}
}

// few is how many names, and times as many as of the others, must show an order for the rest to have it.
const few = 3

// familyFirst says whether the family name of a name of several words is the first of them, and why.
func (d *divider) familyFirst(words []string, country string) (bool, Division) {
	if d.order != NamesByCountry {
		return d.order == NamesFamilyFirst, DividedAsChosen
	}
	if first, by := shown(words); by != DividedNot {
		return first, by
	}
	switch {
	case d.column:
		return true, DividedByColumn
	case d.first >= few && d.first > few*d.last:
		return true, DividedAsOthers
	case d.last >= few && d.last > few*d.first:
		return false, DividedAsOthers
	case familyFirstIn[country], d.list && familyFirstInLists[country]:
		return true, DividedByHabit
	}
	return false, DividedAsUsual
}

// The countries that write the family name first: always, and in official lists.
var (
	familyFirstIn      = wordSet("CN HK MO TW HU JP KH KP KR MN VN")
	familyFirstInLists = wordSet("RU BY UA KZ KG UZ TJ TM")
)

// shown says whether a name shows that its family name is the first word, and by what; DividedNot if it does not.
func shown(words []string) (first bool, by Division) {
	head, tail := words[0], words[len(words)-1]
	switch n := len(words); {
	case n > 2 && patronymic(tail):
		return true, DividedByPatronymic
	case n > 2 && slices.ContainsFunc(words[1:n-1], patronymic):
		return false, DividedByPatronymic
	case familyByEnding(head) != familyByEnding(tail):
		return familyByEnding(head), DividedByEnding
	case eastern(head) && eastern(tail):
		return true, DividedByScript
	}
	return false, DividedNot
}

// familyByEnding says whether a word can hardly be anything but a family name.
func familyByEnding(word string) bool {
	w := strings.ToLower(word)
	if len([]rune(w)) < 5 || w == "яков" || w == "yakov" { // Лев is a given name
		return false
	}
	return ends(w, familyEndings)
}

var familyEndings = strings.Fields("ов ев ёв ова ева ёва ский ская цкий цкая ской енко зода задә заде швили ұлы қызы улы кызы " +
	"ov ev ova eva skiy sky skaya skaia enko zoda zade zadə zadeh shvili oğlu uly kyzy შვილი ძე յան")

// patronymics are words of which a patronymic ends.
var patronymics = wordSet("oğlu qızı оглы кызы oʻgʻli o'g'li o‘g‘li oʼgʼli qizi ұлы қызы уулу огли қизи ўғли uulu kyzy ogly oglu gizi uly")

// patronymic says whether a word can only be a patronymic, or the end of one.
func patronymic(word string) bool {
	w := strings.ToLower(word)
	return patronymics[w] || ends(w, patronymicEndings)
}

var patronymicEndings = strings.Fields("ович евич овна евна инична ична ұлы қызы ovich evich ovna evna inichna")

func ends(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return len(word) > len(e) && strings.HasSuffix(word, e) })
}
