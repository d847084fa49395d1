/// The actors of a report and the tokens that stand for them.
public struct ActorTable: Sendable {
  /// All actors, in the text order of their first mention.
  public let actors: [Actor]
  /// Tokens that stand for actors without heading a mention: the title that the parse puts above a name, the noun of
  /// "dozens of protesters".
  public let otherHeads: [Int: [Actor.ID]]
  private let byHead: [Int: [Actor.ID]]

  /// Makes a table. A head token may stand for several actors ("the two", "Hungarian and Romanian officials").
  public init(actors: [Actor], otherHeads: [Int: [Actor.ID]] = [:]) {
    self.actors = actors
    self.otherHeads = otherHeads
    var table = otherHeads
    for actor in actors {
      for mention in actor.mentions where table[mention.head]?.contains(actor.id) != true {
        table[mention.head, default: []].append(actor.id)
      }
    }
    byHead = table
  }

  /// The actors whose mention is headed by `token`; empty for a token that stands for none.
  public func actors(headedBy token: Int) -> [Actor.ID] { byHead[token] ?? [] }

  /// The actor with an id that came from this table.
  public func actor(_ id: Actor.ID) -> Actor {
    // Ids mostly count the actors, so that the place is known at once.
    if actors.indices.contains(id.number - 1), actors[id.number - 1].id == id { return actors[id.number - 1] }
    guard let actor = actors.first(where: { $0.id == id }) else {
      preconditionFailure("actor \(id.number) is not in the table")
    }
    return actor
  }

  /// The mention of `id` headed by `token`; nil where there is none, as for a token of `otherHeads`.
  public func mention(of id: Actor.ID, headedBy token: Int) -> Actor.Mention? {
    actor(id).mentions.first { $0.head == token }
  }
}
