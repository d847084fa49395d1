import RapporteurCore

/// The trail of mentions up to the word that is being read: who was spoken of last, and how prominently.
struct Recency: Sendable {
  /// One step of the trail.
  struct Step: Sendable {
    let entity: Int
    let head: Int
    let sentence: Int
    let isSubject: Bool
  }

  private(set) var steps: [Step] = []
  /// No search goes further back than so many mentions.
  static let reach = 120

  /// Notes a mention.
  mutating func touch(_ entity: Int, head: Int, in annotated: AnnotatedReport) {
    let relation = annotated.relationOfPhrase(headedBy: head)
    steps.append(
      Step(
        entity: entity, head: head, sentence: annotated.sentenceIndex(of: head),
        isSubject: relation == .nsubj || relation == .csubj))
  }

  /// Lets the steps of one entity be those of another.
  mutating func rename(_ former: Int, to entity: Int) {
    for index in steps.indices where steps[index].entity == former {
      let step = steps[index]
      steps[index] = Step(entity: entity, head: step.head, sentence: step.sentence, isSubject: step.isSubject)
    }
  }

  /// The last mentions, the latest first; bounded.
  var latest: ReversedCollection<ArraySlice<Step>> { steps.suffix(Recency.reach).reversed() }
}

extension AnnotatedReport {
  /// The relation of the noun phrase in which a name stands beside its title: "the spokesman, Ilse Marran, said".
  fileprivate func relationOfPhrase(headedBy token: Int) -> Relation {
    var current = token
    while [.appos, .flat].contains(tokens[current].relation), let head = tokens[current].head {
      current = head
    }
    return tokens[current].relation
  }
}
