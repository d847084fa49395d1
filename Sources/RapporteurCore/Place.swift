/// A place as the text names it, and what it was resolved to.
public struct Place: Hashable, Sendable {
  /// How the text names it.
  public enum Form: String, Sendable { case toponym, demonym }

  /// What a name was resolved to.
  public struct Resolution: Hashable, Sendable {
    /// The gazetteer's name.
    public let name: String
    /// ISO 3166-1 alpha-3, or nil for what lies in none.
    public let country: String?
    /// The first-level subdivision's name or ISO 3166-2 code, or nil.
    public let admin1: String?
    /// Degrees north, -90…90.
    public let latitude: Double
    /// Degrees east, -180…180.
    public let longitude: Double
    /// The GeoNames id, or nil.
    public let geonames: Int?
    /// Makes a resolution.
    public init(
      name: String, country: String?, admin1: String?, latitude: Double, longitude: Double, geonames: Int?
    ) {
      self.name = name
      self.country = country
      self.admin1 = admin1
      self.latitude = latitude
      self.longitude = longitude
      self.geonames = geonames
    }
  }

  /// The words.
  public let spans: [TextSpan]
  /// How the text names it.
  public let form: Form
  /// The name as written.
  public let name: String
  /// What it was resolved to; nil where it could not be.
  public let resolution: Resolution?

  /// Makes a place.
  public init(spans: [TextSpan], form: Form, name: String, resolution: Resolution?) {
    self.spans = spans
    self.form = form
    self.name = name
    self.resolution = resolution
  }
}
