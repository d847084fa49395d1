public import Foundation

/// What was wrong with a line of input.
public struct DispatchError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in words.
  public let description: String
}

extension Dispatch {
  /// Reads one line of JSON Lines: `{"id", "text", "title"?, "published"?, "uri"?, "canonical"?, "outlet"?,
  /// "infoSources"?}`. A record of `rapporteur read` is taken too: its `report` holds the same fields.
  ///
  /// - Throws: `DispatchError` where the line is no such object.
  public init(jsonLine: Foundation.Data, source: String, line: Int) throws(DispatchError) {
    let raw: Fields
    do {
      raw = try JSONDecoder().decode(Fields.self, from: jsonLine)
    } catch {
      throw DispatchError(
        description: "\(source):\(line): not a report as JSON: \(Dispatch.words(of: error))")
    }
    let fields = raw.report?.fields ?? raw
    guard let text = fields.text, text.contains(where: { !$0.isWhitespace }) else {
      throw DispatchError(description: "\(source):\(line): the field \"text\" is missing or empty")
    }
    if let published = fields.published, Instant(iso: published) == nil {
      throw DispatchError(description: "\(source):\(line): '\(published)' is no date; write YYYY-MM-DD")
    }
    self.init(
      key: fields.id?.text ?? fields.key ?? "\(source):\(line)", text: text, title: fields.title,
      published: fields.published.flatMap(Instant.init(iso:)), uri: fields.uri, canonical: fields.canonical,
      outlet: fields.outlet, sources: fields.infoSources?.compactMap(\.name) ?? [])
  }

  private static func words(of error: any Error) -> String {
    switch error as? DecodingError {
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
      "the field \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has another type"
    default: "it is no valid JSON"
    }
  }
}

/// The fields that are read.
private struct Fields: Decodable {
  /// A record's report; boxed, since a value can't hold itself.
  final class Inner: Decodable {
    let fields: Fields
    init(from decoder: any Decoder) throws { fields = try Fields(from: decoder) }
  }

  /// A string, or a whole number written as one.
  struct Identifier: Decodable {
    let text: String
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do { text = try container.decode(String.self) } catch { text = String(try container.decode(Int.self)) }
    }
  }

  /// A source of information: a name alone, or an object with one.
  struct Source: Decodable {
    let name: String?
    init(from decoder: any Decoder) throws {
      struct Named: Decodable { let name: String? }
      let container = try decoder.singleValueContainer()
      do { name = try container.decode(String.self) } catch { name = try container.decode(Named.self).name }
    }
  }

  let id: Identifier?
  let key: String?
  let text: String?
  let title: String?
  let published: String?
  let uri: String?
  let canonical: String?
  let outlet: String?
  let infoSources: [Source]?
  let report: Inner?
}
