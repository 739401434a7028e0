package broadsheet.lucene.compile;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In an archive that is mostly English. */
class ContentWordsTest {

  @TempDir private Path folder;

  @BeforeEach
  void build() {
    TestIndex.build(
        folder, List.of(article("one", "en"), article("two", "en"), article("drei", "de")));
  }

  private static Article article(String id, String language) {
    return Article.withId(id)
        .title("A title")
        .paragraphs(List.of("Many words."))
        .language(language)
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      nullValues = "none",
      value = {
        "how did Scalia die#Scalia die",
        "how many people died in the Las Vegas shooting#people died Las Vegas shooting",
        "What did Mr. Volcker say about the dollar?#Volcker say dollar",
        "Volcker volcker VOLCKER^2#Volcker",
        "shutdown 2013#shutdown 2013 OR date:2013",
        "well-being^2 cocoa#well-being^2 cocoa",
        "cocoa \"trade war\" -coffee date:1987 title:frost =the#cocoa",
        "wie viele Traders#Traders",
        "wie Traders#wie Traders",
        "cold war in Berlin#cold war Berlin",
        "who will man the ships in war#will man ships war",
        "cocoa#cocoa",
        "to be or not to be#none",
        "how many#none",
        "how#none",
        "cocoa AND frost#none",
        "福岛核电站 的#福岛 岛核 核电 电站 的",
        "福岛核电#福岛核电",
        "(cocoa OR frost) trees#trees",
        "date:1987#none"
      })
  void areThePlainWordsThatAreNotOptional(String query, String words) {
    QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      index.read(
          snapshot -> {
            List<QueryNode> found =
                new LanguageCompiler(snapshot, Deadline.none()).contentWords(root);
            assertThat(found.stream().map(CanonicalText::of).collect(Collectors.joining(" ")))
                .isEqualTo(words == null ? "" : words);
            return found;
          });
    }
  }
}
