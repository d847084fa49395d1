import Rapporteur
import RapporteurCore
import RapporteurIngest
import RapporteurLanguage
import RapporteurDesk

/// Reads texts that people paste; the model is loaded when the first one comes.
actor PastedTexts {
  private var pipeline: Pipeline?

  /// The record of a text as JSON.
  ///
  /// - Throws: `DateFault` for a day that is none, `AnnotationRefusal` for a text that is not read, or what keeps the
  ///   engine from starting.
  func record(of text: String, published: String?) throws -> String {
    let day = published.flatMap { CalendarDate(iso: $0) }
    if let published, day == nil {
      throw DateFault(description: "'\(published)' is no date; write YYYY-MM-DD")
    }
    let pipeline = try ready()
    var scratch = pipeline.makeScratch()
    let report = Report(id: "pasted", key: "pasted", published: day, text: text)
    let read = try pipeline.read(report, scratch: &scratch)
    return String(decoding: RecordEncoder(engine: pipeline.engine).encode(read), as: UTF8.self)
  }

  private func ready() throws -> Pipeline {
    if let pipeline { return pipeline }
    let made = try Pipeline()
    pipeline = made
    return made
  }
}

/// A day of publication that is none.
struct DateFault: Error, CustomStringConvertible {
  let description: String
}
