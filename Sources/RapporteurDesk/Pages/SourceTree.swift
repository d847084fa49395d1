internal import RapporteurLedger

/// Who says so, as a tree from the outlet to the last source; outlets that copy another stand with it.
struct SourceTree {
  private final class Node {
    let name: String
    var children: [Node] = []
    var note: String?
    var side: String?
    var copies: [String] = []

    init(_ name: String) { self.name = name }

    func child(_ name: String) -> Node {
      if let known = children.first(where: { $0.name == name }) { return known }
      let node = Node(name)
      children.append(node)
      return node
    }

    var view: [String: Any] {
      var view: [String: Any] = ["name": name]
      view["note"] = note
      view["side"] = side
      if !copies.isEmpty {
        view["copies"] = [
          "words": Words.count(Double(copies.count), "outlet"), "names": copies.joined(separator: ", "),
        ]
      }
      if !children.isEmpty { view["inner"] = ["nodes": children.map(\.view)] }
      return view
    }
  }

  /// The trees, for a template that calls itself.
  let views: [[String: Any]]

  /// - Parameter chains: What `Ledger.chains(of:)` gives.
  init(_ chains: Answer) {
    let root = Node("")
    let originals = Dictionary(
      chains.rows.indices.map { (chains.text($0, "outlet") ?? "", chains.text($0, "copy_of")) },
      uniquingKeysWith: { a, b in a ?? b })
    for row in chains.rows.indices {
      let outlet = chains.text(row, "outlet") ?? ""
      let original = SourceTree.original(of: outlet, originals)
      if original != outlet {
        let node = root.child(original)
        if !node.copies.contains(outlet) { node.copies.append(outlet) }
        continue
      }
      let links = (chains.text(row, "chain") ?? "").split(separator: "\t").map(String.init)
      var node = root.child(outlet)
      for link in links { node = node.child(link) }
      let stance = chains.text(row, "response") ?? Certainty.stance(chains.text(row, "certainty"))
      node.note = stance.replacing("-", with: " ")
      node.side = Certainty.side(stance)
    }
    views = root.children.map(\.view)
  }

  /// The outlet that a row of copies begins with.
  private static func original(of outlet: String, _ originals: [String: String?]) -> String {
    var current = outlet
    var seen: Set<String> = [outlet]
    while let next = originals[current] ?? nil, seen.insert(next).inserted { current = next }
    return current
  }
}
