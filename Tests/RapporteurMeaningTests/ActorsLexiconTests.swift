import Foundation
import RapporteurCore
import RapporteurMeaning
import Testing

/// The lexicons that ship, read once for each suite that needs them.
func shippedActorLexicon() throws -> ActorLexicon {
  try ActorLexicon(resources: ResourceFolder(module: "RapporteurMeaning"))
}

@Test func theShippedActorLexiconsLoad() throws {
  let lexicon = try shippedActorLexicon()
  #expect(lexicon.states.state(named: "norway", written: "Norway") == "NOR")
  #expect(lexicon.states.state(ofDemonym: "hungarian") == "HUN")
  #expect(lexicon.states.state(named: "us", written: "US") == "USA")
  #expect(lexicon.states.state(named: "us", written: "us") == nil)
  #expect(lexicon.organisations.organisation(named: "iaea", written: "IAEA")?.country == "UNO")
  #expect(lexicon.organisations.organisation(named: "le monde", written: "Le Monde")?.kind == .media)
  #expect(lexicon.organisations.organisation(named: "who", written: "WHO") != nil)
  #expect(lexicon.organisations.organisation(named: "who", written: "Who") == nil)
}

@Test func aWrongSectorIsReportedByLine() throws {
  let table = try LexiconTable(
    "noun\tdenotes\tsectors\tinherits\tgender\twider\tsource\njuggler\tperson\tXXX\tno\tunknown\t\town\n",
    file: "roles.tsv")
  #expect {
    _ = try RoleNouns(table)
  } throws: { error in
    (error as? LexiconError)?.line == 2 && (error as? LexiconError)?.column == "sectors"
  }
}
