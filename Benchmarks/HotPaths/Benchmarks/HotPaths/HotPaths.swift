import Benchmark
import Foundation
import Rapporteur
import RapporteurCore
import RapporteurLanguage
import RapporteurMeaning

// The hot paths besides the model, each over one report of some 500 words of our own.

let text = String(
  repeating:
    """
    The Danube Gazette reported on Tuesday that an adviser had met the ambassador in New York, citing two officials
    who spoke on condition of anonymity. Iran's Foreign Ministry denied it. "No such meeting took place," a spokesman
    told state television. Police arrested 12 people in Budapest on Monday after a march against the talks.


    """, count: 8)

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], maxDuration: .seconds(2), maxIterations: 2_000)
  // Without its resources there is nothing to time: see README.md.
  guard let rooms = try? Rooms(text: text) else { return }

  Benchmark("Segment") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(rooms.segmenter.segment(text)) }
  }
  Benchmark("Guess the language") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(rooms.guesser.guess(text)) }
  }
  Benchmark("Read the meaning") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(rooms.meaning.read(rooms.read.annotated)) }
  }
  Benchmark("Write the record") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(rooms.encoder.encode(rooms.read)) }
  }
}

/// The rooms of the house, with one report read.
struct Rooms: Sendable {
  let segmenter: Segmenter
  let guesser: LanguageGuesser
  let meaning: MeaningReader
  let encoder: RecordEncoder
  let read: ReadReport

  init(text: String) throws {
    let pipeline = try Pipeline()
    var scratch = pipeline.makeScratch()
    segmenter = Segmenter(lexicon: try WordLexicon())
    guesser = try LanguageGuesser()
    meaning = try MeaningReader(resources: ResourceFolder(module: "RapporteurMeaning"))
    encoder = RecordEncoder(engine: pipeline.engine)
    read = try pipeline.read(Report(id: "r", text: text), scratch: &scratch)
  }
}
