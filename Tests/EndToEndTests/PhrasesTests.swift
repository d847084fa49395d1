import Foundation
import Rapporteur
import RapporteurCore
import Testing

/// What a week of wires says when somebody declines, is silent, denies, confirms or takes back, and when a source is not
/// named: invented sentences, read by the whole pipeline. A model may miss one sentence in twenty; a rule that fails a
/// family of phrasings shows.
@Suite struct PhrasesTests {
  private let pipeline: Pipeline

  init() throws { pipeline = try Pipeline() }

  private func read(_ text: String) throws -> ReadReport {
    var scratch = pipeline.makeScratch()
    return try pipeline.read(
      Report(id: "r", published: CalendarDate(iso: "2031-03-06"), text: text), scratch: &scratch)
  }

  /// The sentences that were not read as they should be.
  private func misses<Row>(_ rows: [Row], _ holds: (Row) throws -> Bool) rethrows -> [Row] {
    try rows.filter { try !holds($0) }
  }

  @Test(arguments: responses) func everyWayToAnswerIsAResponse(
    _ wanted: Claim.Response, _ rows: [(source: String, sentence: String)]
  ) throws {
    let missed = try misses(rows) { row in
      let page = try read(
        "Rebels shelled the port of Bizerte on Monday, the Harbour Ledger reported. " + row.sentence)
      let found = page.reading.claims.filter { $0.response != nil }
      return found.map(\.response) == [wanted]
        && page.annotated.text(of: found[0].source.spans).lowercased() == row.source.lowercased()
    }
    #expect(missed.count * 20 <= rows.count, "\(missed.map(\.sentence))")
  }

  @Test func whatOnlyLooksLikeAnAnswerIsNone() throws {
    let missed = try misses(noResponses) { sentence in
      try read("Rebels shelled the port of Bizerte on Monday, the Harbour Ledger reported. " + sentence)
        .reading.claims.allSatisfy { $0.response == nil }
    }
    #expect(missed.count * 20 <= noResponses.count, "\(missed)")
  }

  @Test(arguments: anonymities) func whatIsSaidOfASourceTellsItsAnonymity(
    _ wanted: Actor.Anonymity, _ rows: [(reason: String, sentence: String)]
  ) throws {
    let missed = try misses(rows) { row in
      let page = try read(row.sentence)
      let sources = Set(page.reading.claims.flatMap(\.source.actors))
      let actors = page.reading.actors.filter { sources.contains($0.id) }
      let reasons = page.reading.actors.flatMap(\.anonymityReason).map { page.annotated.text(of: $0) }
      return actors.contains { $0.anonymity == wanted } && reasons == (row.reason.isEmpty ? [] : [row.reason])
    }
    #expect(missed.count * 20 <= rows.count, "\(missed.map(\.sentence))")
  }

