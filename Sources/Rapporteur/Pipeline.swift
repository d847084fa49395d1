import Foundation
public import RapporteurCore
import RapporteurEncoder
import RapporteurIngest
public import RapporteurLanguage
import RapporteurMeaning

/// The rooms in order: a report goes in, what was read of it comes out.
///
/// ```swift
/// let pipeline = try Pipeline()
/// var scratch = pipeline.makeScratch()
/// let read = try pipeline.read(Report(id: "r1", text: "Kyiv denied the attack."), scratch: &scratch)
/// ```
public struct Pipeline: Sendable {
  /// Which engine this is, for the record.
  public let engine: EngineVersion
  private let annotator: Annotator
  private let meaning: MeaningReader

  /// Loads the model and the word lists that lie beside the executable, with a user's own lists over them.
  ///
  /// - Throws: `ResourceError`, `ModelError`, `LexiconError` or `GazetteerError`: what is missing or broken, and where.
  public init(additions: LexiconAdditions = LexiconAdditions()) throws {
    try self.init(additions: additions, kernels: "best")
  }

  /// The names that `init(additions:kernels:)` takes, of what this processor can do.
  package static var kernels: [String] {
    KernelChoice.names.filter { KernelChoice($0)?.isSupported == true }
  }

  /// As above with one of `Pipeline.kernels`, so that figures can be compared.
  package init(additions: LexiconAdditions, kernels: String) throws {
    guard let choice = KernelChoice(kernels), choice.isSupported else {
      preconditionFailure("no kernels are called '\(kernels)'")
    }
    let encoder = try choice.encoder(
      ResourceFolder(module: "RapporteurEncoder").url.appendingPathComponent("Model"))
    let lexicons = try ResourceFolder(module: "RapporteurMeaning")
    annotator = try Annotator(encoder: encoder)
    meaning = try MeaningReader(resources: lexicons, additions: additions)
    engine = EngineVersion(
      version: Engine.version, model: encoder.version,
      lexicon: try Pipeline.fingerprint(of: lexicons, additions))
  }

  /// Memory for `read`; each thread needs its own.
  public func makeScratch() -> AnnotatorScratch { annotator.makeScratch() }

  /// Reads one report.
  ///
  /// - Throws: `AnnotationRefusal` where the report has no word or is not in English.
  public func read(_ report: Report, scratch: inout AnnotatorScratch) throws(AnnotationRefusal) -> ReadReport
  {
    let annotated = try annotator.annotate(report, scratch: &scratch)
    return ReadReport(annotated: annotated, reading: meaning.read(annotated), language: "en")
  }

  /// Reads a report, or a document whose words are given; of the latter nothing is asked about its language.
  ///
  /// - Throws: `AnnotationRefusal` as above.
  public func read(_ input: ReadInput, scratch: inout AnnotatorScratch) throws(AnnotationRefusal)
    -> ReadReport
  {
    switch input {
    case .report(let report): return try read(report, scratch: &scratch)
    case .words(let document, let key, let facts):
      let report = document.report(key: key, published: facts.published)
      let annotated = annotator.annotate(report, as: document.segmentation, scratch: &scratch)
      return ReadReport(annotated: annotated, reading: meaning.read(annotated), language: nil)
    }
  }

  /// A hash over all word lists, so that a record tells which lists made it.
  private static func fingerprint(
    of resources: ResourceFolder, _ additions: LexiconAdditions
  ) throws -> String {
    let folder = resources.url.appendingPathComponent("Lexicons")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".tsv")
    }
    return StableID.of(
      try files.sorted().map { try resources.text(of: "Lexicons/\($0)") }
        + (additions.frames + additions.actors).map(\.text))
  }
}
