public import RapporteurCore

/// One report, read: what language found and what meaning made of it.
public struct ReadReport: Sendable {
  /// The report with its annotation.
  public let annotated: AnnotatedReport
  /// Actors, claims, events, times, places.
  public let reading: Reading
  /// ISO 639-1; nil where the text holds too little to tell.
  public let language: String?

  /// Puts the two together.
  public init(annotated: AnnotatedReport, reading: Reading, language: String?) {
    self.annotated = annotated
    self.reading = reading
    self.language = language
  }
}

/// Which engine made a record.
public struct EngineVersion: Sendable, Hashable {
  /// The version of the code.
  public let version: String
  /// The version of the model's weights.
  public let model: String
  /// A fingerprint of the word lists.
  public let lexicon: String

  /// Names an engine.
  public init(version: String, model: String, lexicon: String) {
    self.version = version
    self.model = model
    self.lexicon = lexicon
  }
}