  @Test func aChainKeepsEveryLink() throws {
    let missed = try misses(chains) { row in
      let page = try read(row.sentence)
      let claims = Dictionary(
        page.reading.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return claims.values.contains { claim in
        var sources: [String] = []
        var current: Claim? = claim
        while let link = current {
          sources.insert(page.annotated.text(of: link.source.spans).lowercased(), at: 0)
          current = link.parent.flatMap { claims[$0] }
        }
        return sources.count == row.sources.count
          && zip(sources, row.sources).allSatisfy { $0.hasPrefix($1.lowercased()) }
      }
    }
    #expect(missed.count * 20 <= chains.count, "\(missed.map(\.sentence))")
  }

  @Test func wordsTellHowCertainSomebodyIs() throws {
    let missed = try misses(certainties) { row in
      let page = try read(row.sentence)
      let holdings = page.reading.events.filter { event in
        let word = page.annotated.text(of: event.trigger.spans).lowercased()
        return ["attack", "shell", "free"].contains { word.hasPrefix($0) }
      }
      .flatMap(\.factuality)
      return holdings.contains { ($0.holder == .author) == row.isAuthor && $0.value == row.value }
    }
    #expect(missed.count * 20 <= certainties.count, "\(missed.map(\.sentence))")
  }
}

private let responses: [(Claim.Response, [(source: String, sentence: String)])] = [
  (
    .declinedToComment,
    [
      ("the ministry", "The ministry declined to comment."),
      ("Okello", "Okello refused to comment on the arrests."),
      ("A spokesman for the army", "A spokesman for the army would not comment."),
      ("The embassy", "The embassy had no comment."),
      ("The company", "The company had no immediate comment on the lawsuit."),
      ("The governor's office", "The governor's office offered no comment."),
      ("Her lawyers", "Her lawyers declined requests for comment."),
      ("The bank", "The bank declined a request for an interview."),
      ("The police", "The police refused to be drawn on the number of suspects."),
      ("The general", "The general would not be drawn on a date."),
      ("The minister", "The minister declined to elaborate."),
      ("She", "She declined to say how many had been freed."),
      ("He", "He would not say who had paid the ransom."),
      ("The agency", "The agency did not say when the flights would resume."),
      ("Officials", "Officials refused to discuss the raid."),
      ("The spokeswoman", "The spokeswoman declined to go into detail."),
      ("The firm", "The firm declined to provide further details."),
      ("The firm", "The firm did not provide details of the contract."),
      ("The court", "The court would not disclose the charges."),
      ("Marran", "Marran said she had nothing to add."),
      ("The palace", "The palace said it would not comment on private matters."),
      ("The navy", "The navy said it does not discuss operations."),
      ("The union", "The union declined to speculate on the cause."),
      ("The prosecutor", "The prosecutor refused to answer questions."),
      ("The mayor", "The mayor refused to take questions from reporters."),
      ("The party", "The party declined to confirm the report."),
      ("Tunis", "Tunis has not commented on the accusation."),
      ("The airline", "The airline would not confirm the figure."),
      ("The bishop", "The bishop did not want to talk about the letter."),
      ("The hospital", "The hospital turned down a request for an interview."),
    ]
  ),
  (
    .didNotRespond,
    [
      ("The ministry", "The ministry did not respond to a request for comment."),
      ("The ministry", "The ministry did not immediately respond to requests for comment."),
      ("The ministry", "The ministry did not reply to emailed questions."),
      ("The embassy", "The embassy did not answer calls."),
      ("The company", "The company has yet to respond."),
      ("The company", "The company failed to reply by deadline."),
      ("His lawyer", "His lawyer did not return calls seeking comment."),
      ("the ministry", "Calls to the ministry went unanswered."),
      ("the ministry", "Repeated calls to the ministry were not returned."),
      ("the company", "Emails sent to the company were not answered."),
      ("the governor's office", "A request for comment to the governor's office was not returned."),
      ("the rebels", "There was no immediate comment from the rebels."),
      ("Moscow", "There was no immediate response from Moscow."),
      ("the army", "There was no word from the army."),
      ("the junta", "No comment was immediately available from the junta."),
      ("the police", "The newspaper received no reply from the police."),
      ("the embassy", "No one at the embassy answered the phone."),
      ("The palace", "The palace ignored repeated requests for comment."),
      ("The bank", "The bank did not get back to reporters."),
      ("The militia", "The militia has not responded to the allegations."),
      ("The junta", "The junta did not immediately comment."),
      ("The party", "The party gave no reply."),
    ]
  ),
  (
    .couldNotBeReached,
    [
      ("Okello", "Okello could not be reached for comment."),
      ("Okello", "Okello could not immediately be reached."),
      ("The commander", "The commander was not immediately available for comment."),
      ("The family", "The family could not be contacted."),
      ("The owner", "The owner was unavailable for comment."),
      ("The owner", "The owner was unreachable on Sunday."),
      ("the ministry", "No one at the ministry was available for comment."),
      ("the ministry", "Nobody at the ministry could be reached."),
      ("the militia", "Attempts to reach the militia were unsuccessful."),
      ("His relatives", "His relatives could not be located."),
    ]
  ),
  (
    .neitherConfirmedNorDenied,
    [
      ("The army", "The army neither confirmed nor denied the strike."),
      ("The army", "The army would neither confirm nor deny the strike."),
      ("The army", "The army refused to confirm or deny the strike."),
      ("The army", "The army could neither confirm nor deny that its jets were involved."),
      ("The army", "The army has not confirmed or denied the report."),
      ("The ministry", "The ministry said it was checking the reports."),
      ("The ministry", "The ministry said it was looking into the allegations."),
    ]
  ),
  (
    .denied,
    [
      ("Tunis", "Tunis denied the accusation."),
      ("Tunis", "Tunis has repeatedly denied arming the rebels."),
      ("The company", "The company flatly denied any wrongdoing."),
      ("He", "He denied that he had taken bribes."),
      ("The general", "The general dismissed the report as nonsense."),
      ("The general", "The general rejected the allegations as baseless."),
      ("The general", "The general brushed aside the accusations."),
      ("The firm", "The firm disputed the findings."),
      ("The firm", "The firm disputes that account."),
      ("The minister", "The minister called the claims false."),
      ("The minister", "The minister called the allegations a fabrication."),
      ("The minister", "The minister described the report as completely untrue."),
      ("The minister", "The minister said the claims were without foundation."),
      ("The minister", "The minister said the report was false."),
      ("The minister", "The minister said the accusation was not true."),
      ("Beijing", "Beijing refuted the claims."),
      ("Okello", "Okello pleaded not guilty."),
      ("Okello", "Okello has maintained his innocence."),
      ("The embassy", "The embassy issued a denial."),
      ("the ministry", "The report was denied by the ministry."),
      ("The rebels", "The rebels scoffed at the claim."),
      ("The party", "The party pushed back against the allegations."),
      ("The lawyer", "The lawyer contested the report."),
      ("The union", "The union laughed off the accusation."),
    ]
  ),
  (
    .confirmed,
    [
      ("Two officials", "Two officials confirmed the report."),
      ("The army", "The army acknowledged that its shells had hit the school."),
      ("The bank", "The bank admitted that the data had been stolen."),
      ("The police", "The police conceded that the man had died in custody."),
      ("The newspaper", "The newspaper stood by its report."),
      ("A second witness", "A second witness corroborated the account."),
    ]
  ),
  (
    .retracted,
    [
      ("The newspaper", "The newspaper retracted the article."),
      ("The ministry", "The ministry withdrew the statement."),
      ("The agency", "The agency deleted the post."),
      ("The website", "The website took down the story."),
      ("The editor", "The editor issued a correction."),
      ("The minister", "The minister took back the remark."),
      ("The minister", "The minister walked back his comments."),
      ("The broadcaster", "The broadcaster pulled the report."),
      ("", "The statement was later retracted."),
      ("", "The article was taken down on Friday."),
    ]
  ),
]

private let noResponses = [
  "The guards denied the family entry to the camp.",
  "The court denied bail to the three men.",
  "Police pushed the crowd back.",
  "The army could not be stopped at the river.",
  "An official who declined to be named said the talks had failed.",
  "A doctor who asked not to be identified said 12 people had died.",
  "The Ledger could not independently verify the footage.",
  "It was not immediately possible to confirm the toll.",
  "The army took back the town on Monday.",
  "The president conceded defeat on Sunday.",
  "The senate confirmed the appointment of Okello.",
  "The opposition urged the minister to deny the report.",
  "The soldiers did not answer fire.",
  "The union rejected the pay offer.",
  "Parliament rejected the budget.",
  "The group returned two captives.",
  "The workers said they had not been paid since May.",
  "The patrol withdrew its troops from the village.",
  "Asked to confirm the date, the envoy smiled.",
  "Many questions remain unanswered.",
]

private let anonymities: [(Actor.Anonymity, [(reason: String, sentence: String)])] = [
  (
    .granted,
    [
      (
        "the talks are secret",
        "A senior official, who asked not to be named because the talks are secret, said the deal was close."
      ),
      ("", "A diplomat who spoke on condition of anonymity said the envoy would leave."),
      (
        "he was not authorised to speak to the media",
        "A police officer, speaking on condition of anonymity because he was not authorised to speak to the media, said 12 men were held."
      ),
      (
        "to discuss private talks",
        "Two aides, who requested anonymity to discuss private talks, said the minister would resign."
      ),
      (
        "fear of losing his job",
        "An engineer at the plant, who declined to be named for fear of losing his job, said the valve had failed."
      ),
      ("", "A nurse who declined to be identified said 12 bodies had arrived."),
      (
        "fear of reprisals",
        "A nurse asked that her name be withheld for fear of reprisals. She said 12 bodies had arrived."
      ),
      ("", "One rebel commander, who would not give his name, said the road was mined."),
      ("", "A clerk who gave only her first name said the files had been burned."),
      (
        "not authorised to speak publicly",
        "A customs officer, who was not authorised to speak publicly, said the ship had left."
      ),
      (
        "the sensitivity of the matter",
        "A Western diplomat, citing the sensitivity of the matter, spoke on condition of anonymity and said two men were freed."
      ),
      ("legal reasons", "A resident, who cannot be named for legal reasons, said soldiers took his sons."),
      (
        "the matter is confidential",
        "An official said the talks had failed. The official asked not to be identified because the matter is confidential."
      ),
      ("", "A source at the ministry, speaking off the record, said the law would be withdrawn."),
      ("", "\"We ran,\" said a shopkeeper who asked to remain anonymous."),
      (
        "to protect her family",
        "A teacher, whose name has been changed to protect her family, said the school was shelled."
      ),
      ("", "Three lawmakers, all of whom asked not to be quoted by name, said the vote would be delayed."),
      ("", "A bank manager who insisted on anonymity said the transfers had stopped."),
      (
        "he feared punishment",
        "A soldier, who did not want to be named since he feared punishment, said the unit had no food."
      ),
      ("fearing reprisals", "A doctor who spoke anonymously, fearing reprisals, said the wards were full."),
      (
        "the discussions were private",
        "A person briefed on the talks, who was granted anonymity because the discussions were private, said a deal was near."
      ),
      ("", "A government adviser, speaking on background, said the cabinet was split."),
      ("", "A trader, who wished to remain unnamed, said prices had doubled."),
      (
        "not allowed to talk to reporters",
        "An aide who was not allowed to talk to reporters said the president was ill."
      ),
      ("", "A teacher who was identified only by her initials said the pupils had fled."),
    ]
  ),
  (
    .described,
    [
      ("", "A person familiar with the talks said a deal was near."),
      ("", "A source close to the family said the funeral was on Monday."),
      ("", "Two people briefed on the inquiry said the files were missing."),
      ("", "Three people with knowledge of the plan said the bridge would close."),
      ("", "Residents said the shelling began at dawn."),
      ("", "A villager said soldiers had taken his goats."),
      ("", "Witnesses said the car had no plates."),
      ("", "A resident of Sfax said the water was cut."),
      ("", "A protester said the police had fired first."),
      ("", "A passenger said the crew had fled."),
    ]
  ),
  (
    .roleOnly,
    [
      ("", "A senior diplomat said the envoy would leave."),
      ("", "Two officials said the deal was close."),
      ("", "An aide said the minister was ill."),
      ("", "The interior ministry said 12 men were arrested."),
      ("", "Police said 12 men were arrested."),
      ("", "A spokeswoman for the army said the road was open."),
      ("", "The coastguard said the boat had sunk."),
      ("", "A hospital said 12 bodies had arrived."),
      ("", "The prosecutor's office said the case was closed."),
      ("", "A military source said the base was hit."),
      ("", "Two security sources said the convoy was hit."),
      ("", "The port authority said the ship had left."),
      ("", "A court clerk said the hearing was delayed."),
      ("", "The regional command said the road was open."),
    ]
  ),
  (
    .named,
    [
      ("", "A local newspaper, the Sahel Echo, said the mayor had fled."),
      ("", "A lawyer for the family, Ilse Marran, said the case was weak."),
      ("", "A fisherman called Tomas Okoth said the boat had sunk."),
      ("", "The mining company, Kivu Copper, said the pit was safe."),
      ("", "One of the organisers, Dana Ruiz, said the march would go on."),
    ]
  ),
]

private let chains: [(sources: [String], sentence: String)] = [
  (
    ["The Ledger", "two officials"], "The Ledger reported, citing two officials, that the bridge would close."
  ),
  (["The Ledger", "two officials"], "The Ledger reported that two officials said the bridge would close."),
  (["The Ledger", "two officials"], "The bridge would close, the Ledger reported, citing two officials."),
  (
    ["The Ledger", "two officials"], "Citing two officials, the Ledger reported that the bridge would close."
  ),
  (["The Ledger", "officials"], "The Ledger quoted officials as saying the bridge would close."),
  (["The Ledger", "an official"], "The Ledger quoted an official as saying that the bridge would close."),
  (["The Ledger", "an aide"], "The Ledger, citing an aide to the governor, said the bridge would close."),
  (["Tass", "the ministry"], "Tass cited the ministry as saying that the bridge would close."),
  (["The governor", "his aides"], "The governor said his aides had told him that the bridge would close."),
  (["The governor", "engineers"], "The governor said engineers believed the bridge would collapse."),
  (["The governor", "his deputy"], "The governor said that his deputy had denied taking money."),
  (
    ["The Ledger", "a captain", "an adviser"],
    "The Ledger reported that a captain said an adviser had told him that the road was closed."
  ),
  (["Marran", "the army"], "Marran said the army had confirmed that the road was closed."),
  (["Marran", "the rebels"], "\"The rebels say they have left the town,\" Marran said."),
  (["Marran", "he"], "\"He told us that the road was closed,\" Marran said."),
  (["Marran", "the mayor"], "Marran said that, according to the mayor, the road was closed."),
  (["Interfax", "the ministry"], "The road was closed, the ministry said, according to Interfax."),
  (
    ["Interfax", "the ministry"],
    "\"It was the first week in which nobody fired,\" the ministry said, according to Interfax."
  ),
  (["The court", "the prosecutor"], "The court heard that the prosecutor had said the letter was forged."),
  (["Okoth", "the police"], "Okoth told reporters that the police had accused him of stealing the letter."),
  (["Okoth", "the minister"], "Okoth said the minister had promised to reopen the road."),
  (["Okoth", "Tunis"], "Okoth said Tunis had asked the rebels to leave."),
  (
    ["state television", "the general"],
    "State television said the general had ordered troops to leave the town."
  ),
  (
    ["The agency", "an unnamed official"],
    "The agency, quoting an unnamed official, said the road was closed."
  ),
  (["The Ledger", "documents"], "The Ledger said documents showed that the firm had paid the rebels."),
  (["The union", "doctors"], "The union said doctors feared that the toll would rise."),
  (["A spokesman", "the ministry"], "A spokesman said the ministry was aware that the road was closed."),
  (
    ["The Echo", "a source"],
    "The Echo reported on Monday, quoting a source close to the family, that the singer had died."
  ),
  (
    ["The Ledger", "a soldier"],
    "The Ledger wrote that a soldier had told its reporter that the camp was empty."
  ),
  (["The lawyer", "her client"], "The lawyer said her client denied that he had taken the money."),
  (["Interfax", "the ministry"], "The road was closed, Interfax quoted the ministry as saying."),
  (["Tass", "He"], "He was quoted by Tass as saying that the bridge would close."),
]

private let certainties: [(isAuthor: Bool, value: Factuality, sentence: String)] = [
  (true, .certain, "The army shelled the town on Monday."),
  (true, .certainNot, "The army did not shell the town on Monday."),
  (true, .possible, "The army may have shelled the town."),
  (true, .possible, "The army could attack the town next week."),
  (true, .possible, "The army might attack the town."),
  (true, .probable, "The army probably attacked the town."),
  (true, .possible, "Perhaps the army attacked the town."),
  (true, .possible, "The army possibly attacked the town."),
  (true, .uncommitted, "If the army attacks the town, thousands will flee."),
  (true, .uncommitted, "It is unclear whether the army attacked the town."),
  (true, .uncommitted, "Did the army attack the town?"),
  (false, .certain, "The mayor said the army attacked the town."),
  (false, .certainNot, "The mayor denied that the army attacked the town."),
  (false, .certainNot, "The mayor said the army did not attack the town."),
  (false, .possible, "The mayor said the army may have attacked the town."),
  (false, .probable, "The mayor said the army had probably attacked the town."),
  (false, .probable, "The mayor believes the army attacked the town."),
  (false, .probable, "The mayor suspects that the army attacked the town."),
  (false, .probableNot, "The mayor does not believe that the army attacked the town."),
  (false, .probableNot, "The mayor does not think the army attacked the town."),
  (false, .probableNot, "The mayor doubts that the army attacked the town."),
  (false, .certain, "The mayor claimed that the army attacked the town."),
  (false, .certain, "The mayor confirmed that the army attacked the town."),
  (false, .certain, "The mayor knows that the army attacked the town."),
  (false, .uncommitted, "The mayor neither confirmed nor denied that the army attacked the town."),
  (false, .probable, "The mayor expects the army to attack the town."),
  (false, .possible, "The mayor fears the army could attack the town."),
  (false, .probable, "The mayor fears the army will attack the town."),
  (false, .uncommitted, "The mayor asked whether the army had attacked the town."),
  (false, .uncommitted, "The mayor wondered if the army had attacked the town."),
  (false, .uncommitted, "The mayor hopes the army will free the captives."),
  (false, .certain, "The army reportedly attacked the town."),
  (false, .certain, "The army allegedly attacked the town."),
  (true, .certain, "The mayor confirmed that the army attacked the town."),
  (true, .certain, "The mayor acknowledged that the army attacked the town."),
  (true, .uncommitted, "The mayor claimed that the army attacked the town."),
  (true, .certainNot, "The army failed to attack the town."),
  (true, .certain, "The army managed to free the captives."),
  (true, .possible, "It is possible that the army attacked the town."),
  (true, .probable, "It is likely that the army will attack the town."),
  (true, .certainNot, "It is not true that the army attacked the town."),
  (true, .certainNot, "No soldiers attacked the town."),
  (true, .certainNot, "The army never attacked the town."),
  (false, .certainNot, "The mayor rejected claims that the army attacked the town."),
  (false, .certainNot, "The mayor dismissed reports that the army had attacked the town."),
  (true, .probable, "The army apparently attacked the town."),
]
