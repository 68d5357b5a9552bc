package transfer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/emersion/go-vcard"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/internal/seminar"
)

// properties are what vCard calls the fields that it holds as they are; those that it has no property for have names of ours (RFC
// 2426, 3.8).
var properties = map[Field]string{FieldBadgeName: vcard.FieldNickname, FieldPosition: vcard.FieldTitle, FieldOrganisation: vcard.FieldOrganization,
	FieldEmail: vcard.FieldEmail, FieldPhone: vcard.FieldTelephone, FieldBirthDate: vcard.FieldBirthday, FieldCategory: vcard.FieldCategories,
	FieldDeskNote: vcard.FieldNote, FieldLanguage: "X-LANYARD-LANGUAGE", FieldNativeName: "X-LANYARD-NATIVE-NAME",
	FieldBadgeNumber: "X-LANYARD-BADGE-NUMBER", FieldStatus: "X-LANYARD-STATUS", FieldDelegation: "X-LANYARD-DELEGATION",
	FieldAccess: "X-LANYARD-ACCESS", FieldDietary: "X-LANYARD-DIETARY"}

// WriteCards writes a sheet of people as address cards (vCard 3.0, RFC 2426, which every address book reads). Columns are
// known by their IDs, which are Fields; others are left out.
func WriteCards(ctx context.Context, w io.Writer, s Sheet, progress func(done, total int)) error {
	country := display.English.Regions()
	for n, row := range s.Rows {
		if err := step(ctx, n, len(s.Rows), progress); err != nil {
			return err
		}
		values := map[Field]string{}
		for i, c := range s.Columns {
			if i < len(row) && row[i] != nil {
				values[Field(c.ID)] = fmt.Sprint(row[i])
			}
		}
		whole := seminar.Attendee{GivenName: values[FieldGivenName], FamilyName: values[FieldFamilyName], NativeName: values[FieldNativeName]}.Name()
		lines := []string{"BEGIN:VCARD", "VERSION:3.0", property(vcard.FieldFormattedName, whole),
			property(vcard.FieldName, values[FieldFamilyName], values[FieldGivenName], "", values[FieldHonorific], "")}
		for _, f := range cardFields {
			if name := properties[f]; name != "" && values[f] != "" {
				lines = append(lines, property(name, values[f]))
			}
		}
		if r, err := language.ParseRegion(values[FieldCountry]); err == nil {
			lines = append(lines, property(vcard.FieldAddress, "", "", "", "", "", "", country.Name(r)))
		}
		if _, err := io.WriteString(w, strings.Join(append(lines, "END:VCARD", ""), "\r\n")); err != nil {
			return err
		}
	}
	return nil
}

// property is a line of a card. The encoder of go-vcard cannot write a semicolon that does not part what a property holds.
func property(name string, parts ...string) string {
	for i := range parts {
		parts[i] = escaper.Replace(parts[i])
	}
	return name + ":" + strings.Join(parts, ";")
}

// The escapes of RFC 6350, 3.4, and RFC 2426, 5. The decoder of go-vcard leaves that of a semicolon, which then looks like an
// escaped backslash before one: it is held by a character that no text has.
const semicolon = "\ue03b"

var (
	escaper = strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\r\n", `\n`, "\r", `\n`, "\n", `\n`)
	unfold  = strings.NewReplacer("\r\n ", "", "\n ", "", "\r\n\t", "", "\n\t", "")
	holder  = strings.NewReplacer(`\\`, `\\`, `\;`, semicolon, `\N`, `\n`)
)

// isCards says whether a file holds address cards.
func isCards(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) >= 11 && bytes.EqualFold(data[:11], []byte("BEGIN:VCARD"))
}

// cardFields are the columns that address cards are read into.
var cardFields = []Field{FieldGivenName, FieldFamilyName, FieldName, FieldNativeName, FieldBadgeName, FieldHonorific, FieldPosition, FieldOrganisation,
	FieldCountry, FieldEmail, FieldPhone, FieldLanguage, FieldBirthDate, FieldCategory, FieldDelegation, FieldStatus, FieldAccess, FieldDietary,
	FieldDeskNote, FieldBadgeNumber}

// readCards gives a row a card, under a header of fields. Row numbers count the cards from 1.
func readCards(ctx context.Context, data []byte) ([]Row, error) {
	header := Row{}
	for _, f := range cardFields {
		header.Cells = append(header.Cells, string(f))
	}
	rows := []Row{header}
	var taken room
	decoder := vcard.NewDecoder(strings.NewReader(holder.Replace(unfold.Replace(string(data)))))
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		card, err := decoder.Decode()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, seminar.Errorf(CodeCard, "Card {n} of this file cannot be read. Export the cards again and try once more.").
				WithArg("n", strconv.Itoa(len(rows))).Because(err)
		}
		if err := taken.take(len(cardFields)); err != nil {
			return nil, err
		}
		rows = append(rows, Row{Number: len(rows), Cells: cardCells(card)})
	}
}

func cardCells(card vcard.Card) []string {
	values := map[Field]string{}
	for field, name := range properties {
		values[field] = card.PreferredValue(name)
	}
	values[FieldOrganisation] = units(values[FieldOrganisation])
	if n := card.Name(); n != nil && n.GivenName+n.FamilyName != "" {
		values[FieldGivenName], values[FieldFamilyName], values[FieldHonorific] = n.GivenName, n.FamilyName, n.HonorificPrefix
		if n.AdditionalName != "" {
			values[FieldGivenName] += " " + n.AdditionalName
		}
	} else if whole := card.PreferredValue(vcard.FieldFormattedName); whole != values[FieldNativeName] {
		values[FieldName] = whole
	}
	if a := card.Address(); a != nil {
		values[FieldCountry] = a.Country
	}
	cells := make([]string, len(cardFields))
	for i, f := range cardFields {
		cells[i] = strings.ReplaceAll(values[f], semicolon, ";")
	}
	return cells
}

// units are an organisation and its units, as a card has them, on one line: address books write the semicolon before a unit even
// where there is none.
func units(organisation string) string {
	var all []string
	for _, unit := range strings.Split(organisation, ";") {
		if unit = strings.TrimSpace(unit); unit != "" {
			all = append(all, unit)
		}
	}
	return strings.Join(all, "; ")
}
