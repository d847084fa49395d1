/// The words by which a report says that it leaves a name out, and why.
enum AnonymityWords {
  /// Nouns that name no post: whoever is spoken of by them is described.
  static let crowd: Set<String> = [
    "adult", "assailant", "attacker", "boy", "brother", "bystander", "child", "citizen", "civilian", "crowd",
    "customer",
    "daughter", "demonstrator", "detainee", "eyewitness", "faction", "family", "father", "friend", "girl",
    "group",
    "gunman", "hostage", "husband", "inhabitant", "insider", "local", "man", "migrant", "miner", "mob",
    "mother",
    "neighbor", "neighbour", "opponent", "parent", "passenger", "people", "person", "prisoner", "protester",
    "refugee",
    "relative", "resident", "sister", "son", "source", "supporter", "survivor", "tourist", "traveller",
    "traveler",
    "victim", "villager", "visitor", "voter", "wife", "witness", "woman", "youth", "medic", "viewer",
    "reader", "player",
    "farmer", "fisherman", "teacher", "student", "pupil", "striker", "landowner", "suspect", "shopkeeper",
    "stallholder",
    "herder", "labourer", "laborer", "pensioner", "commuter", "motorist", "patient", "guest", "worshipper",
    "pilgrim",
    "townsman", "islander", "settler", "evacuee", "deportee", "returnee", "defector", "deserter", "emigrant",
    "immigrant",
    "mourner", "marcher", "homeowner", "tenant", "teenager", "widow", "aunt", "uncle", "grandmother",
    "grandfather",
    "nephew", "bandit", "smuggler", "contractor", "acquaintance", "seeker", "trader", "fighter", "technician",
    "owner", "critic", "fan", "follower", "rival", "ally", "conservative", "liberal", "moderate", "hardliner",
    "audience",
    "electorate", "donor", "commenter", "commentator", "writer", "whistleblower", "heckler", "attendee",
    "spectator", "user",
    "subscriber", "listener", "buyer", "shopper", "pedestrian", "cyclist", "caller", "investor", "enthusiast",
    "admirer",
    "sympathiser", "sympathizer", "newcomer", "beachgoer", "churchgoer", "moviegoer", "holidaymaker",
    "householder",
  ]

  /// Nouns for kin: with a possessor they tell who it is.
  static let kin: Set<String> = [
    "wife", "husband", "brother", "sister", "father", "mother", "parents", "son", "daughter", "grandmother",
    "grandfather", "aunt", "uncle", "niece", "nephew", "cousin", "widow", "widower", "fiancé", "fiancée",
    "stepfather", "stepmother", "brother-in-law", "sister-in-law", "father-in-law", "mother-in-law",
  ]

  /// Nouns that name no post where there are many of them.
  static let manyOfAKind: Set<String> = [
    "driver", "group", "rebel", "docker", "exporter", "shrimper", "hunter", "seafarer", "crewman", "athlete",
    "grower", "breeder", "picker", "vendor", "hawker", "shepherd", "squatter", "blogger", "volunteer",
  ]

  /// Verbs by which a description gives a name: "a group that calls itself Blue Fig".
  static let calling: Set<String> = [
    "called", "calls", "named", "dubbed", "calling", "naming", "uses", "using",
  ]

  /// Nouns for bodies that are no names though a report may write them with a capital.
  static let plainBodies: Set<String> = [
    "ministry", "department", "embassy", "consulate", "government", "company", "office", "court", "army",
    "navy", "police", "hospital", "union", "bank",
  ]

  /// Nouns for bodies that each state has: with its name before them they are posts.
  static let statesOwn: Set<String> = ["embassy", "consulate", "army", "navy", "government"]

