package broadsheet.corpus.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

  /** The same local news item in each language. */
  private static final Map<String, String> NEWS =
      Map.ofEntries(
          Map.entry(
              "en",
              "The new bridge across the river was opened on Monday by the mayor, who said that it"
                  + " would bring the two halves of the town together after more than ten years."),
          Map.entry(
              "de",
              "Die neue Brücke über den Fluss ist am Montag von der Bürgermeisterin eröffnet"
                  + " worden. Sie soll die beiden Hälften der Stadt nach mehr als zehn Jahren"
                  + " verbinden."),
          Map.entry(
              "fr",
              "Le nouveau pont sur la rivière a été inauguré lundi par le maire de la ville, qui a"
                  + " dit que les deux rives seront enfin réunies après plus de dix ans de"
                  + " travaux."),
          Map.entry(
              "es",
              "El nuevo puente sobre el río fue inaugurado el lunes por la alcaldesa de la ciudad,"
                  + " que dijo que las dos orillas se unen por fin después de más de diez años."),
          Map.entry(
              "pt",
              "A nova ponte sobre o rio foi inaugurada na segunda-feira pela prefeita da cidade,"
                  + " que disse que as duas margens estão finalmente unidas depois de mais de dez"
                  + " anos."),
          Map.entry(
              "it",
              "Il nuovo ponte sul fiume è stato inaugurato lunedì dalla sindaca della città, che ha"
                  + " detto che le due rive sono finalmente unite dopo più di dieci anni di"
                  + " lavori."),
          Map.entry(
              "nl",
              "De nieuwe brug over de rivier is maandag door de burgemeester van de stad geopend."
                  + " Zij zei dat het na meer dan tien jaar eindelijk is gelukt om de oevers te"
                  + " verbinden."),
          Map.entry(
              "ru",
              "Новый мост через реку открыла в понедельник мэр города. Она сказала, что теперь два"
                  + " берега соединены, и что на это ушло более десяти лет, но оно того стоило."
                  + " Мост был построен для машин и пешеходов."),
          Map.entry(
              "ar",
              "افتتحت رئيسة البلدية يوم الاثنين الجسر الجديد على النهر في وسط المدينة، وقالت إن هذا"
                  + " المشروع الذي بدأ قبل أكثر من عشر سنوات قد تم بعد عمل طويل من كل السكان."),
          Map.entry("zh", "市长星期一为横跨河流的新桥揭幕。她说，经过十多年的等待，城市的两岸终于连接在一起了。"),
          Map.entry("ja", "川に架かる新しい橋が月曜日に開通した。市長は、十年以上かかったが、これで町の両岸がようやく結ばれると述べた。"),
          Map.entry(
              "hi",
              "नदी पर बने नए पुल का उद्घाटन सोमवार को शहर की मेयर ने किया। उन्होंने कहा कि दस साल"
                  + " से भी अधिक समय के बाद शहर के दोनों हिस्से एक हो गए हैं और यह सब के लिए अच्छा"
                  + " है।"),
          Map.entry(
              "sw",
              "Daraja jipya la mto lilifunguliwa siku ya Jumatatu na meya wa mji, ambaye alisema"
                  + " kwamba pande mbili za mji zimeunganishwa hatimaye baada ya zaidi ya miaka"
                  + " kumi ya kazi. Wananchi wengi walifika kuona daraja hilo, na wengine walisema"
                  + " kuwa sasa watoto wao wataweza kwenda shuleni bila kusubiri kivuko kila"
                  + " asubuhi. Serikali imesema itajenga barabara nyingine."),
          Map.entry(
              "pl",
              "Nowy most na rzece został otwarty w poniedziałek przez burmistrza miasta, który"
                  + " powiedział, że po ponad dziesięciu latach oba brzegi wreszcie są połączone."
                  + " Mieszkańcy czekali na tę przeprawę od dawna, a prom, który pływał tu przez"
                  + " pół wieku, trafi do muzeum."),
          Map.entry(
              "uk",
              "Новий міст через річку відкрила в понеділок міська голова. Вона сказала, що тепер"
                  + " два береги з'єднані, і що на це пішло понад десять років, але воно того було"
                  + " варте. Мешканці довго чекали на цю переправу, а пором, який ходив тут пів"
                  + " століття, стане музеєм."),
          Map.entry(
              "sv",
              "Den nya bron över floden invigdes i måndags av stadens borgmästare, som sade att de"
                  + " två stränderna äntligen har förenats efter mer än tio år av väntan och"
                  + " arbete."),
          Map.entry(
              "tr",
              "Nehrin üzerindeki yeni köprü pazartesi günü belediye başkanı tarafından açıldı."
                  + " Başkan, on yıldan uzun bir süre sonra şehrin iki yakasının nihayet"
                  + " birleştiğini söyledi. Kentliler bu geçişi uzun zamandır bekliyordu; yarım"
                  + " yüzyıl boyunca çalışan feribot müzeye gidecek."),
          Map.entry("ko", "강을 가로지르는 새 다리가 월요일에 개통되었다. 시장은 십 년이 넘는 시간이 걸렸다고 말했다."),
          Map.entry("th", "สะพานใหม่ข้ามแม่น้ำเปิดใช้งานเมื่อวันจันทร์โดยนายกเทศมนตรี"),
          Map.entry("el", "Η νέα γέφυρα πάνω από τον ποταμό άνοιξε τη Δευτέρα."),
          Map.entry("he", "הגשר החדש מעל הנהר נפתח ביום שני על ידי ראש העיר."),
          Map.entry(
              "fa",
              "پل جدید روی رودخانه روز دوشنبه از سوی شهردار این شهر افتتاح شد. او گفت که این کار با"
                  + " بیش از ده سال تلاش به پایان رسید و دو سوی شهر را به هم می رساند."),
          Map.entry(
              "pcm",
              "Di goment don tell pipo wey dey live for di area make dem comot before rain go start"
                  + " to fall. One woman wey see as di tin happun say na around 6 o'clock for"
                  + " morning di water enter dia house and dem no fit carry anytin. E say im"
                  + " husband still dey look for dia pikin, but di police never tell am wetin dem"
                  + " don find."),
          Map.entry(
              "ti",
              "ኣብ ከተማ ኣስመራ ዝነበረ ርክብ ብሓደ ስለ ዝተወድአ እቶም ተሳተፍቲ ናብ ዓዶም ተመሊሶም። ፕረዚደንት እታ ሃገር ምስ ካልኦት"
                  + " መራሕቲ ድሕሪ ዝገበሮ ዝርርብ ኣብ ዝሃቦ መግለጺ እቲ ስምምዕ ካብ ጽባሕ ጀሚሩ ኣብ ግብሪ ክውዕል ምዃኑ ገሊጹ። እዚ ድማ"
                  + " ንህዝቢ ጽቡቕ ዜና እዩ።"),
          Map.entry(
              "om",
              "Magaalaa Finfinnee keessatti riqichi haaraan torban kana eebbifame. Kantiibaan"
                  + " magaalattii akka jedhanitti hojiin kun waggaa kudhan ol fudhateera, garuu"
                  + " amma hawaasni karaa irraa fayyadamuu danda'a. Jiraattonni naannoo sanaa immoo"
                  + " kun baay'ee isaan gargaara jedhan."),
          Map.entry(
              "so",
              "Buundada cusub ee wabiga ayaa Isniintii la furay, waxaana furay duqa magaalada oo"
                  + " sheegay in shaqadu ay socotay muddo ka badan toban sano. Dadka ku nool"
                  + " xaafadda ayaa sheegay inay aad ugu faraxsan yihiin, maadaama ay hadda si"
                  + " fudud uga gudbi karaan wabiga."),
          Map.entry(
              "ln",
              "Bakonzi ya mboka bafungoli nzela ya sika na mokolo ya yambo mpe balobaki ete mosala"
                  + " yango esalemaki na boumeli ya bambula zomi. Bato oyo bafandaka na esika wana"
                  + " bazali na esengo mingi mpo sikoyo bakoki kokende na zando na ntango nyonso."),
          Map.entry(
              "lg",
              "Olutindo olupya lwagguddwawo ku Mmande omukulu w'ekibuga eyagambye nti omulimu"
                  + " guno gumaze emyaka kkumi. Abantu ababeera mu kitundu kino baagambye nti"
                  + " basanyufu nnyo kubanga kati basobola okugenda mu katale buli lunaku nga"
                  + " tebalinda lyato."),
          Map.entry(
              "rn",
              "Ikiraro gishasha carugurutswe ku musi wa mbere n'umukuru w'igisagara, avuga ko ico"
                  + " gikorwa camaze imyaka irenga cumi. Abantu baba muri ako karere bavuze ko"
                  + " banezerewe cane kuko ubu bashobora kuja kw'isoko igihe cose batarinze"
                  + " kurindira ubwato."),
          Map.entry(
              "rw",
              "Ikiraro gishya cyafunguwe ku wa mbere n'umuyobozi w'umujyi, avuga ko icyo gikorwa"
                  + " cyamaze imyaka irenga icumi. Abaturage batuye muri ako karere bavuze ko"
                  + " bishimiye cyane kuko ubu bashobora kujya ku isoko igihe cyose badategereje"
                  + " ubwato."),
          Map.entry(
              "ha",
              "An bude sabuwar gadar kogin ranar Litinin, inda magajin gari ya ce aikin ya"
                  + " ɗauki fiye da shekara goma kafin a gama shi. Mutanen da ke zaune a yankin sun"
                  + " ce suna murna domin yanzu za su iya zuwa kasuwa ba tare da jiran jirgin ruwa"
                  + " ba."),
          Map.entry(
              "ig",
              "E mepere akwa mmiri ọhụrụ ahụ na Mọnde, ebe onye isi obodo kwuru na ọrụ ahụ were ihe"
                  + " karịrị afọ iri tupu e mechaa ya. Ndị bi na mpaghara ahụ kwuru na obi dị ha"
                  + " ụtọ maka na ha ga-enwe ike ịga ahịa n'enweghị ichere ụgbọ."),
          Map.entry(
              "yo",
              "Wọ́n ṣí afárá tuntun tó wà lórí odò náà ní ọjọ́ Ajé, olórí ìlú sì sọ pé iṣẹ́ náà"
                  + " gba ju ọdún mẹ́wàá lọ kí wọ́n tó parí rẹ̀. Àwọn tó ń gbé ní àdúgbò náà sọ pé"
                  + " inú àwọn dùn nítorí wọ́n lè lọ sí ọjà báyìí."),
          Map.entry(
              "sn",
              "Bhiriji idzva rakavhurwa neMuvhuro nameya weguta, uyo akati basa iri rakatora makore"
                  + " anopfuura gumi kuti ripere. Vanhu vanogara munzvimbo iyi vanoti vari kufara"
                  + " zvikuru nekuti iye zvino vave kukwanisa kuenda kumusika, asi vamwe vati kune"
                  + " zvimwe zvinhu zvichiri kuda kugadziriswa."),
          Map.entry(
              "xh",
              "Ibhulorho entsha yavulwa ngoMvulo ngusodolophu, othe lo msebenzi uthathe"
                  + " ngaphezu kweminyaka elishumi ukuze ugqitywe. Abantu abahlala kule ndawo bathi"
                  + " bavuya kakhulu kuba ngoku bayakwazi ukuya emarikeni, kodwa abanye bathi"
                  + " iindlela azikalungiswa kwaye kukho izinto ezininzi okanye iingxaki ezisafuna"
                  + " ukuqwalaselwa."),
          Map.entry(
              "zu",
              "Ibhuloho elisha livulwe ngoMsombuluko yimeya yedolobha, ethe lo msebenzi uthathe"
                  + " iminyaka engaphezu kweyishumi. Abantu abahlala kule ndawo bathi bajabule"
                  + " kakhulu ngoba manje sebeyakwazi ukuya emakethe, kodwa abanye bathi imigwaqo"
                  + " ayikalungiswa futhi kunezinto eziningi noma izinkinga okusafanele zibhekwe,"
                  + " njengoba kusho umphakathi."),
          Map.entry(
              "am",
              "አዲሱ ድልድይ ሰኞ ዕለት በከተማው ከንቲባ ተመርቋል። ከንቲባዋ እንዳሉት ሥራው ከአሥር ዓመት በላይ ወስዷል፤ ነገር ግን አሁን"
                  + " የከተማዋ ሁለት ክፍሎች ተገናኝተዋል። ነዋሪዎች ደግሞ ይህ ለእነሱ ጥሩ ዜና ነው ብለዋል፤ ወደ ገበያ ለመሄድ ጀልባ መጠበቅ"
                  + " ነበረባቸው።"),
          Map.entry(
              "id",
              "Jembatan baru di atas sungai itu dibuka pada hari Senin oleh wali kota, yang"
                  + " mengatakan bahwa pekerjaan ini memakan waktu lebih dari sepuluh tahun. Warga"
                  + " sekitar senang karena sekarang mereka bisa pergi ke pasar tanpa harus"
                  + " menunggu perahu, namun sejumlah jalan masih rusak."),
          Map.entry(
              "is",
              "Nýja brúin yfir ána var opnuð á mánudag af bæjarstjóranum, sem sagði að verkið"
                  + " hefði tekið meira en tíu ár. Íbúar í bænum voru mjög ánægðir því að þeir hafa"
                  + " beðið lengi eftir þessu og nú er hægt að fara yfir án þess að bíða."),
          Map.entry(
              "yi",
              "די נייע בריק איבער דעם טייך איז געווארן געעפנט מאנטיק דורך דער בירגערמייסטערין,"
                  + " און זי האט געזאגט אז די ארבעט האט געדויערט מער ווי צען יאר."));

  /** Languages that the model does not know or confuses. */
  private static final Set<String> UNKNOWN_TO_THE_MODEL =
      Set.of(
          "am", "ti", "ha", "ig", "yo", "ln", "lg", "om", "so", "rn", "rw", "sn", "xh", "zu", "pcm",
          "yi", "id");

  static Iterable<String> languages() {
    return NEWS.keySet().stream().sorted().toList();
  }

  private static String news(String language) {
    return NEWS.getOrDefault(language, "");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void anArticleIsKnownByItsLanguage(String language) {
    assertThat(LanguageDetector.of(news(language))).isEqualTo(language);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatWordsOrScriptDecideTheModelDoesNotContradict(String language) {
    assumeFalse(UNKNOWN_TO_THE_MODEL.contains(language));
    assertThat(LanguageDetector.modelled(news(language))).isIn("", language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Talks fail",
        "Die Brücke ist offen",
        "12.5 13.75 +0.4 FTSE 100 5,432.1",
        "大阪城",
        "Kuala Lumpur Jakarta Manila Singapur Bangkok Hanoi Vientiane Rangun Delhi Dhaka Colombo"
            + " Male Kathmandu Thimphu Islamabad Kabul Teheran Bagdad Damaskus Beirut Amman Riad"
      })
  void whatIsShortOrNoProseStaysUnknown(String text) {
    assertThat(LanguageDetector.of(text)).isEmpty();
  }

  @Test
  void aQuotationInAnotherScriptDoesNotDecide() {
    assertThat(LanguageDetector.of(news("en") + " 北京大学出版社")).isEqualTo("en");
    assertThat(LanguageDetector.of(news("ja") + " Tokyo Skytree Inc.")).isEqualTo("ja");
  }

  /** The text shows another language, and none of the stated one. */
  @ParameterizedTest
  @CsvSource({"fi-FI,en", "fr,en", "en,de", "de,zh", "ru,en", "en,he"})
  void labelThatTheTextContradictsIsNotBelieved(String stated, String shown) {
    Article article = article(stated, "", List.of(news(shown), news(shown), news(shown)));
    assertThat(LanguageDetector.completed(article).language()).isEqualTo(shown);
    assertThat(LanguageDetector.completed(article).languageBasis())
        .isEqualTo(LanguageBasis.DETECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "nb,da",
    "no,nb",
    "nn,nb",
    "da,nb",
    "bs,sr",
    "ms,id",
    "lb,de",
    "ja,zh",
    "zh,en",
    "ko,en",
    "pt-BR,pt"
  })
  void labelOfANeighbourIsKept(String stated, String shown) {
    Article article = article(stated, "", List.of(news(shown)));
    assertThat(LanguageDetector.completed(article)).isSameAs(article);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void trueLabelIsKept(String language) {
    Article article = article(language, "", List.of(news(language)));
    assertThat(LanguageDetector.completed(article)).isSameAs(article);
  }

  @Test
  void shortOrMixedTextContradictsNothing() {
    Article title = article("fi", "The rest is silence", List.of("It is what it is."));
    assertThat(LanguageDetector.completed(title)).isSameAs(title);
    Article mixed = article("de", "", List.of(news("de").repeat(3), news("en").repeat(3)));
    assertThat(LanguageDetector.completed(mixed)).isSameAs(mixed);
  }

  @Test
  void theSeedArticleIsEnglish() {
    assertThat(Reading.of(Path.of("seeds")).articles())
        .isNotEmpty()
        .allMatch(article -> article.language().equals("en"));
  }

  @Test
  void theMiddleOfTheBodyDecides() {
    List<String> body =
        List.of(
            "Mit Material der Agenturen; die Redaktion ist nicht für den Inhalt verantwortlich.",
            news("en").repeat(5),
            "Alle Rechte vorbehalten, auch die der Übersetzung und des Nachdrucks in Auszügen.");
    assertThat(LanguageDetector.completed(article("", "Unter uns", body)).language())
        .isEqualTo("en");
  }

  @Test
  void aShortBodyIsReadWithItsHeadline() {
    Article article =
        article(
            "",
            "The bridge that was to be opened in the spring is closed to all but the ferry",
            List.of("It will not be open until the end of the year."));
    assertThat(LanguageDetector.completed(article).language()).isEqualTo("en");
  }

  @Test
  void whereTheMiddleIsNotClearStartAndEndVote() {
    String middle = "Mbabane 3, Lobamba 1; Manzini 0, Nhlangano 0. ".repeat(15);
    List<String> body = List.of(news("ha"), middle, middle, news("ha"));
    assertThat(LanguageDetector.completed(article("", "", body)).language()).isEqualTo("ha");
  }

  @Test
  void aLineOfManyFunctionWordsIsEnough() {
    assertThat(LanguageDetector.of("Who said that the city would have to do with it?"))
        .isEqualTo("en");
    assertThat(LanguageDetector.of("Das ist nicht die einzige Stadt, die sich mit dem Bau befasst"))
        .isEqualTo("de");
  }

  @ParameterizedTest
  @CsvSource({
    "pcm,pcm",
    "ckb,ckb",
    "iw,he",
    "heb,he",
    "cmn,zh",
    "pes,fa",
    "swh,sw",
    "in,id",
    "pt_BR,pt-BR",
    "de-AT,de-AT"
  })
  void tagsAreThoseInUseToday(String stated, String tag) {
    assertThat(LanguageTag.of(stated)).isEqualTo(tag);
  }

  @Test
  void severalThreadsMayAskAtOnce() {
    Map<String, String> told = new ConcurrentHashMap<>();
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i ->
                NEWS.forEach(
                    (language, text) ->
                        told.merge(
                            language, LanguageDetector.of(text), (a, b) -> a.equals(b) ? a : "?")));
    NEWS.keySet().forEach(language -> assertThat(told).containsEntry(language, language));
  }

  private static Article article(String language, String title, List<String> paragraphs) {
    return Article.withId("a").language(language).title(title).paragraphs(paragraphs).build();
  }
}
