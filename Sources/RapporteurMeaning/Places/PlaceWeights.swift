import RapporteurCore

/// What counts for and against a candidate, in natural-log units: set by hand on development reports.
struct PlaceWeights: Sendable {
  /// For each natural-log unit of population.
  var population = 0.42
  /// Added for the kind of place.
  var country = 3.2
  var admin1 = 1.4
  var admin2 = -0.6
  var postalTown = 0.6
  var region = 1.5
  /// Added for a capital.
  var capital = 1.0
  /// Added where the name is not the entry's own.
  var otherName = -1.6
  /// Added where the words beside the name ask for a first-level division and it is one.
  var askedForState = 6.0
  /// How much the report's other places may add at most, and where half of it is reached.
  var contextCeiling = 7.0
  var contextHalf = 1.2
  /// Added where the place after the comma holds it.
  var containment = 8.0
  /// What one other place adds: in the same second-level, first-level division, country; within distances.
  var sameAdmin2 = 0.6
  var sameAdmin1 = 0.7
  var sameCountry = 0.25
  var near = 1.0
  var nearKilometres = 60.0
  /// How many candidates of a name are kept, and how many of another name are looked at as context.
  var candidateLimit = 120
  var contextLimit = 6
  /// How often beliefs are passed round.
  var rounds = 4

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
      if distance < 6 * nearKilometres { sum += near / (1 + (distance / nearKilometres) * (distance / nearKilometres)) }
    }
    return sum
  }

  /// Whether `parent` holds `child`.
  func holds(_ parent: PlaceCandidate, _ child: PlaceCandidate) -> Bool {
    guard parent.index != child.index else { return false }
    switch parent.entry.kind {
    case .country: return child.entry.country == parent.entry.country && child.entry.kind != .country
    case .admin1: return parent.entry.admin1 != 0 && child.entry.admin1 == parent.entry.admin1
      && child.entry.kind != .admin1
    case .admin2: return child.entry.admin2 == parent.index
    case .city, .postalTown: return child.entry.kind == .city && kilometres(parent.entry, child.entry) < 25
    case .region, .continent: return kilometres(parent.entry, child.entry) < 800
    }
  }
}
