import RapporteurCore

/// Gives the verdict on ninjs, versions 1.x to 3.x.
public struct NinjsValidator: Sendable {
  /// What was found about one document.
  public struct Verdict: Sendable, Equatable {
    /// The schema's version that it was held against; nil where the input is no JSON object.
    public let version: String?
    /// What is wrong, each with its place; empty where the document is valid.
    public let faults: [String]
    /// Whether the document is valid.
    public var isValid: Bool { faults.isEmpty }
  }

  /// Newest first; the development versions last.
  private static let versions = ["3.1", "2.2", "1.6", "2.1-dev", "1.5-dev"]
  private let schemas: [(version: String, schema: JSONSchema)]

  /// Loads the schemas from the module's resources.
  ///
  /// - Throws: `ResourceError`, or `LexiconError` where a schema is no JSON.
  public init() throws {
    let folder = try ResourceFolder(module: "RapporteurIngest")
    schemas = try NinjsValidator.versions.map { version in
      let file = "ninjs-\(version).json"
      do {
        return (version, JSONSchema(try JSONParser.parse(folder.text(of: "Ninjs/\(file)").utf8)))
      } catch let fault as JSONFault {
        throw LexiconError(file: file, line: 0, column: "", reason: .unreadable("\(fault)"))
      }
    }
  }

  /// The verdict on a document's bytes.
  public func verdict(_ bytes: ArraySlice<UInt8>) -> Verdict {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard String(validating: body, as: UTF8.self) != nil else {
      return Verdict(version: nil, faults: ["not UTF-8"])
    }
    do {
      let value = try JSONParser.parse(body)
      guard case .object = value else { return Verdict(version: nil, faults: ["not a JSON object"]) }
      return verdict(value)
    } catch {
      return Verdict(version: nil, faults: ["not JSON: \(error)"])
    }
  }

  private func verdict(_ document: JSONValue) -> Verdict {
    let chosen = choice(for: document)
    return Verdict(version: chosen.version, faults: chosen.schema.faults(document).map(\.description))
  }

  /// The schema that knows most of the document's members; among equals the one whose major version the document
  /// declares, else the newest.
  private func choice(for document: JSONValue) -> (version: String, schema: JSONSchema) {
    let declared = document["standard"]?["version"]?.string?.first
    var best = schemas[0]
    var most = -1
    for candidate in schemas {
      let names = candidate.schema.topNames
      let patterns = candidate.schema.topPatterns
      let known = document.members.count { member in
        names.contains(member.name) || patterns.contains { JSONSchema.matches($0, member.name) }
      }
      let isDeclared =
        declared != nil && candidate.version.first == declared && !candidate.version.hasSuffix("dev")
      let score = known * 2 + (isDeclared ? 1 : 0)
      if score > most { (best, most) = (candidate, score) }
    }
    return best
  }
}
