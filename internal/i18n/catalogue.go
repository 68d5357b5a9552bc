package i18n

import (
	"encoding/json"
	"io/fs"
	"maps"
)

// entry is the text of one key, or its plural forms by CLDR name.
type entry struct {
	text  string
	forms map[string]string
}

// UnmarshalJSON takes a string or an object of plural forms.
func (m *entry) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '{' {
		return json.Unmarshal(data, &m.forms)
	}
	return json.Unmarshal(data, &m.text)
}

// catalogue is the messages of one language by key.
type catalogue map[string]entry

// load reads all areas of a language. The files are part of the program and the tests read each of them, so a file
// that cannot be read leaves its keys to English.
func load(files fs.FS, tag string) catalogue {
	all := catalogue{}
	entries, _ := fs.ReadDir(files, tag)
	for _, e := range entries {
		maps.Copy(all, loadFile(files, tag+"/"+e.Name()))
	}
	return all
}

func loadFile(files fs.FS, name string) catalogue {
	var c catalogue
	data, err := fs.ReadFile(files, name)
	if err != nil || json.Unmarshal(data, &c) != nil {
		return nil
	}
	return c
}

// tags are the languages that have a folder, in alphabetical order.
func tags(files fs.FS) []string {
	entries, _ := fs.ReadDir(files, ".")
	var all []string
	for _, e := range entries {
		if e.IsDir() {
			all = append(all, e.Name())
		}
	}
	return all
}
