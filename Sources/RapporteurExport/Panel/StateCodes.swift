public import RapporteurCore

/// States as statistics packages number them.
public struct StateCodes: Sendable {
  /// Correlates of War numbers by ISO 3166-1 alpha-3.
  let cow: [String: Int]
  /// All ISO 3166-1 alpha-3 codes of states and territories that a place can have.
  let iso: Set<String>

  /// Reads `cow.tsv` and `fips.tsv` of the module's resources.
  ///
  /// - Throws: `ResourceError`, `LexiconError`, or what the file system says.
  public init(resources: ResourceFolder) throws {
    try self.init { try resources.text(of: "Lexicons/\($0)") }
  }

  /// Reads the two tables through `text`, which gives the text of a file by its name.
  public init(text: (String) throws -> String) throws {
    var cow: [String: Int] = [:]
    for row in try LexiconTable(text("cow.tsv"), file: "cow.tsv").rows {
      let number = String(try row.cell("cow"))
      guard let value = Int(number) else {
        throw row.error("cow", .unknownValue(number, allowed: "a whole number"))
      }
      cow[String(try row.cell("iso3"))] = value
    }
    self.cow = cow
    let places = try LexiconTable(text("fips.tsv"), file: "fips.tsv").rows.map { String(try $0.cell("iso3")) }
    iso = Set(places).union(cow.keys)
  }
}
