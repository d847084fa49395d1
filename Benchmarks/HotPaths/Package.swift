// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that reading does not depend on the benchmark package.
let package = Package(
  name: "hot-paths",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "rapporteur", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "HotPaths",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "RapporteurRooms", package: "rapporteur"),
      ],
      path: "Benchmarks/HotPaths",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
