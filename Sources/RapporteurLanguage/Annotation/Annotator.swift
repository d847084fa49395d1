public import RapporteurCore
public import RapporteurEncoder

/// Working memory of an annotator: one for each thread, used again from report to report.
public struct AnnotatorScratch: Sendable {
  var encoder: EncoderScratch
}

/// Why a report wasn't annotated.
public enum AnnotationRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text has no word.
  case noWords
  /// The text is in another language than English: its ISO 639-1 code, and how sure that is, 0 … 1.
  case notEnglish(code: String, confidence: Double)

  /// `skipped: language fa`, or that the text has no word.
  public var description: String {
    switch self {
    case .noWords: "skipped: the text has no word"
    case .notEnglish(let code, _): "skipped: language \(code)"
    }
  }
}

/// Annotates reports: words, sentences, parse, names, attributions, coreference.
///
/// ```swift
/// let annotator = try Annotator(encoder: Encoder(folder: modelFolder))
/// var scratch = annotator.makeScratch()
/// let annotated = try annotator.annotate(report, scratch: &scratch)
/// ```
public struct Annotator: Sendable {
  let encoder: Encoder
  private let meanings: LabelMeanings
  let segmenter: Segmenter
  private let guesser: LanguageGuesser
  private let plan: WindowPlan

  /// An annotator with the module's own word lists.
  ///
  /// - Throws: `ResourceError` or `LexiconError` where a list can't be read, `LabelError` where the model names
  ///   a label that the program doesn't know.
  public init(encoder: Encoder) throws {
    try self.init(encoder: encoder, segmenter: Segmenter(lexicon: WordLexicon()), guesser: LanguageGuesser())
  }

  /// An annotator with the given parts; `aim` is the number of word pieces that a window should have.
  public init(
    encoder: Encoder, segmenter: Segmenter, guesser: LanguageGuesser, aim: Int = 224
  ) throws(LabelError) {
    self.encoder = encoder
    self.segmenter = segmenter
    self.guesser = guesser
    meanings = try LabelMeanings(encoder.labels)
    plan = WindowPlan(aim: aim, most: Encoder.maximumPieces - 2)
  }

  /// Memory for `annotate`; each thread needs its own.
  public func makeScratch() -> AnnotatorScratch { AnnotatorScratch(encoder: encoder.makeScratch()) }

  /// Annotates a report.
  ///
  /// - Throws: `AnnotationRefusal` where the report has no word or isn't in English.
  public func annotate(
    _ report: Report, scratch: inout AnnotatorScratch
  ) throws(AnnotationRefusal) -> AnnotatedReport {
    let guess = guesser.guess(report.text)
    guard guess.isEnglish || guess.code == nil else {
      throw .notEnglish(code: guess.code ?? "und", confidence: guess.confidence)
    }
    let segmentation = segmenter.segment(report.text)
    guard !segmentation.tokens.isEmpty else { throw .noWords }
    return annotate(report, as: segmentation, scratch: &scratch)
  }

  /// Annotates a report whose words and sentences are given; nothing is asked about its language.
  public func annotate(
    _ report: Report, as segmentation: Segmentation, scratch: inout AnnotatorScratch
  ) -> AnnotatedReport {
    let forms = Annotator.forms(report.text, segmentation.tokens)
    var annotation = Annotation(meanings: meanings, forms: forms)
    let windows = windows(segmentation, forms)
    let reader = WindowReader(encoder: encoder, forms: forms, windows: windows)
    for (window, reading) in zip(windows, reader.readings(scratch: &scratch.encoder)) {
      annotation.add(reading, of: window)
    }
    for sentence in segmentation.sentences { annotation.rejoin(sentence.tokens) }
    let isRated = annotation.factuality.count == forms.count
    return AnnotatedReport(
      report: report, tokens: annotation.tokens(segmentation.tokens), sentences: segmentation.sentences,
      dateline: segmentation.dateline, names: NameShape(forms: forms).settled(annotation.names),
      attributions: annotation.attributions,
      antecedents: annotation.antecedents, factuality: isRated ? annotation.factuality : [])
  }

  func windows(_ segmentation: Segmentation, _ forms: [String]) -> [PlannedWindow] {
    let pieces = forms.map { UInt8(clamping: encoder.pieceCount(of: $0)) }
    var paragraph = -1
    let units = segmentation.sentences.map { sentence in
      defer { paragraph = sentence.paragraph }
      return WindowPlan.Unit(tokens: sentence.tokens, opensParagraph: sentence.paragraph != paragraph)
    }
    return plan.windows(over: units, pieces: pieces) {
      [",", ";", ":", "-", "–", "—", "--"].contains(forms[$0])
    }
  }

  static func forms(_ text: String, _ spans: [TextSpan]) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      spans.map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end]), as: UTF8.self) }
    }
  }
}
