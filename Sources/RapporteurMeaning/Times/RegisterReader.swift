import RapporteurCore

/// Tells a message about appointments from a report.
struct RegisterReader {
  let lexicon: TimeLexicon

  /// The register of a text; what is not clearly a message is a report.
  func register(of annotated: AnnotatedReport, _ atoms: [TimeAtom]) -> TimeRegister {
    guard annotated.dateline == nil, annotated.report.title == nil, atoms.count <= 60 else { return .report }
    guard !atoms.dropFirst().contains(where: \.startsParagraph),
      !atoms.contains(where: { $0.sign == UInt8(ascii: "\"") || $0.sign == UInt8(ascii: "`") })
    else { return .report }
    let cues = atoms.map { $0.isAllCapital && $0.length == 2 ? nil : lexicon.cues[$0.key] }
    if cues.contains(.reporting) { return .report }
    if cues.contains(.address) { return .message }
    if atoms.last.map({ $0.sign == UInt8(ascii: "?") }) == true { return .message }
    switch cues.first ?? nil {
    case .command, .question: return .message
    case .pointer: return names(atoms) == 0 ? .message : .report
    default: break
    }
    if isFragment(atoms) { return .message }
    return names(atoms) == 0 && cues.contains(.plan) ? .message : .report
  }

  /// How many words after the first have a capital and are no words of time.
  private func names(_ atoms: [TimeAtom]) -> Int {
    atoms.dropFirst().filter { $0.isCapital && $0.entry == 0 && lexicon.holidayNames[$0.key] == nil }.count
  }

  /// Whether hardly a word speaks of anything but time.
  private func isFragment(_ atoms: [TimeAtom]) -> Bool {
    guard atoms.count <= 24, names(atoms) == 0 else { return false }
    let words = atoms.filter { $0.kind != .sign }
    let ofTime = words.filter { $0.kind == .number || $0.entry > 0 }.count
    return ofTime > 0 && (ofTime * 4 >= words.count * 3 || ofTime * 2 >= words.count && atoms.count <= 6)
  }
}
