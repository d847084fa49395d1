import Foundation

/// The files that arguments of the command line name.
public enum InputPaths {
  /// The most folders within each other that are gone through.
  static let depthLimit = 64

  /// Files as they are; a folder's files, sorted, through all its folders; a glob's matches, sorted.
  ///
  /// Hidden files and links inside folders are passed over, so that nothing outside the given paths is read. What
  /// names nothing is handed on as it is, so that reading it says what is wrong.
  public static func expanded(_ arguments: [String]) -> [String] {
    arguments.flatMap { argument -> [String] in
      if argument == "-" { return [argument] }
      if isFolder(argument) { return files(below: argument, depth: 0) }
      if FileManager.default.fileExists(atPath: argument) { return [argument] }
      let matches = globMatches(argument)
      return matches.isEmpty
        ? [argument] : matches.flatMap { isFolder($0) ? files(below: $0, depth: 0) : [$0] }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private static func files(below folder: String, depth: Int) -> [String] {
    guard depth < depthLimit else { return [] }
    // A folder that may not be listed is named as it is; opening it then says why.
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [folder] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = base + name
      if isLink(path) { return [] }
      return isFolder(path) ? files(below: path, depth: depth + 1) : [path]
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func globMatches(_ pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in found.gl_pathv[index].map { String(cString: $0) } }
  }
}
