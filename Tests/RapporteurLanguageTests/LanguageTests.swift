import RapporteurLanguage
import Testing

/// English is known for English, and other languages for what they are.
struct LanguageTests {
  let guesser: LanguageGuesser

  init() throws { guesser = try LanguageGuesser() }

  @Test(arguments: [
    ("en", "The ministers met on Monday and said that the talks had failed."),
    ("en", "TALKS FAIL AGAIN AS MINISTERS LEAVE THE HALL"),
    ("en", "Storm kills 12 in coastal town\nPrices rise after strike\nEnvoy to visit in May"),
    ("en", "He wrote: “Die Gespräche sind gescheitert”, and the spokeswoman said that was all."),
    ("de", "Die Minister haben sich am Montag getroffen und die Gespräche sind gescheitert."),
    ("fr", "Les ministres se sont réunis lundi et les discussions ont échoué, selon une source."),
    ("es", "Los ministros se reunieron el lunes y las conversaciones fracasaron, según una fuente."),
    (
      "pt",
      "Os ministros reuniram-se na segunda-feira e as conversações não foram adiante, segundo uma fonte."
    ),
    (
      "it",
      "I ministri si sono incontrati lunedì e i colloqui sono falliti, secondo una fonte della delegazione."
    ),
    ("nl", "De ministers hebben elkaar op maandag gesproken en het overleg is niet geslaagd."),
    ("sv", "Ministrarna träffades på måndagen och samtalen har inte lett till något resultat."),
    (
      "fi",
      "Ministerit tapasivat maanantaina, mutta neuvottelut eivät ole vielä johtaneet tulokseen, ja ne jatkuvat."
    ),
    ("pl", "Ministrowie spotkali się w poniedziałek i rozmowy nie przyniosły rezultatu, jak mówi źródło."),
    ("cs", "Ministři se sešli v pondělí a jednání podle zdroje nepřinesla žádný výsledek."),
    ("hu", "A miniszterek hétfőn találkoztak, és a tárgyalások egy forrás szerint nem vezettek eredményre."),
    ("ro", "Miniștrii s-au întâlnit luni și discuțiile nu au avut succes, potrivit unei surse."),
    ("tr", "Bakanlar pazartesi günü bir araya geldi ve görüşmeler sonuç vermedi, dedi bir kaynak."),
    ("id", "Para menteri bertemu pada hari Senin dan perundingan itu tidak berhasil, kata sumber."),
    ("vi", "Các bộ trưởng đã gặp nhau hôm thứ hai và cuộc đàm phán không có kết quả."),
    ("ru", "Министры встретились в понедельник, но переговоры не удались, сообщил источник."),
    ("uk", "Міністри зустрілися в понеділок, але переговори не вдалися, повідомило джерело."),
    ("el", "Οι υπουργοί συναντήθηκαν τη Δευτέρα και οι συνομιλίες απέτυχαν."),
    ("ar", "التقى الوزراء يوم الاثنين وقال مصدر إن المحادثات فشلت في تحقيق نتيجة."),
    ("fa", "وزیران روز دوشنبه دیدار کردند و یک منبع گفت که گفتگوها به نتیجه نرسید."),
    ("ur", "وزراء نے پیر کو ملاقات کی اور ایک ذریعے نے کہا کہ بات چیت ناکام ہو گئی ہے۔"),
    ("he", "השרים נפגשו ביום שני והשיחות נכשלו."),
    ("hi", "मंत्रियों ने सोमवार को मुलाकात की और बातचीत विफल रही।"),
    ("zh", "部长们星期一会面，谈判失败。"),
    ("ja", "大臣たちは月曜日に会談したが、交渉は失敗した。"),
    ("ko", "장관들은 월요일에 만났지만 협상은 실패했다."),
  ])
  func languages(code: String, text: String) {
    #expect(guesser.guess(text).code == code)
  }

  @Test(arguments: ["", "12:30", "!!!", "👍"])
  func nothingIsSaidWhereNothingTells(text: String) {
    #expect(guesser.guess(text).code == nil)
  }
}
