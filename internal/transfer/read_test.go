package transfer_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

func wantCode(t *testing.T, code string, f func() error) {
	t.Helper()
	if err := f(); seminar.CodeOf(err) != code {
		t.Errorf("error %v, want code %q", err, code)
	}
}

const (
	russian     = "Фамилия;Имя;Организация\r\nЩербаков;Пётр;Институт «Эпоха»\r\nЁлкина;Юлия;МГУ\r\n"
	azerbaijani = "Soyad;Ad;Təşkilat\nQafar-zadə;Şəhla;Mədəniyyət Nazirliyi\nƏliyev;İlqar;ADA\n"
	turkish     = "Soyad;Ad;Kurum\nÇağlayan;Işıl;Doğu Üniversitesi\nŞahin;İbrahim;Ege\n"
	arabic      = "اللقب;الاسم;الجهة\nالمنصوري;عبد الرحمن;الإيسيسكو\nعلييف;مريم;وزارة الثقافة\n"
	french      = "Nom;Prénom;Organisme\nLefèvre-d’Arc;Béatrice;Institut français\nÇelik;Zoé;École à Orléans\n"
)

func TestEveryEncodingIsFoundOut(t *testing.T) {
	utf16 := func(text string, e unicode.Endianness, mark unicode.BOMPolicy) []byte {
		b, err := unicode.UTF16(e, mark).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	table := func(text string, set *charmap.Charmap) []byte {
		b, err := set.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	older := strings.NewReplacer("«", "", "»", "").Replace(russian)
	for _, c := range []struct {
		name, text, want string
		data             []byte
	}{
		{"UTF-8", azerbaijani, transfer.UTF8, []byte(azerbaijani)},
		{"UTF-8 with mark", azerbaijani, transfer.UTF8, []byte("\ufeff" + azerbaijani)},
		{"UTF-16 LE with mark", azerbaijani, transfer.UTF16LE, utf16(azerbaijani, unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 BE with mark", russian, transfer.UTF16BE, utf16(russian, unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16 LE", russian, transfer.UTF16LE, utf16(russian, unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16 BE", azerbaijani, transfer.UTF16BE, utf16(azerbaijani, unicode.BigEndian, unicode.IgnoreBOM)},
		{"1251", russian, transfer.W1251, table(russian, charmap.Windows1251)},
		{"KOI8-R", older, transfer.KOI8R, table(older, charmap.KOI8R)},
		{"KOI8-R in small letters", strings.ToLower(older), transfer.KOI8R, table(strings.ToLower(older), charmap.KOI8R)},
		{"866", older, transfer.CP866, table(older, charmap.CodePage866)},
		{"1256", arabic, transfer.W1256, table(arabic, charmap.Windows1256)},
		{"1252", french, transfer.W1252, table(french, charmap.Windows1252)},
		{"1254", turkish, transfer.W1254, table(turkish, charmap.Windows1254)},
	} {
		want, err := transfer.Read(strings.NewReader(c.text), "x.csv", transfer.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, asked := range []string{"", c.want} {
			got, err := transfer.Read(bytes.NewReader(c.data), "x.csv", transfer.Options{Encoding: asked})
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			if got.Encoding != c.want || len(got.Rows) != 2 || strings.Join(got.Headers, ";") != strings.Join(want.Headers, ";") ||
				strings.Join(got.Rows[1].Cells, ";") != strings.Join(want.Rows[1].Cells, ";") {
				t.Errorf("%s (asked %q): %s %q %v", c.name, asked, got.Encoding, got.Headers, got.Rows)
			}
		}
	}
}

func TestSingleWordsDecideTheEncoding(t *testing.T) {
	for _, c := range []struct {
		word, want string
		set        *charmap.Charmap
	}{
		{"Zoé", transfer.W1252, charmap.Windows1252}, {"Doğan", transfer.W1254, charmap.Windows1254}, {"Işık", transfer.W1254, charmap.Windows1254},
		{"Анна", transfer.W1251, charmap.Windows1251}, {"François", transfer.W1252, charmap.Windows1252},
	} {
		data, err := c.set.NewEncoder().Bytes([]byte("Last name,First name\nX," + c.word + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := transfer.Read(bytes.NewReader(data), "x.csv", transfer.Options{})
		if err != nil || got.Encoding != c.want || got.Rows[0].Cells[1] != c.word {
			t.Errorf("%s: %s %v %v", c.word, got.Encoding, got.Rows, err)
		}
	}
}

func TestBrokenUTF8SaysWhere(t *testing.T) {
	list := "Soyad,Ad\nƏliyev,Əli\nQafar-zadə,Şəh\xffla\n"
	_, err := transfer.Read(strings.NewReader(list), "x.csv", transfer.Options{})
	var e *seminar.Error
	if !errors.As(err, &e) || e.Code != transfer.CodeEncoding || e.Args["line"] != "3" || e.Args["column"] != "15" {
		t.Errorf("%v %+v", err, e)
	}
}

func TestDelimitersAndQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		delimiter  rune
	}{
		{"comma", "Last name,First name,Note\n\"Li, Wei\",\"say \"\"hi\"\"\",\"two\r\nlines\"\n", ','},
		{"semicolon with commas", "Last name;First name;Note\n\"Li, Wei\";\"say \"\"hi\"\"\";\"two\nlines\"\n", ';'},
		{"tab", "Last name\tFirst name\tNote\nLi, Wei\tsay \"hi\"\t\"two\nlines\"\n", '\t'},
		{"Excel's word", "sep=|\r\nLast name|First name|Note\r\nLi, Wei|say \"hi\"|\"two\r\nlines\"\r\n", '|'},
		{"title above", "Seminar in Baku;;\n;;\nLast name;First name;Note\nLi, Wei;say \"hi\";\"two\nlines\"\n", ';'},
		{"old Mac", "Last name;First name;Note\rLi, Wei;say \"hi\";\"two\rlines\"\r", ';'},
	} {
		table, err := transfer.Read(strings.NewReader(c.text), "x.csv", transfer.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if table.Delimiter != c.delimiter || len(table.Rows) != 1 || strings.Join(table.Rows[0].Cells, "|") != "Li, Wei|say \"hi\"|two\nlines" ||
			strings.Join(table.Headers, "|") != "Last name|First name|Note" {
			t.Errorf("%s: %q %q %v", c.name, table.Delimiter, table.Headers, table.Rows)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ text, encoding, code string }{
		{"", "", transfer.CodeEmpty}, {"\n \n;;\n", "", transfer.CodeEmpty}, {"\ufeff", "", transfer.CodeEmpty},
		{"Name;E-mail\n\"Zoé;x\n", "", transfer.CodeQuote}, {"%PDF-1.7", "", transfer.CodeFormat}, {"PK\x03\x04rubbish", "", transfer.CodeFormat},
		{"\xd0\xcf\x11\xe0\xa1", "", transfer.CodeFormat}, {"Name\nZoé\n", "klingon", transfer.CodeUnknownEncoding},
	} {
		wantCode(t, c.code, func() error {
			_, err := transfer.Read(strings.NewReader(c.text), "x.csv", transfer.Options{Encoding: c.encoding})
			return err
		})
	}
}

func TestReadingCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	list := "Name\n" + strings.Repeat("Zoé Martin\n", 5000)
	last := 0
	_, err := transfer.Read(strings.NewReader(list), "x.csv", transfer.Options{Context: ctx, Progress: func(done, _ int) {
		if last = done; done >= 2000 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || last > 3000 {
		t.Errorf("%v after %d rows", err, last)
	}
}