  /// Nouns for bodies that speak as such, though the reader takes them for persons.
  static let bodies: Set<String> = [
    "administration", "agency", "airline", "alliance", "army", "assembly", "association", "authority", "bank",
    "board",
    "brigade", "broadcaster", "bureau", "cabinet", "camp", "campaign", "carrier", "centre", "center", "chain",
    "chamber", "charity",
    "church", "clinic", "club", "coalition", "coastguard", "college", "command", "commission", "committee",
    "company",
    "conference", "congress", "consulate", "consortium", "council", "court", "delegation", "department",
    "directorate",
    "embassy", "federation", "firm", "foundation", "fund", "garrison", "guild", "hospital", "inspectorate",
    "institute", "judiciary",
    "customs", "junta", "league", "management", "manufacturer", "military", "mission", "museum", "navy",
    "network",
    "observatory",
    "office", "operator", "opposition", "palace", "panel", "parliament", "party", "police", "presidency",
    "prosecution",
    "provider", "publisher", "regiment", "registry", "regulator", "secretariat", "senate", "service",
    "society",
    "sponsor", "station",
    "supplier", "syndicate", "treasury", "tribunal", "union", "university", "utility", "watchdog", "wing",
  ]

  /// Endings of nouns for what somebody does.
  static let trades = [
    "clerk", "ist", "cian", "driver", "docker", "caster", "hunter", "skipper", "keeper", "smith",
    "guard", "secretary", "ombudsman", "ombudswoman", "assistant", "attendant", "registrar", "coach",
    "referee", "warden",
    "porter", "caretaker", "janitor", "curator", "auditor", "inspector", "surveyor", "controller",
    "dispatcher",
  ]

  /// What a source of information must be called for its post to be known: "a security source".
  static let posts: Set<String> = [
    "airport", "army", "court", "customs", "defence", "defense", "diplomatic", "government", "hospital",
    "industry",
    "intelligence", "judicial", "medical", "military", "ministry", "naval", "official", "palace",
    "parliamentary", "party",
    "police", "port", "presidential", "prosecution", "rebel", "rescue", "security", "union",
  ]

  /// Words behind a noun that tell what somebody knows, not who he is.
  static let knowing: Set<String> = [
    "familiar", "close", "briefed", "knowledge", "informed", "aware", "involved", "acquainted", "privy",
    "conversant",
    "insight",
  ]

  /// Verbs of naming: "asked not to be identified".
  static let naming: Set<String> = ["name", "identify", "quote", "cite"]
  /// Verbs by which somebody does not let himself be named.
  static let refusing: Set<String> = [
    "ask", "decline", "request", "refuse", "wish", "want", "prefer", "insist", "demand", "agree", "beg",
    "like", "choose",
  ]
  /// Verbs of putting a name into print.
  static let printing: Set<String> = [
    "use", "publish", "print", "write", "give", "reveal", "disclose", "mention", "name", "identify",
    "provide", "share",
    "release", "state", "quote", "tell",
  ]
  /// Verbs of keeping it out.
  static let withholding: Set<String> = [
    "withhold", "conceal", "change", "keep", "hide", "omit", "protect", "alter",
  ]
  /// Nouns for what is kept out.
  static let names: Set<String> = ["name", "names", "identity", "identities", "surname", "names"]
  /// Beginnings of verbs and adjectives of leave: "not authorised to speak".
  static let leave = [
    "authoris", "authoriz", "permit", "allow", "clear", "entitled", "empowered", "mandated",
  ]
  /// Speaking so that nobody is told who spoke.
  static let hushed: [[String]] = [
    ["off", "the", "record"], ["on", "background"], ["on", "deep", "background"],
    ["not", "for", "attribution"],
    ["under", "a", "pseudonym"], ["using", "a", "pseudonym"], ["under", "an", "alias"],
  ]
  /// Nouns that take up somebody described before: "The person spoke on condition of anonymity".
  static let again: Set<String> = [
    "he", "she", "they", "person", "people", "man", "woman", "official", "officials", "source", "sources",
    "diplomat",
    "diplomats", "officer", "officers", "two", "both", "all", "aide", "aides", "lawmaker", "executive",
    "employee",
    "worker", "adviser", "advisers", "individual", "individuals",
  ]
}
