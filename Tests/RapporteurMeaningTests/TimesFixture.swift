import Foundation
import RapporteurCore
import RapporteurMeaning

/// Reads time expressions with the lists that the module ships.
struct TimesFixture {
  let reader: TimeReader

  /// Reads as the text's own register asks, or as the given one.
  init(register: TimeRegister? = nil) throws {
    let resources = try ResourceFolder(module: "RapporteurMeaning", beside: TimesFixture.testBundle)
    reader = TimeReader(lexicon: try TimeLexicon(resources: resources), register: register)
  }

  /// The expressions of a text without a parse.
  func read(_ text: String, published: String? = "2031-03-06") -> [Timex] {
    reader.read(TimesFixture.tokenized(text, published: published))
  }

  /// The words and the value of each expression: `Friday = 2031-02-28`.
  func found(_ text: String, published: String? = "2031-03-06") -> [String] {
    let annotated = TimesFixture.tokenized(text, published: published)
    return reader.read(annotated).map { "\(annotated.text(of: $0.spans)) = \($0.value ?? "nil")" }
  }

  /// The value of the only expression; nil where there is none or more than one.
  func value(_ text: String, published: String? = "2031-03-06") -> String? {
    let found = read(text, published: published)
    return found.count == 1 ? found[0].value : nil
  }

  /// Words and signs as tokens with unknown parse, one sentence a paragraph.
  static func tokenized(_ text: String, published: String?) -> AnnotatedReport {
    let report = Report(id: "times", published: published.flatMap { CalendarDate(iso: $0) }, text: text)
    let bytes = Array(report.text.utf8)
    var tokens: [Token] = []
    var start = 0
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isLetterOrDigit }
    while start < bytes.count {
      guard bytes[start] > 0x20 else {
        start += 1
        continue
      }
      var end = start + 1
      if isLetter(bytes[start]) { while end < bytes.count, isLetter(bytes[end]) { end += 1 } }
      let form = String(decoding: bytes[start..<end], as: UTF8.self)
      tokens.append(
        Token(
          span: TextSpan(start, end), form: form, lemma: form.lowercased(), upos: .other, head: nil,
          deprel: Deprel(.dep)))
      start = end
    }
    guard let first = tokens.first, let last = tokens.last else {
      return AnnotatedReport(report: report, tokens: [], sentences: [])
    }
    let sentence = Sentence(
      span: TextSpan(first.span.start, last.span.end), tokens: 0..<tokens.count, paragraph: 0)
    return AnnotatedReport(report: report, tokens: tokens, sentences: [sentence])
  }

  /// Where the built modules lie while tests run.
  private static var testBundle: URL {
    let executable = ResourceFolder.executable
    if FileManager.default.fileExists(
      atPath: executable.deletingLastPathComponent().appendingPathComponent(
        "rapporteur_RapporteurMeaning.resources"
      ).path)
    {
      return executable
    }
    return URL(fileURLWithPath: CommandLine.arguments[0])
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
