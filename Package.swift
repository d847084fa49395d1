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
    .library(
      name: "RapporteurRooms",
      targets: [
        "Rapporteur", "RapporteurCore", "RapporteurIngest", "RapporteurLanguage", "RapporteurMeaning",
      ]),
    .executable(name: "rapporteur", targets: ["RapporteurCLI"]),
    .executable(name: "rapporteur-desk", targets: ["RapporteurDeskServer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    .target(name: "RapporteurCore", swiftSettings: strict),
    .target(
      name: "CRapporteurKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(
      name: "RapporteurEncoder", dependencies: ["CRapporteurKernels"],
      resources: [.copy("Resources/Model")], swiftSettings: strict),
    .target(name: "CPeak", path: "Benchmarks/CPeak"),
    .executableTarget(
      name: "EncoderBenchmark",
      dependencies: [
        "RapporteurEncoder", "CPeak", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/EncoderBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "ReaderBenchmark",
      dependencies: [
        "Rapporteur", "RapporteurCore", "RapporteurEncoder", "RapporteurIngest", "RapporteurLanguage",
        "RapporteurMeaning",
      ],
      path: "Benchmarks/ReaderBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "WordVectors",
      dependencies: [
        "RapporteurCore", "RapporteurEncoder", "RapporteurIngest", "RapporteurLanguage",
      ],
      path: "Training/WordVectors", swiftSettings: strict),
    .executableTarget(
      name: "LedgerBenchmark", dependencies: ["RapporteurCore", "RapporteurLineage", "RapporteurLedger"],
      path: "Benchmarks/LedgerBenchmark", swiftSettings: strict),
    .target(
      name: "RapporteurLanguage", dependencies: ["RapporteurCore", "RapporteurEncoder"],
      resources: [.copy("Resources/Lexicons")], swiftSettings: strict),
    .target(
      name: "RapporteurMeaning", dependencies: ["RapporteurCore"],
      resources: [.copy("Resources/Lexicons"), .copy("Resources/Gazetteer")], swiftSettings: strict),
    .systemLibrary(
      name: "CRapporteurLibXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "CRapporteurMarkup", dependencies: ["CRapporteurLibXML"], linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "RapporteurIngest", dependencies: ["RapporteurCore", "CRapporteurMarkup"],
      resources: [.copy("Resources/Lexicons"), .copy("Resources/Ninjs")], swiftSettings: strict),
    .target(name: "RapporteurLineage", dependencies: ["RapporteurCore"], swiftSettings: strict),
    .target(
      name: "RapporteurLedger",
      dependencies: ["RapporteurCore", "RapporteurLineage", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [.copy("Resources/Migrations")], swiftSettings: strict),
    .target(
      name: "Rapporteur",
      dependencies: [
        "RapporteurCore", "RapporteurEncoder", "RapporteurIngest", "RapporteurLanguage", "RapporteurMeaning",
      ],
      swiftSettings: strict),
    .target(
      name: "RapporteurExport", dependencies: ["RapporteurCore"], resources: [.copy("Resources/Lexicons")],
      swiftSettings: strict),
    .target(name: "RapporteurTerminal", dependencies: ["Rapporteur"], swiftSettings: strict),
    .executableTarget(
      name: "RapporteurCLI",
      dependencies: [
        "Rapporteur", "RapporteurCore", "RapporteurExport", "RapporteurIngest", "RapporteurLanguage",
        "RapporteurLedger", "RapporteurLineage",
        "RapporteurTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "RapporteurDesk",
      dependencies: [
        "RapporteurCore", "RapporteurExport", "RapporteurLedger",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.copy("Resources/Templates"), .copy("Resources/Public")], swiftSettings: strict),
    .executableTarget(
      name: "RapporteurDeskServer",
      dependencies: [
        "RapporteurDesk", "RapporteurCore", "RapporteurLedger", "Rapporteur", "RapporteurIngest",
        "RapporteurLanguage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
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
      name: "RapporteurIngestTests",
      dependencies: ["RapporteurIngest", "RapporteurCore", "CRapporteurMarkup"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurLineageTests", dependencies: ["RapporteurLineage", "RapporteurCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurLedgerTests",
      dependencies: ["RapporteurLedger", "RapporteurLineage", "RapporteurCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurLanguageTests",
      dependencies: ["RapporteurLanguage", "RapporteurCore", "RapporteurEncoder", "RapporteurTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurMeaningTests",
      dependencies: ["RapporteurMeaning", "RapporteurCore", "RapporteurTesting"], swiftSettings: strict),
    .testTarget(
      name: "RapporteurExportTests", dependencies: ["RapporteurExport", "RapporteurCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RapporteurDeskTests",
      dependencies: [
        "RapporteurDesk", "RapporteurCore", "RapporteurLedger", "RapporteurLineage",
        .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Rapporteur", "RapporteurCLI", "RapporteurIngest", "RapporteurTerminal", "RapporteurTesting",
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
