import Rapporteur
import RapporteurCore
import RapporteurEncoder
import RapporteurLanguage
import RapporteurMeaning

/// The stages of a reading, each timed over all reports.
struct Stages {
  /// The stages besides the model.
  static let names = ["language", "segmentation", "meaning", "json"]

  private let reports: [Report]
  private let pipeline: Pipeline
  private let guesser: LanguageGuesser
  private let segmenter: Segmenter
  private let meaning: MeaningReader
  private let encoder: RecordEncoder
  private let read: [ReadReport]

  init(reports: [Report]) throws {
    self.reports = reports
    pipeline = try Pipeline()
    guesser = try LanguageGuesser()
    segmenter = Segmenter(lexicon: try WordLexicon())
    meaning = try MeaningReader(resources: ResourceFolder(module: "RapporteurMeaning"))
    encoder = RecordEncoder(engine: pipeline.engine)
    var scratch = pipeline.makeScratch()
    var read: [ReadReport] = []
    for report in reports { read.append(try pipeline.read(report, scratch: &scratch)) }
    self.read = read
  }

  /// Seconds of each stage, and of the `whole`, once over all reports.
  func seconds() throws -> [(String, Double)] {
    var scratch = pipeline.makeScratch()
    return [
      ("language", time { for report in reports { _ = guesser.guess(report.text) } }),
      ("segmentation", time { for report in reports { _ = segmenter.segment(report.text) } }),
      ("meaning", time { for item in read { _ = meaning.read(item.annotated) } }),
      ("json", time { for item in read { _ = encoder.encode(item) } }),
      (
        "whole",
        try time {
          for report in reports { _ = encoder.encode(try pipeline.read(report, scratch: &scratch)) }
        }
      ),
    ]
  }

  private func time(_ body: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(body) / .seconds(1)
  }
}
