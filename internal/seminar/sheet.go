package seminar

// Sheet is paper with labels, inserts or cards on it that no maker's number names: one of a desk's own.
type Sheet struct {
	ID       ID            `json:"id"`
	Name     string        `json:"name"`
	Measures SheetMeasures `json:"measures"`
	Removed  bool          `json:"removed"`
}

// SheetMeasures are what a ruler says of a sheet, in millimetres. They are one field: of two desks that measure at the same
// time, one wins whole.
type SheetMeasures struct {
	Width       float64 `json:"width"` // of the paper
	Height      float64 `json:"height"`
	Columns     int     `json:"columns"` // of labels
	Rows        int     `json:"rows"`
	Left        float64 `json:"left"` // from the paper's edge to the first label
	Top         float64 `json:"top"`
	LabelWidth  float64 `json:"label_width"`
	LabelHeight float64 `json:"label_height"`
	GapAcross   float64 `json:"gap_across"` // between a label and the next
	GapDown     float64 `json:"gap_down"`
	Corner      float64 `json:"corner"` // the radius of a label's corners
}
