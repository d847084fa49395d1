public import RapporteurCore

/// Reads who did what to whom, coded to PLOVER 2.0.
///
/// ```swift
/// let reader = EventReader(lexicon: try EventLexicon(folder: ResourceFolder(module: "RapporteurMeaning")))
/// let events = reader.read(annotated, actors: table, claims: claims, times: times, places: places)
/// ```
/// Time grows with the number of tokens: frames are looked up by lemma.
public struct EventReader: Sendable {
  private let lexicon: EventLexicon

  /// Makes a reader over a lexicon.
  public init(lexicon: EventLexicon) { self.lexicon = lexicon }

  /// The events of a report, in the text order of their triggers.
  public func read(
    _ annotated: AnnotatedReport, actors: ActorTable, claims: [Claim], times: [Timex], places: [Place]
  ) -> [Event] {
    let clauses = ClauseReader(annotated: annotated, lexicon: lexicon)
    let participants = ParticipantReader(
      clauses: clauses, actors: actors,
      spoken: SpokenPronouns(annotated, actors: actors, claims: claims))
    let candidates = CandidateReader(lexicon: lexicon, clauses: clauses, participants: participants)
    let selector = CandidateSelector(
      lexicon: lexicon, clauses: clauses, participants: participants,
      harm: HarmTone(clauses), contest: ContestTone(clauses, lexicon: lexicon))
    let kept = annotated.sentences.flatMap { selector.select($0, candidates.read($0)) }
    let drafts = EventDrafts(
      annotated: annotated, lexicon: lexicon, participants: participants,
      holding: EventClaims(annotated: annotated, claims: claims), times: times, places: places)
    return drafts.events(from: kept)
  }
}
