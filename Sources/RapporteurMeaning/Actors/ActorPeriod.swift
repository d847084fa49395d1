package import RapporteurCore

/// What an actor was from one day to another: a code with dates.
package struct ActorPeriod: Hashable, Sendable {
  /// The first day; nil where there is none.
  package let from: CalendarDate?
  /// The last day; nil where there is none.
  package let to: CalendarDate?
  /// ISO 3166-1 alpha-3, a PLOVER construct, or nil.
  package let country: String?
  /// PLOVER sectors, primary first.
  package let sectors: [String]

  /// Whether the day lies in the period; without a day only a period without bounds holds.
  func holds(on day: CalendarDate?) -> Bool {
    guard let day else { return from == nil && to == nil }
    return from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
  }

  /// Whether it has a bound; those that have go before those that have none.
  var isDated: Bool { from != nil || to != nil }
}

extension Organisation {
  /// The actor as it was on a day: with the code of the period that holds then; without one, with the country in which
  /// all periods agree, and no sectors.
  func asOf(_ day: CalendarDate?) -> Organisation {
    guard !periods.isEmpty else { return self }
    let fitting = periods.filter { $0.holds(on: day) }
    if let period = fitting.first(where: \.isDated) ?? fitting.first {
      return with(country: period.country, sectors: period.sectors)
    }
    let countries = Set(periods.map(\.country))
    return with(country: countries.count == 1 ? countries.first ?? nil : nil, sectors: [])
  }

  private func with(country: String?, sectors: [String]) -> Organisation {
    Organisation(
      name: name, kind: kind, country: country, sectors: sectors, nouns: nouns, periods: periods,
      isOfAnyKind: isOfAnyKind)
  }
}
