internal import RapporteurLedger

/// Where the events that fit took place; an event without a resolved place is not on the map, and the page says so.
enum MapPage {
  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let ledger = desk.ledger
    var filter = try SearchPage.filter(question, desk.countries)
    filter.limit = 500
    let places = try ledger.places(filter)
    var values: [String: Any] = [
      "places": places.rows.indices.map { place(places, $0, question, desk.countries) },
      "map": WorldMap(places).svg,
      "chips": SearchPage.chips(question), "events-at": Address.of("/search", question.query),
      "mapped": Words.count(
        places.rows.indices.reduce(0) { $0 + places.number($1, "events") }, "event"),
    ]
    if places.rows.isEmpty { values["nothing"] = true }
    return Page(title: "Map", template: "map", values: values, tables: [("places", places)])
  }

  private static func place(_ places: Answer, _ row: Int, _ question: Question, _ countries: Countries)
    -> [String: Any]
  {
    var view = countries.named(places.view(row))
    var query = question.query
    query["place"] = places.text(row, "place")
    query["country"] = places.text(row, "country")
    view["at"] = Address.of("/search", query)
    return view
  }
}
