// Empty on purpose: Swift must never see libxml2's headers, whose ICU clashes with Foundation's.
// Only the C files of CRapporteurMarkup include them.
