package import RapporteurCore

/// What the form of the words tells about a name that the model tagged: an address or a file is none, and a company's
/// tail belongs to it.
package struct NameShape {
  private let forms: [String]

  private static let tails: Set<String> = ["inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "ag", "sa"]
  private static let files: Set<String> = [
    "doc", "docx", "pdf", "xls", "jpg", "html", "htm", "txt", "php", "ppt",
  ]

  /// - Parameter forms: The words of the whole report.
  package init(forms: [String]) { self.forms = forms }

  /// The names without addresses, links and files; organisations with the tail behind their comma ("Zentrix, Inc.").
  package func settled(_ names: [NameMention]) -> [NameMention] {
    var settled: [NameMention] = []
    for name in names where !name.tokens.contains(where: { isAddress(forms[$0]) }) {
      if let last = settled.last, name.tokens.lowerBound < last.tokens.upperBound { continue }
      settled.append(withTail(name))
    }
    return settled
  }

  private func isAddress(_ form: String) -> Bool {
    if form.contains("@") || form.contains("://") || form.hasPrefix("www.") || form.contains("_") {
      return true
    }
    guard let dot = form.lastIndex(of: "."), dot > form.startIndex else { return false }
    return NameShape.files.contains(form[form.index(after: dot)...].lowercased())
  }

  private func withTail(_ name: NameMention) -> NameMention {
    let (comma, tail) = (name.tokens.upperBound, name.tokens.upperBound + 1)
    guard name.kind == .organisation, tail < forms.count, forms[comma] == ",",
      NameShape.tails.contains(forms[tail].lowercased().filter { $0 != "." })
    else { return name }
    return NameMention(tokens: name.tokens.lowerBound..<tail + 1, kind: .organisation)
  }
}
