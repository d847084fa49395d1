package import Foundation

/// Which arithmetic and which instructions a figure is for: to compare them, not to choose for a user.
package struct KernelChoice: Sendable {
  /// The names that are known.
  package static let names = ["best", "float", "avx512", "avx2", "neon", "portable"]

  let arithmetic: Arithmetic
  let kernels: KernelSet?

  /// `best`, `float`, or the name of an instruction set in int8; nil for any other name.
  package init?(_ name: String) {
    switch name {
    case "best": (arithmetic, kernels) = (.int8, nil)
    case "float": (arithmetic, kernels) = (.float, nil)
    case "avx512": (arithmetic, kernels) = (.int8, .avx512)
    case "avx2": (arithmetic, kernels) = (.int8, .avx2)
    case "neon": (arithmetic, kernels) = (.int8, .neon)
    case "portable": (arithmetic, kernels) = (.int8, .portable)
    default: return nil
    }
  }

  /// Whether this processor has the instructions.
  package var isSupported: Bool { kernels?.isSupported != false }

  /// The encoder with this arithmetic.
  package func encoder(_ folder: URL) throws(ModelError) -> Encoder {
    try Encoder(folder: folder, arithmetic: arithmetic, kernels: kernels)
  }
}
