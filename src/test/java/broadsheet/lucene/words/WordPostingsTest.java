package broadsheet.lucene.words;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.RandomArchive;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The postings, the stored texts and the number of words kept with each article agree. */
class WordPostingsTest {

  private static final List<String> WORDS =
      List.of(
          "Zürich’s",
          "Zurich",
          "U.S.",
          "l’élection",
          "1,234.5",
          "don't",
          "Straße",
          "ŒUVRE",
          "ﬁnd",
          "İstanbul",
          "ʀɪɢʜᴛ",
          "café",
          "cafe\u0301",
          "month.The",
          "3.5%",
          "AT&T",
          "x_y",
          "大雨暴雨",
          "薴苎苧",
          "豈金",
          "コーヒー",
          "ｺｰﾋｰ",
          "한국은",
          "ประเทศไทย",
          "ＡＢＣ１２",
          "مُحَمَّد",
          "الكِتاب",
          "مدرسة",
          "ﷲ",
          "كـتـاب",
          "שָׁלוֹם",
          "ёлка",
          "Ѐ",
          "Ἀθήνας",
          "ς",
          "हिन्दी",
          "क़लम",
          "ፀሐይ",
          "👍🏽",
          "🇫🇷",
          "🙂",
          "e-mail",
          "it’s",
          "₂",
          "½",
          "²");

  @TempDir private Path folder;

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(
          random.nextInt(4) == 0 ? letters(random) : WORDS.get(random.nextInt(WORDS.size())));
      text.append(random.nextInt(5) == 0 ? ". " : " ");
    }
    return text.toString();
  }

  /** Letters of any script, which no word may have. */
  private static String letters(Random random) {
    return random
        .ints(0xA0, 0x30000)
        .filter(c -> Character.isLetterOrDigit(c))
        .limit(1 + random.nextInt(4))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Article article(Article random, Random by) {
    return random.toBuilder()
        .paragraphs(List.of(text(by), "…", text(by), text(by)))
        .captions(List.of(text(by)))
        .dateline(text(by))
        .build();
  }

  @Test
  void everyPlaceHasOneFoldedWord() {
    Seeds.each(
        Seeds.orAsked(3),
        random -> {
          Path index = folder.resolve("index" + random.nextInt(Integer.MAX_VALUE));
          List<Article> articles = new ArrayList<>();
          RandomArchive.of(random, 40).forEach(a -> articles.add(article(a, random)));
          TestIndex.build(index, articles.subList(0, 30));
          assertAgreement(index);
          TestIndex.update(index, "/more", articles.subList(30, 40));
          assertAgreement(index);
        });
  }

  private static void assertAgreement(Path index) {
    try (CommittedIndex committed = CommittedIndex.open(index)) {
      committed.read(
          snapshot -> {
            assertAgreement(snapshot);
            return snapshot;
          });
    }
  }

  private static void assertAgreement(ReaderSnapshot snapshot) throws IOException {
    IndexReader reader = snapshot.getIndexReader();
    HitSet hits = HitSet.of(IndexSchema.articles(), snapshot);
    FixedBitSet all = SelectedArticles.of(hits, reader.maxDoc(), true).documents();
    Map<String, Long> posted = new TreeMap<>();
    new WordPostings(reader, all, new FixedBitSet(reader.maxDoc()))
        .visit(Deadline.none(), (word, in, _) -> posted.put(word.utf8ToString(), in));
    Map<String, Long> read = new TreeMap<>();
    TextWords texts = new TextWords(reader.storedFields());
    WordTotals.visit(
        all,
        reader,
        (document, words) -> {
          long[] own = {0};
          texts.read(
              document,
              word -> {
                own[0]++;
                read.merge(word, 1L, Long::sum);
              });
          assertThat(words).isEqualTo(own[0]);
        });
    assertThat(posted).isEqualTo(read);
    long words = read.values().stream().mapToLong(count -> count).sum();
    assertThat(WordTotals.words(hits)).isEqualTo(words).isPositive();
    assertThat(WordTotals.words(all, reader)).isEqualTo(words);
  }
}
