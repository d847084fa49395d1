/// Tells whether a value is GeoJSON.
///
/// Source: RFC 7946.
enum GeoJSON {
  /// How deep the coordinates of a geometry are nested, and how many of the innermost list but one there must be.
  private static let geometries: [String: (depth: Int, least: Int)] = [
    "Point": (0, 0), "MultiPoint": (1, 0), "LineString": (1, 2), "MultiLineString": (2, 2), "Polygon": (2, 4),
    "MultiPolygon": (3, 4),
  ]

  /// What keeps the value from being GeoJSON; nil where it is.
  static func fault(_ value: JSONValue) -> String? {
    guard case .object = value, let type = value["type"]?.string else { return "no GeoJSON object" }
    if let box = value["bbox"], !(box.elements.count >= 4 && box.elements.allSatisfy(isNumber)) {
      return "bbox must be four numbers or more"
    }
    switch type {
    case "FeatureCollection":
      return list(value["features"], "features") {
        $0["type"] == .string("Feature") ? fault($0) : "no Feature"
      }
    case "Feature": return feature(value)
    default: return geometry(value, type)
    }
  }

  private static func list(_ value: JSONValue?, _ name: String, _ check: (JSONValue) -> String?) -> String? {
    guard case .array(let elements) = value else { return "\(name) must be an array" }
    return elements.lazy.compactMap(check).first
  }

  private static func feature(_ value: JSONValue) -> String? {
    guard let geometry = value["geometry"], let properties = value["properties"] else {
      return "a Feature needs geometry and properties"
    }
    switch properties {
    case .null, .object: break
    default: return "properties must be an object or null"
    }
    if geometry == .null { return nil }
    return self.geometry(geometry, geometry["type"]?.string ?? "")
  }

  private static func geometry(_ value: JSONValue, _ type: String) -> String? {
    if type == "GeometryCollection" {
      return list(value["geometries"], "geometries") { geometry($0, $0["type"]?.string ?? "") }
    }
    guard let shape = geometries[type] else { return "'\(type)' is no type of GeoJSON" }
    guard let coordinates = value["coordinates"], holds(coordinates, shape.depth, shape.least) else {
      return "the coordinates of a \(type) have another form"
    }
    return nil
  }

  private static func holds(_ value: JSONValue, _ depth: Int, _ least: Int) -> Bool {
    guard case .array(let elements) = value else { return false }
    if depth == 0 { return elements.count >= 2 && elements.allSatisfy(isNumber) }
    return (depth > 1 || elements.count >= least) && elements.allSatisfy { holds($0, depth - 1, least) }
  }

  private static func isNumber(_ value: JSONValue) -> Bool {
    if case .number = value { true } else { false }
  }
}
