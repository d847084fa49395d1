/// What the model believes a mention takes up.
public struct AntecedentBelief: Sendable, Equatable {
  /// An earlier mention.
  public struct Candidate: Sendable, Equatable {
    /// The token that heads it.
    public let head: Int
    /// 0 … 1; those of all candidates, with `none`, make about 1.
    public let probability: Float

    /// A head with its probability.
    public init(head: Int, probability: Float) {
      self.head = head
      self.probability = probability
    }
  }

  /// The likeliest first.
  public let candidates: [Candidate]
  /// How likely it is that nothing near means the same, 0 … 1.
  public let none: Float

  /// Candidates, the likeliest first, and how likely none of them is meant.
  public init(candidates: [Candidate], none: Float) {
    self.candidates = candidates
    self.none = none
  }

  /// The head of the likeliest antecedent; nil where none is likelier.
  public var head: Int? { candidates.first.flatMap { $0.probability > none ? $0.head : nil } }
}
