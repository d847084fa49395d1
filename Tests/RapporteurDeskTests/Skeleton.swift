/// The tags of a page with the names of their attributes, without any text and value: what markup can change.
struct Skeleton: Equatable {
  let tags: [String]

  init(_ html: String) {
    var tags: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      tags.append(Skeleton.tag(&rest))
    }
    self.tags = tags
  }

  /// `a class href`, up to the `>` that stands outside quotes.
  private static func tag(_ rest: inout Substring) -> String {
    var tag = ""
    var isQuoted = false
    while let character = rest.popFirst() {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted {
        if character == ">" { break }
        tag.append(character)
      }
    }
    return tag
  }
}
