import RapporteurCore

/// What counts for and against a candidate, in natural-log units: set by hand on development reports.
package struct PlaceWeights: Sendable {
  /// For each natural-log unit of population.
  package var population = 0.33
  /// Added for the kind of place.
  package var country = 4.2
  package var admin1 = 1.8
  package var admin2 = -0.6
  package var postalTown = 0.6
  package var region = 3.5
  /// Added for a capital.
  package var capital = 1.0
  /// Added where the name is not the entry's own.
  package var otherName = -1.6
  /// Added where the words beside the name ask for a first-level division and it is one.
  package var askedForState = 6.0
  /// How much the report's other places may add at most, and where half of it is reached.
  package var contextCeiling = 9.0
  package var contextHalf = 1.6
  /// Added where the place after the comma holds it.
  package var containment = 8.0
  /// What one other place adds: in the same second-level, first-level division, country; within distances.
  package var sameAdmin2 = 0.9
  package var sameAdmin1 = 0.7
  package var sameCountry = 0.15
  package var near = 1.3
  package var nearKilometres = 60.0
  /// How many candidates of a name are kept, and how many of another name are looked at as context.
  package var candidateLimit = 120
  package var contextLimit = 6
  /// Added for a capital that has a first-level division for a namesake: "Washington".
  package var capitalNamesake = 2.5
  /// How much a name counts as context that stands inside another name: the Ohio of "Ohio State University".
  package var hint = 0.3
  /// How much a place counts as context that the outlet is named after.
  package var outlet = 1.5
  /// What words that tell the state add for a place in it: for the first, and at most.
  package var cue = 1.2
  package var cueCeiling = 3.0
  /// How often beliefs are passed round.
  package var rounds = 4

  /// The weights as set.
  package init() {}

  func base(of entry: Gazetteer.Entry, isOtherName: Bool, _ mention: PlaceMention) -> Double {
    var sum = population * logarithm(Double(entry.population + 50))
    switch entry.kind {
    case .country: sum += country
    case .admin1: sum += admin1 + (mention.isState ? askedForState : 0)
    case .admin2: sum += admin2
    case .postalTown: sum += postalTown
    case .region, .continent: sum += region
    case .city: break
    }
    if entry.isCapital { sum += capital }
    return isOtherName ? sum + otherName : sum
  }

  /// What one place adds to the belief in another, at least 0.
  func relation(_ a: Gazetteer.Entry, _ aIndex: Int, to b: Gazetteer.Entry, _ bIndex: Int) -> Double {
    var sum = 0.0
    if a.country != 0, a.country == b.country {
      sum += sameCountry
      if a.admin1 != 0, a.admin1 == b.admin1 {
        sum += sameAdmin1
        if a.admin2 != 0, a.admin2 == b.admin2 || a.admin2 == bIndex { sum += sameAdmin2 }
        if b.admin2 != 0, b.admin2 == aIndex { sum += sameAdmin2 }
      }
    }
    if a.kind != .country, b.kind != .country, a.kind != .continent, b.kind != .continent {
      let distance = kilometres(a, b)
      if distance < 6 * nearKilometres {
        sum += near / (1 + (distance / nearKilometres) * (distance / nearKilometres))
      }
    }
    return sum
  }

  /// Whether `parent` holds `child`.
  func holds(_ parent: PlaceCandidate, _ child: PlaceCandidate) -> Bool {
    guard parent.index != child.index else { return false }
    switch parent.entry.kind {
    case .country: return child.entry.country == parent.entry.country && child.entry.kind != .country
    case .admin1:
      return parent.entry.admin1 != 0 && child.entry.admin1 == parent.entry.admin1
        && child.entry.kind != .admin1
    case .admin2: return child.entry.admin2 == parent.index
    case .city, .postalTown: return child.entry.kind == .city && kilometres(parent.entry, child.entry) < 25
    case .region, .continent: return kilometres(parent.entry, child.entry) < 800
    }
  }
}
