import RapporteurCore
import RapporteurLanguage
import Testing

/// One example for each convention of the English treebanks.
struct TokenExampleTests {
  let tokenizer: Tokenizer

  init() throws { tokenizer = Tokenizer(lexicon: try WordLexicon()) }

  /// The text, and its words parted by spaces.
  @Test(arguments: [
    ("They don't say it's Roe's.", "They do n't say it 's Roe 's ."),
    (
      "They don’t; we’ve, I’m, you’d, he’ll, they’re",
      "They do n’t ; we ’ve , I ’m , you ’d , he ’ll , they ’re"
    ),
    ("CAN'T stop", "CA N'T stop"),
    ("You cannot, he's gonna.", "You can not , he 's gon na ."),
    ("Cannot he?", "Can not he ?"),
    ("the ministers' talks", "the ministers ' talks"),
    ("Mr. O'Brien met Cote d'Ivoire's envoy", "Mr. O'Brien met Cote d'Ivoire 's envoy"),
    ("the 1980's and the 1990s", "the 1980's and the 1990s"),
    (
      "a post-war, U.S.-led, six-member anti-fraud e-mail",
      "a post-war , U.S. - led , six - member anti-fraud e-mail"
    ),
    ("state-of-the-art clockwise length-wise", "state - of - the - art clockwise length-wise"),
    ("won 2-1 on 9/11 at 10:30", "won 2 - 1 on 9/11 at 10:30"),
    ("call 555-010-4477 or 555-0104", "call 555-010-4477 or 555-0104"),
    ("on 2031-03-06", "on 2031-03-06"),
    ("$1.5bn, 1,200,000 euros, 40% of €5", "$ 1.5 bn , 1,200,000 euros , 40 % of € 5"),
    ("at 7pm or 8 a.m. on Jan. 5", "at 7 pm or 8 a.m. on Jan. 5"),
    ("the 21st and 2nd 3D Ph.D.", "the 21st and 2nd 3D Ph.D."),
    ("J. R. Roe, D.C., vs. No. 10", "J. R. Roe , D.C. , vs. No. 10"),
    ("No. We said no.", "No . We said no ."),
    ("than you and I. Then", "than you and I . Then"),
    (
      "see https://example.org/a-b?c=d, or www.example.org.",
      "see https://example.org/a-b?c=d , or www.example.org ."
    ),
    ("jane.roe@example.org, @roe_1 and #peace", "jane.roe@example.org , @roe_1 and #peace"),
    ("post it to rec.gardens.roses-old.", "post it to rec.gardens.roses-old ."),
    ("he sat down.she left. So", "he sat down . she left . So"),
    ("example.com said", "example.com said"),
    ("the end.The start", "the end . The start"),
    ("Wait... what?! No…", "Wait ... what ?! No …"),
    ("talks — if any -- failed–again", "talks — if any -- failed – again"),
    ("and/or he/she", "and / or he / she"),
    ("(\"Yes,\" he said.)", "( \" Yes , \" he said . )"),
    ("AT&T and R&D", "AT&T and R&D"),
    ("fine :) really", "fine :) really"),
    ("👍🏽🇫🇷x", "👍🏽 🇫🇷 x"),
    ("''Quoted,'' she said", "'' Quoted , '' she said"),
  ])
  func words(text: String, expected: String) {
    let report = Report(id: "r1", text: text)
    let words = tokenizer.spans(in: text).map { report.text(of: $0) }
    #expect(words.joined(separator: " ") == expected)
  }
}
