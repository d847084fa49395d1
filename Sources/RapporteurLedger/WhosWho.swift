/// What reports say of one person's offices, brought together: who is who, as the reports put it.
///
/// A full name and a country are one person; a last name alone goes to the one full name that it fits, or stays by
/// itself where it fits several. So two persons of one name stay apart as far as the reports let them.
struct WhosWho {
  /// One report's statement on an office.
  struct Statement: Equatable {
    let name: String
    let country: String?
    let title: String
    let standing: String
    let since: String?
    let until: String?
    let published: String?
    let report: String
  }

  /// What all reports say alike of one person and office.
  struct Tenure: Equatable {
    let name: String
    let country: String?
    let title: String
    let standing: String
    let since: String?
    let until: String?
    let reports: [String]
    let first: String?
    let last: String?
  }

  /// The tenures, by person, the latest statement first.
  let tenures: [Tenure]

  init(_ statements: [Statement]) {
    let full = Set(statements.filter { WhosWho.isFull($0.name) }.map { Person($0) })
    var groups: [[String?]: [Statement]] = [:]
    for statement in statements {
      let person = WhosWho.person(of: statement, among: full)
      let key = [
        person.name, person.country, statement.title.lowercased(), statement.standing, statement.since,
        statement.until,
      ]
      groups[key, default: []].append(statement)
    }
    tenures = groups.map { key, said in
      let days = said.compactMap(\.published).sorted()
      return Tenure(
        name: key[0] ?? "", country: key[1], title: said[0].title, standing: said[0].standing,
        since: said[0].since, until: said[0].until, reports: Set(said.map(\.report)).sorted(),
        first: days.first, last: days.last)
    }.sorted {
      ($0.name, $0.country ?? "", $1.last ?? "", $0.title) < (
        $1.name, $1.country ?? "", $0.last ?? "", $1.title
      )
    }
  }

  private struct Person: Hashable {
    let name: String
    let country: String?

    init(_ statement: Statement) { (name, country) = (statement.name, statement.country) }

    init(name: String, country: String?) { (self.name, self.country) = (name, country) }
  }

  private static func isFull(_ name: String) -> Bool { name.contains(" ") }

  /// Of whom a statement speaks: a name without a country joins the one that has it, a last name its only full name.
  private static func person(of statement: Statement, among full: Set<Person>) -> Person {
    let own = Person(statement)
    let candidates = full.filter { other in
      let fits = other.name == own.name || !isFull(own.name) && other.name.hasSuffix(" " + own.name)
      return fits && (own.country == nil || other.country == nil || own.country == other.country)
    }
    let names = Set(candidates.map(\.name))
    let countries = Set(candidates.compactMap(\.country))
    guard names.count == 1, countries.count <= 1, let name = names.first else { return own }
    return Person(name: name, country: countries.first ?? own.country)
  }
}
