internal import Foundation
internal import RapporteurLedger

/// Two reports side by side, so that a copy and what it copies can be compared word by word.
enum BesidePage {
  static func page(_ ledger: Ledger, _ question: Question) throws -> Page {
    guard let a = question.text("a"), let b = question.text("b") else {
      throw DeskFault(.badRequest, "two reports are set side by side: name them with a and b")
    }
    let (left, right) = (try side(ledger, a), try side(ledger, b))
    let difference = WordDifference(left.text, right.text)
    var values: [String: Any] = [
      "left": left.view(difference.left), "right": right.view(difference.right),
      "shared": "\(difference.shared)", "left-words": "\(difference.words.left)",
      "right-words": "\(difference.words.right)",
      "left-share": share(difference.shared, difference.words.left),
      "right-share": share(difference.shared, difference.words.right),
    ]
    if difference.isCut { values["is-cut"] = "\(WordDifference.mostWords)" }
    if difference.left.allSatisfy(\.isShared), difference.right.allSatisfy(\.isShared) {
      values["is-same"] = true
    }
    return Page(
      title: "\(left.name) beside \(right.name)", template: "beside", values: values,
      tables: [("differences", table(difference))])
  }

  /// One of the two.
  private struct Side {
    let id: String
    let name: String
    let published: String?
    let text: String

    func view(_ pieces: [WordDifference.Piece]) -> [String: Any] {
      var view: [String: Any] = [
        "name": name, "at": Address.report(id),
        "pieces": pieces.map { ["text": $0.text, "same": $0.isShared] as [String: Any] },
      ]
      view["published"] = published
      return view
    }
  }

  private static func side(_ ledger: Ledger, _ key: String) throws -> Side {
    let facts = try ledger.report(key)
    let record: ShownRecord
    do {
      record = try JSONDecoder().decode(ShownRecord.self, from: Data(try ledger.record(of: key).utf8))
    } catch let error as DecodingError {
      throw DeskFault(.broken, "the stored record cannot be shown: \(error)")
    }
    return Side(
      id: facts.text(0, "id") ?? key, name: facts.text(0, "outlet") ?? facts.text(0, "key") ?? key,
      published: facts.text(0, "published").map { String($0.prefix(16)).replacing("T", with: " ") },
      text: record.report.text)
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "0" : "\(Int((Double(part) * 100 / Double(whole)).rounded(.down)))"
  }

  /// What only one of the two says: `report` is a or b.
  private static func table(_ difference: WordDifference) -> Answer {
    let rows = [("a", difference.left), ("b", difference.right)].flatMap { name, pieces in
      pieces.filter { !$0.isShared }.map { [Answer.Cell.text(name), .text($0.text.trimmed)] }
    }
    return Answer(columns: ["report", "words"], rows: rows)
  }
}
