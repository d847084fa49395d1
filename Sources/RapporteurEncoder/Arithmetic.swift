/// The numbers that the layers calculate with.
package enum Arithmetic: Sendable {
  /// Floats throughout: the reference that tests compare with.
  case float
}
