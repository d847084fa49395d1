public import RapporteurCore

/// Reads who says so: the attributions of the model, what stands inside them, and responses.
///
/// ```swift
/// let claims = try ClaimReader(resources: folder).read(annotated, actors: table)
/// ```
public struct ClaimReader: Sendable {
  private let cues: CueLexicon
  private let responses: ResponseLexicon
  private let platforms: Platforms
  private let things: Things
  private let lemmas: LemmaReader

  /// Reads the lexicons of a resource folder (`Lexicons/cues.tsv`, `responses.tsv`, `response-words.tsv`, `platforms.tsv`).
  ///
  /// - Throws: `LexiconError` with file, line and column, or what the file system says.
  public init(resources folder: ResourceFolder) throws {
    try self.init { name in try folder.text(of: "Lexicons/\(name)") }
  }

  /// Reads the lexicons from the texts that `text` gives for their file names.
  public init(text: (String) throws -> String) throws {
    func table(_ name: String) throws -> LexiconTable { try LexiconTable(try text(name), file: name) }
    cues = try CueLexicon(table("cues.tsv"))
    responses = try ResponseLexicon(table("responses.tsv"), families: table("response-words.tsv"))
    platforms = try Platforms(table("platforms.tsv"))
    things = try Things(table("things.tsv"))
    let irregular = try table("irregular-verbs.tsv").rows.map { (try $0.cell("form"), try $0.cell("lemma")) }
    lemmas = LemmaReader(
      known: cues.words.union(responses.words),
      irregular: Dictionary(
        irregular.map { (String($0.0), String($0.1)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// All claims of a report, numbered in text order; `about` is filled by `ResponseLinker`.
  ///
  /// - Complexity: Linear in the tokens of the report, for contents of bounded depth.
  public func read(_ given: AnnotatedReport, actors: ActorTable) -> [Claim] {
    let annotated = given.mended(by: lemmas)
    let marks = QuotationMarks(annotated)
    let check = SourceCheck(annotated: annotated, things: things, cues: cues, actors: actors)
    let cueReader = CueReader(annotated: annotated, lexicon: cues, marks: marks, check: check)
    let responseReader = ResponseReader(annotated: annotated, lexicon: responses, marks: marks)
    var assembly = ClaimAssembly(annotated: annotated)
    let mending = TaggedMending(annotated: annotated, lexicon: cues, marks: marks, check: check) { token in
      responseReader.response(at: token) != nil
    }
    assembly.addTagged(
      mending.mended(RelayedSources(annotated: annotated).mended(annotated.attributions)))
    assembly.add(SpeakerLabels(annotated: annotated, actors: actors).labels())
    assembly.add(TerseAnswers(annotated: annotated))
    let found = cueReader.drafts().filter { draft in
      check.canHold(draft.source, cue: draft.head) && !(draft.head.map(check.grantsAnonymity) ?? false)
    }
    assembly.addRelayedSpeech(found)
    assembly.add(responsesOf: responseReader)
    assembly.add(found)
    assembly.addCitations(found, isSource: check.isSpeaking)
    assembly.addFreeQuotations(marks)
    assembly.fillRelays(found)
    let resolver = SourceResolver(annotated: annotated, actors: actors, things: things)
    let writer = ClaimWriter(
      annotated: annotated, cues: cues, cueReader: cueReader, platforms: platforms, marks: marks,
      resolver: resolver)
    let drafts = PlainDenials(annotated: annotated, resolver: resolver, marks: marks, lexicon: responses)
      .marked(assembly.finished())
    return writer.claims(drafts)
  }
}
