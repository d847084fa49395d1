import RapporteurCore

/// Writes what was read of one report as the record of `docs/record.md`, schema `rapporteur/1`.
///
/// Spans leave the engine here: UTF-8 bytes become Unicode code points. The same reading gives the same bytes.
public struct RecordEncoder: Sendable {
  /// How the record is laid out.
  public enum Layout: Sendable {
    /// One line, no white space.
    case line
    /// Indented by two spaces, short lists on one line.
    case indented
  }

  /// The schema's number.
  public static let schema = "rapporteur/1"

  private let engine: EngineVersion
  private let layout: Layout

  /// Makes an encoder for records of one engine.
  public init(engine: EngineVersion, layout: Layout = .line) {
    self.engine = engine
    self.layout = layout
  }

  /// The record as UTF-8, without a final line break.
  public func encode(_ record: ReadReport) -> [UInt8] {
    let annotated = record.annotated
    let page = RecordPage(
      report: annotated.report, offsets: CodePointOffsets(annotated.report.text), reading: record.reading)
    var writer = JSONWriter(isIndented: layout == .indented)
    writer.object { writer in
      writer.field("schema", RecordEncoder.schema)
      writer.field("engine") { $0.flat { writeEngine(&$0) } }
      writer.field("report") { page.writeReport(&$0, language: record.language) }
      writer.field("sentences") { writer in
        writer.flat { $0.array(annotated.sentences) { page.write(&$0, $1.span) } }
      }
      writer.field("actors") { $0.array(page.reading.actors) { page.write(&$0, $1) } }
      writer.field("claims") { $0.array(page.reading.claims) { page.write(&$0, $1) } }
      writer.field("events") { $0.array(page.reading.events) { page.write(&$0, $1) } }
      writer.field("times") { $0.array(page.reading.times) { page.write(&$0, $1) } }
      writer.field("places") { $0.array(page.reading.places) { page.write(&$0, $1) } }
    }
    return writer.bytes
  }

  private func writeEngine(_ writer: inout JSONWriter) {
    writer.object {
      $0.field("version", engine.version)
      $0.field("model", engine.model)
      $0.field("lexicon", engine.lexicon)
    }
  }
}

/// The parts of a record that all writers of one report share.
struct RecordPage {
  let report: Report
  let offsets: CodePointOffsets
  let reading: Reading

  func write(_ writer: inout JSONWriter, _ span: TextSpan) {
    writer.array(offsets.codePoints(of: span)) { $0.integer($1) }
  }

  func spans(_ writer: inout JSONWriter, _ key: StaticString, _ spans: [TextSpan]) {
    writer.field(key) { $0.flat { $0.array(spans) { write(&$0, $1) } } }
  }

  func writeReport(_ writer: inout JSONWriter, language: String?) {
    writer.object { writer in
      writer.field("id", report.id)
      writer.field("key", report.key)
      writer.field("uri", report.uri)
      writer.field("title", report.title)
      writer.field("authors", report.authors)
      writer.field("published", report.published?.description)
      writer.field("outlet", report.outlet)
      writer.field("language", language)
      writer.field("text", report.text)
      writer.field("lineage") {
        $0.array(reading.lineage) { writer, link in writer.flat { write(&$0, link) } }
      }
    }
  }

  private func write(_ writer: inout JSONWriter, _ link: LineageLink) {
    writer.object {
      $0.field("name", link.name)
      $0.field("role", link.role.rawValue)
      spans(&$0, "spans", link.spans)
    }
  }

  func write(_ writer: inout JSONWriter, _ timex: Timex) {
    writer.flat {
      $0.object {
        spans(&$0, "spans", timex.spans)
        $0.field("type", timex.kind.rawValue)
        $0.field("value", timex.value)
        $0.field("mod", timex.modifier)
        $0.field("basis", timex.basis)
      }
    }
  }

  func write(_ writer: inout JSONWriter, _ place: Place) {
    writer.flat {
      $0.object {
        spans(&$0, "spans", place.spans)
        $0.field("form", place.form.rawValue)
        writeResolution(&$0, of: place)
      }
    }
  }

  /// The fields from `name` to `geonames`; null where the place was not resolved.
  func writeResolution(_ writer: inout JSONWriter, of place: Place) {
    let resolution = place.resolution
    writer.field("name", resolution?.name ?? place.name)
    writer.field("country", resolution?.country)
    writer.field("admin1", resolution?.admin1)
    writer.field("lat") { $0.decimal(resolution?.latitude) }
    writer.field("lon") { $0.decimal(resolution?.longitude) }
    writer.field("geonames", resolution?.geonames)
  }
}
