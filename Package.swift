// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "rapporteur",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Rapporteur", targets: ["Rapporteur"]),
    .executable(name: "rapporteur", targets: ["RapporteurCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "RapporteurCore", swiftSettings: strict),
    .target(
      name: "CRapporteurKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(
      name: "RapporteurEncoder", dependencies: ["CRapporteurKernels"],
      resources: [.copy("Resources/Model")], swiftSettings: strict),
    .executableTarget(
      name: "EncoderBenchmark", dependencies: ["RapporteurEncoder"], path: "Benchmarks/EncoderBenchmark",
      swiftSettings: strict),
    .target(
      name: "RapporteurLanguage", dependencies: ["RapporteurCore", "RapporteurEncoder"],
      resources: [.copy("Resources/Lexicons")], swiftSettings: strict),
    .target(
      name: "RapporteurMeaning", dependencies: ["RapporteurCore"],
      resources: [.copy("Resources/Lexicons"), .copy("Resources/Gazetteer")], swiftSettings: strict),
    .target(name: "RapporteurIngest", dependencies: ["RapporteurCore"], swiftSettings: strict),
    .target(name: "RapporteurLineage", dependencies: ["RapporteurCore"], swiftSettings: strict),
    .target(
      name: "Rapporteur",
      dependencies: [
        "RapporteurCore", "RapporteurEncoder", "RapporteurIngest", "RapporteurLanguage", "RapporteurMeaning",
      ],
      swiftSettings: strict),
    .target(name: "RapporteurTerminal", dependencies: ["Rapporteur"], swiftSettings: strict),
    .executableTarget(
      name: "RapporteurCLI",
      dependencies: [
        "Rapporteur", "RapporteurCore", "RapporteurIngest", "RapporteurLanguage", "RapporteurLineage",
        "RapporteurTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "RapporteurTesting", dependencies: ["RapporteurCore"], swiftSettings: strict),
    .testTarget(
      name: "RapporteurCoreTests", dependencies: ["RapporteurCore", "RapporteurTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurEncoderTests", dependencies: ["RapporteurEncoder", "CRapporteurKernels"],
      resources: [.copy("Golden")], swiftSettings: strict),
    .testTarget(
      name: "RapporteurIngestTests", dependencies: ["RapporteurIngest", "RapporteurCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurLineageTests", dependencies: ["RapporteurLineage", "RapporteurCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurLanguageTests",
      dependencies: ["RapporteurLanguage", "RapporteurCore", "RapporteurEncoder", "RapporteurTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurMeaningTests",
      dependencies: ["RapporteurMeaning", "RapporteurCore", "RapporteurTesting"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Rapporteur", "RapporteurCLI", "RapporteurIngest", "RapporteurTerminal", "RapporteurTesting",
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
