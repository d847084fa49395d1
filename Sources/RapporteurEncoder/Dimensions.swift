/// The sizes of the encoder, fixed by the model format.
enum Dimensions {
  /// Floats of a hidden state.
  static let width = 384
  /// Floats between the two maps of a feed-forward part.
  static let inner = 1536
  static let layers = 6
  /// Rows of the position table.
  static let positions = 512
  /// Classes of letter case.
  static let cases = 6
  static let arc = 256
  static let label = 96
  /// The width of the heads that link one word to another (attribution links, coreference).
  static let pair = 128
  /// Added to the variance before its root is taken.
  static let normEpsilon: Float = 1e-12
}
