public import RapporteurCore

/// How other data sets write countries and actors: FIPS 10-4 for places, CAMEO for actors.
public struct ForeignCodes: Sendable {
  /// A PLOVER code in CAMEO.
  struct CameoActor: Sendable {
    /// What kind of CAMEO code it is.
    enum Kind: String, Sendable { case type, group, body }
    let kind: Kind
    let code: String
  }

  /// FIPS 10-4 country codes by ISO 3166-1 alpha-3.
  let fips: [String: String]
  /// CAMEO codes by PLOVER code.
  let cameo: [String: CameoActor]

  /// Reads `fips.tsv` and `cameo-actors.tsv` of the module's resources.
  ///
  /// - Throws: `ResourceError`, `LexiconError`, or what the file system says.
  public init(resources: ResourceFolder) throws {
    try self.init { try resources.text(of: "Lexicons/\($0)") }
  }

  /// Reads the two tables through `text`, which gives the text of a file by its name.
  public init(text: (String) throws -> String) throws {
    var fips: [String: String] = [:]
    for row in try LexiconTable(text("fips.tsv"), file: "fips.tsv").rows {
      fips[String(try row.cell("iso3"))] = String(try row.cell("fips"))
    }
    var cameo: [String: CameoActor] = [:]
    for row in try LexiconTable(text("cameo-actors.tsv"), file: "cameo-actors.tsv").rows {
      let name = String(try row.cell("kind"))
      guard let kind = CameoActor.Kind(rawValue: name) else {
        throw row.error("kind", .unknownValue(name, allowed: "type, group, body"))
      }
      cameo[String(try row.cell("plover"))] = CameoActor(kind: kind, code: String(try row.cell("cameo")))
    }
    self.fips = fips
    self.cameo = cameo
  }
}
