import CRapporteurKernels

/// The first map of every head, joined to one matrix over a word's vector, so that it is read once.
///
/// A result row has one segment for each head; each starts at a multiple of 16 floats.
struct HeadInput: Sendable {
  /// The heads' first maps in the order of their segments; from `arcDependent` on they end in a GELU.
  enum Part: Int, CaseIterable, Sendable {
    case upos, features, lemma, names, attribution, mention
    case arcDependent, arcHead, labelDependent, labelHead, linkDependent, linkHead
    case coreferenceDependent, coreferenceHead, factualityHidden

    /// The tensors' name without `.weight` and `.bias`.
    var tensor: String {
      switch self {
      case .upos: "upos"
      case .features: "features"
      case .lemma: "lemma"
      case .names: "names"
      case .attribution: "attribution"
      case .mention: "mention"
      case .arcDependent: "arc.dependent"
      case .arcHead: "arc.head"
      case .labelDependent: "label.dependent"
      case .labelHead: "label.head"
      case .linkDependent: "link.dependent"
      case .linkHead: "link.head"
      case .coreferenceDependent: "coreference.dependent"
      case .coreferenceHead: "coreference.head"
      case .factualityHidden: "factuality.hidden"
      }
    }

    /// Whether a model may lack it.
    var isOptional: Bool {
      switch self {
      case .mention, .coreferenceDependent, .coreferenceHead, .factualityHidden: true
      default: false
      }
    }

    func outputs(_ labels: Labels) -> Int {
      switch self {
      case .upos: labels.upos.count
      case .features: labels.features.count
      case .lemma: labels.lemma.count
      case .names: labels.names.count
      case .attribution: labels.attribution.count
      case .mention: 1
      case .arcDependent, .arcHead: Dimensions.arc
      case .labelDependent, .labelHead: Dimensions.label
      case .linkDependent, .linkHead, .coreferenceDependent, .coreferenceHead, .factualityHidden:
        Dimensions.pair
      }
    }
  }

  /// Floats of a result row.
  let stride: Int
  /// The tags' scores, always in float: a rounding there would meet the decision itself.
  private let plain: FloatMatrix
  private let activated: LinearMap
  /// For each part the place of its segment; -1 where the model lacks it.
  private let offsets: [Int]

  init(_ weights: Safetensors, _ labels: Labels, _ arithmetic: Arithmetic) throws(ModelError) {
    var (offsets, end) = ([Int](), 0)
    var (plain, activated) = (Segments(), Segments())
    for part in Part.allCases {
      guard !part.isOptional || weights.has("\(part.tensor).weight") else {
        offsets.append(-1)
        continue
      }
      offsets.append(end)
      let outputs = part.outputs(labels)
      end += (outputs + 15) & ~15
      let isPlain = part.rawValue < Part.arcDependent.rawValue
      if isPlain {
        try plain.append(weights, part.tensor, outputs: outputs)
      } else {
        try activated.append(weights, part.tensor, outputs: outputs)
      }
    }
    let width = Dimensions.width
    self.plain = FloatMatrix(
      inputs: width, outputs: plain.bias.count, weights: plain.rows, bias: plain.bias)
    self.activated = LinearMap(
      arithmetic, inputs: width, outputs: activated.bias.count, weights: activated.rows,
      bias: activated.bias)
    self.offsets = offsets
    stride = end
  }

  /// Maps under each other, each padded to a multiple of 16 outputs.
  private struct Segments {
    var rows: [Float] = []
    var bias: [Float] = []

    mutating func append(_ weights: Safetensors, _ name: String, outputs: Int) throws(ModelError) {
      rows += try weights.floats("\(name).weight", [outputs, Dimensions.width])
      bias += try weights.floats("\(name).bias", [outputs])
      let padding = -outputs & 15
      rows += [Float](repeating: 0, count: padding * Dimensions.width)
      bias += [Float](repeating: 0, count: padding)
    }
  }

  /// Whether the model has this part.
  func has(_ part: Part) -> Bool { offsets[part.rawValue] >= 0 }

  /// Where the segment of a part starts in a result row.
  func offset(_ part: Part) -> Int {
    precondition(has(part))
    return offsets[part.rawValue]
  }

  /// Writes a row of `stride` floats for each of the word vectors `[words, 384]`; `memory` has
  /// `scratchCount(words:)` floats.
  func apply(
    _ set: rk_set, _ vectors: UnsafePointer<Float>, words: Int,
    to rows: UnsafeMutablePointer<Float>,
    memory: UnsafeMutablePointer<Float>
  ) {
    let width = Dimensions.width
    var free = memory
    let input = LinearMap.Input(
      set, vectors, stride: width, rows: words, width: width, memory: &free)
    plain.apply(set, vectors, stride: width, rows: words, to: rows, stride: stride)
    activated.apply(set, input, to: rows + plain.paddedOutputs, stride: stride, gelu: true)
  }

  /// Floats that `apply` needs besides its result.
  static func scratchCount(words: Int) -> Int {
    QuantisedRows.floatCount(rows: words, width: Dimensions.width)
  }
}

/// The result rows of `HeadInput` for the words of a window.
struct HeadRows {
  let input: HeadInput
  let words: Int
  let memory: UnsafePointer<Float>

  /// The start of a word's segment.
  func segment(_ part: HeadInput.Part, word: Int) -> UnsafePointer<Float> {
    memory + word * input.stride + input.offset(part)
  }

  /// The index of the highest of `count` scores; the earlier one on a tie.
  func best(_ part: HeadInput.Part, word: Int, of count: Int) -> Int {
    let scores = segment(part, word: word)
    var best = 0
    for index in 1..<max(count, 1) where scores[index] > scores[best] { best = index }
    return best
  }
}
