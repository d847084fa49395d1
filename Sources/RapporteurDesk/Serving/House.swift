internal import Foundation
internal import Mustache
internal import RapporteurCore

/// What the desk ships: templates and public files.
struct House: Sendable {
  private let templates: MustacheLibrary
  private let files: [String: PublicFile]

  /// - Throws: `ResourceError`, or what Mustache says of a template, with its name.
  init() throws {
    let folder = try ResourceFolder(module: "RapporteurDesk")
    var library = MustacheLibrary()
    for name in try House.list(folder, "Templates") where name.hasSuffix(".mustache") {
      try library.register(try folder.text(of: "Templates/\(name)"), named: String(name.dropLast(9)))
    }
    templates = library
    var files: [String: PublicFile] = [:]
    for name in try House.list(folder, "Public") {
      let url = folder.url.appendingPathComponent("Public/\(name)")
      files[name] = PublicFile(name: name, bytes: Array(try Data(contentsOf: url)))
    }
    self.files = files
  }

  /// A page as HTML: its template inside the layout.
  func html(_ page: Page, _ question: Question?) -> String {
    var values = page.values
    for (name, answer) in page.tables where values[name] == nil { values[name] = answer.views }
    let body = templates.render(values, withTemplate: page.template) ?? ""
    var frame: [String: Any] = ["title": page.title, "body": body, "query": question?.query["q"] ?? ""]
    frame["on-" + page.template] = true
    frame.merge(House.visitor(question)) { _, new in new }
    if let question, !page.tables.isEmpty {
      frame["forms"] = ["json": question.address(.json), "csv": question.address(.csv)]
      if page.feed != nil { frame["feed"] = question.address(.atom) }
    }
    return templates.render(frame, withTemplate: "layout") ?? ""
  }

  /// Who is signed in, or how to sign in, where the desk writes.
  private static func visitor(_ question: Question?) -> [String: Any] {
    switch question?.visitor {
    case nil, .reader?: [:]
    case .stranger?: ["sign-in": Address.of("/sign-in", ["back": question?.address(.html) ?? "/"])]
    case .analyst(let analyst)?: ["analyst": ["name": analyst.name, "form": analyst.form]]
    }
  }

  /// A file of the style, the script or the map.
  func file(_ name: String) -> PublicFile? { files[name] }

  private static func list(_ folder: ResourceFolder, _ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent(name).path).sorted()
  }
}

/// A file that everyone may have.
struct PublicFile: Sendable {
  let bytes: [UInt8]
  let media: String
  let tag: String

  init(name: String, bytes: [UInt8]) {
    self.bytes = bytes
    tag = Tag.of(bytes)
    media =
      switch name.split(separator: ".").last {
      case "css": "text/css; charset=utf-8"
      case "js": "text/javascript; charset=utf-8"
      case "svg": "image/svg+xml"
      default: "application/octet-stream"
      }
  }
}

/// A short name for some bytes, so that a browser need not fetch them twice. Source: FNV-1a, 64 bits.
enum Tag {
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "\"" + String(hash, radix: 16) + "\""
  }

  /// Whether an `If-None-Match` header names the tag. Source: RFC 9110, 13.1.2.
  static func isKnown(_ tag: String, in header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").map { String($0).trimmed }.contains {
      $0 == "*" || $0 == tag || $0 == "W/" + tag
    }
  }
}
