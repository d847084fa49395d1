public import RapporteurCore

extension Gazetteer {
  /// What kind of place an entry is.
  public enum Kind: UInt8, Sendable {
    case country, admin1, admin2, city, region, continent, postalTown
  }

  /// One place, without its names.
  public struct Entry: Hashable, Sendable {
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
    /// What kind of place it is.
    public let kind: Kind
    /// Inhabitants; 0 where unknown.
    public let population: Int
    /// The GeoNames id, or nil.
    public let geonames: Int?
    /// A number for its country, from 1; 0 for what lies in none or in several.
    public let country: Int
    /// A number for its first-level division, from 1; 0 where unknown.
    public let admin1: Int
    /// The entry of its second-level division; 0 where unknown.
    public let admin2: Index
    /// Whether it is a state's capital.
    public let isCapital: Bool
    /// Whether its point was derived from the points of what lies in it.
    public let isDerived: Bool
  }

  /// The entry at `index`, which must be less than `count`.
  public func entry(at index: Index) -> Entry {
    precondition(0 <= index && index < count, "no such entry")
    let start = entries.lowerBound + index * Self.entryLength
    func word(_ offset: Int) -> Int {
      Int(file.bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self))
    }
    func degrees(_ offset: Int) -> Double {
      Double(file.bytes.loadUnaligned(fromByteOffset: start + offset, as: Int32.self)) / 100_000
    }
    func half(_ offset: Int) -> Int {
      Int(file.bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt16.self))
    }
    let flags = file.bytes[start + 29]
    return Entry(
      latitude: degrees(0), longitude: degrees(4), kind: Kind(rawValue: file.bytes[start + 28]) ?? .region,
      population: word(8), geonames: word(12) == 0 ? nil : word(12), country: half(24), admin1: half(26),
      admin2: word(20), isCapital: flags & 1 != 0, isDerived: flags & 2 != 0)
  }

  /// The entry's own name.
  public func name(at index: Index) -> String {
    let start = entries.lowerBound + index * Self.entryLength
    return text(at: Int(file.bytes.loadUnaligned(fromByteOffset: start + 16, as: UInt32.self)))
  }

  /// The ISO 3166-1 alpha-3 code of a country number; nil for 0.
  public func countryCode(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    let start = countries.lowerBound + 12 * (number - 1)
    return String(decoding: file.bytes[start..<(start + 3)], as: UTF8.self)
  }

  /// The ISO 3166-1 alpha-2 code of a country number; nil for 0.
  public func shortCountryCode(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    let start = countries.lowerBound + 12 * (number - 1) + 4
    return String(decoding: file.bytes[start..<(start + 2)], as: UTF8.self)
  }

  /// The entry of a country number.
  public func entryOfCountry(_ number: Int) -> Index {
    Int(
      file.bytes.loadUnaligned(fromByteOffset: countries.lowerBound + 12 * (number - 1) + 8, as: UInt32.self))
  }

  /// The number of the country with an ISO 3166-1 alpha-3 code, or nil.
  public func country(code: some StringProtocol) -> Int? {
    (0..<(countries.count / 12)).first { number in
      let start = countries.lowerBound + 12 * number
      return file.bytes[start..<(start + 3)].elementsEqual(code.utf8)
    }.map { $0 + 1 }
  }

  /// The name of a first-level division; nil for 0.
  public func admin1Name(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    let start = admin1s.lowerBound + 12 * (number - 1)
    return text(at: Int(file.bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
  }

  /// What a record says of the entry.
  public func resolution(at index: Index) -> Place.Resolution {
    let entry = entry(at: index)
    return Place.Resolution(
      name: name(at: index), country: countryCode(entry.country), admin1: admin1Name(entry.admin1),
      latitude: entry.latitude, longitude: entry.longitude, geonames: entry.geonames)
  }
}
