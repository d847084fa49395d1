public import Foundation

/// Finds the files that a module ships, relative to the running executable.
///
/// SwiftPM's generated accessor falls back to the absolute build path, which would hide a binary that
/// was moved without its resources; this one looks beside the executable and in `../share/rapporteur`.
public struct ResourceFolder: Sendable {
  /// The folder that holds the module's resources.
  public let url: URL

  /// Finds the resources of `module` (`RapporteurMeaning`).
  ///
  /// - Throws: `ResourceError` that lists the folders that were tried.
  public init(module: String, beside executable: URL = ResourceFolder.executable) throws(ResourceError) {
    let name = "rapporteur_\(module)"
    let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
    let candidates = [
      folder.appendingPathComponent("\(name).resources"),
      folder.appendingPathComponent("\(name).bundle"),
      folder.appendingPathComponent("../share/rapporteur/\(name).resources").standardizedFileURL,
      folder.appendingPathComponent("../../../\(name).bundle").standardizedFileURL,
    ]
    let found = candidates.first { FileManager.default.fileExists(atPath: $0.path) }
    guard let found else { throw ResourceError(module: module, tried: candidates.map(\.path)) }
    url = found
  }

  /// The text of a file inside the folder.
  public func text(of path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  /// Where the running executable lies.
  public static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path == "/proc/self/exe"
      ? (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      : URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  }
}

/// A module's resources are not where the executable is.
public struct ResourceError: Error, CustomStringConvertible, Equatable {
  /// The module.
  public let module: String
  /// The folders that were tried.
  public let tried: [String]

  /// What is missing, where it was looked for, and what to do.
  public var description: String {
    "the resources of \(module) are missing; looked in \(tried.joined(separator: ", ")). "
      + "Copy the *.resources folders together with the executable."
  }
}
