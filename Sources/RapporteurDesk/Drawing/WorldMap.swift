internal import Foundation
internal import RapporteurLedger

/// Places as circles over the outlines of the states. The outlines are a file of their own (`/public/world.svg`).
struct WorldMap {
  /// Width and height of the outlines, in their own units.
  static let size = (width: 1000.0, height: 492.9)
  private static let margin = 6.0

  /// The drawing.
  let svg: String

  init(_ places: Answer) {
    let circles = places.rows.indices.reversed().map { row in
      let (x, y) = WorldMap.point(longitude: places.number(row, "lon"), latitude: places.number(row, "lat"))
      let radius = min(3 + 2 * places.number(row, "events").squareRoot(), 26)
      let name = "\(places.text(row, "place") ?? ""): \(Words.count(places.number(row, "events"), "event"))"
      let side =
        places.number(row, "conflict") > places.number(row, "cooperation") ? "conflict" : "cooperation"
      return """
        <circle class="\(side)" cx="\(Drawn.number(x))" cy="\(Drawn.number(y))" r="\(Drawn.number(radius))">\
        <title>\(XML.escaped(name))</title></circle>
        """
    }
    svg = """
      <svg class="map" viewBox="0 0 1000 \(Drawn.number(WorldMap.size.height))" role="img" aria-label="A map of the places in the table below">
      <use class="sea" href="/public/world.svg#sea"/><use class="land" href="/public/world.svg#land"/>
      \(circles.joined(separator: "\n"))
      </svg>
      """
  }

  /// Degrees to the units of the outlines. Source: Savric, Patterson and Jenny 2018, the Equal Earth projection.
  static func point(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    func raw(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
      let theta = asin(3.squareRoot() / 2 * sin(latitude * .pi / 180))
      let t2 = theta * theta
      let t6 = t2 * t2 * t2
      let slope = 9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1
      return (
        2 * 3.squareRoot() * longitude * .pi / 180 * cos(theta) / (3 * slope),
        theta * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
      )
    }
    let scale = (size.width - 2 * margin) / (2 * raw(180, 0).0)
    let (x, y) = raw(longitude, latitude)
    return (size.width / 2 + scale * x, margin + scale * raw(0, 90).1 - scale * y)
  }
}

/// Numbers in drawings.
enum Drawn {
  /// With one decimal at the most.
  static func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
