import CRapporteurKernels

/// The numbers that the layers calculate with.
package enum Arithmetic: Sendable {
  /// Floats throughout: the reference that tests compare with.
  case float
  /// Rounded inputs and weights in the large maps.
  case int8
}

/// The instruction sets that kernels are written for.
package enum KernelSet: Sendable, CaseIterable {
  case portable, avx2, avx512, neon

  /// Whether this processor has it.
  package var isSupported: Bool { rk_has_set(raw) != 0 }

  var raw: rk_set {
    switch self {
    case .portable: RK_PORTABLE
    case .avx2: RK_AVX2
    case .avx512: RK_AVX512
    case .neon: RK_NEON
    }
  }
}
