import RapporteurLineage
import Testing

@Test func caseAndTypographyDoNotMatter() {
  #expect(WordSequence("The minister’s plan").codes == WordSequence("THE MINISTER'S  plan").codes)
}

@Test func quotedWordsAreNotTheReportsOwn() {
  #expect(WordSequence("\"We will go,\" he said.").ownCount == 2)
  #expect(WordSequence("“We will go” he said.\n\nThey went.").ownCount == 4)
  #expect(WordSequence("\"Never closed\nNext paragraph").ownCount == 2)
}

/// A text aligned with itself is contained in itself; with strange words it is not at all.
@Test func containmentRunsFromNoneToAll() {
  let text = WordSequence("one two three four five six seven eight nine ten")
  #expect(Alignment(text, text).containment == 1)
  #expect(Alignment(text, WordSequence("a b c d e f g h i j k")).containment == 0)
}

/// Containment is that of the shorter text, whichever is named first.
@Test func containmentIsAsymmetricInLengthOnly() {
  let brief = WordSequence("the ferry sank off the coast at dawn")
  let long = WordSequence("on friday the ferry sank off the coast at dawn and all were saved by a trawler")
  #expect(Alignment(brief, long).containment == 1)
  #expect(Alignment(long, brief).containment == 1)
}

@Test func noWordIsUsedTwice() {
  let once = WordSequence("alpha beta gamma delta epsilon")
  let twice = WordSequence("alpha beta gamma delta epsilon alpha beta gamma delta epsilon zeta")
  #expect(Alignment(twice, WordSequence(codes: once.codes + once.codes)).matched == 10)
  #expect(Alignment(once, twice).matched == 5)
}

/// A common run of eight words leaves a common fingerprint, wherever it stands.
@Test func eightCommonWordsShareAFingerprint() {
  let run = "the minister said on tuesday that talks failed"
  for pad in 0..<6 {
    let a = String(repeating: "left ", count: pad) + run + " and then some more"
    let b = "other words come before it here " + run + String(repeating: " right", count: pad)
    let shared = Set(Fingerprints.of(WordSequence(a))).intersection(Fingerprints.of(WordSequence(b)))
    #expect(!shared.isEmpty)
  }
}
