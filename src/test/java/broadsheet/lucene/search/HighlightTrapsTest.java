package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.LuceneSearchEngineTest;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Highlighting errors of other engines, each with the public issue that reports it: of
 * apache/lucene ("lucene") or elastic/elasticsearch ("es"). The last column is the body with marks.
 */
class HighlightTrapsTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        // A phrase is one mark, not one per word.
        "es 29561 # \"the quiet harbour\" # We left the quiet harbour at dawn, the harbour. "
            + "# We left [the quiet harbour] at dawn, the harbour.",
        // Words of a phrase are not marked outside it.
        "es 15291 # \"grey seal pup\" # A grey seal pup and a seal; the pup slept. "
            + "# A [grey seal pup] and a seal; the pup slept.",
        // Only the alternative that occurs is marked.
        "es 17848 # \"port of calls\" OR ferry # The ferry left the port of Calais. "
            + "# The [ferry] left the port of Calais.",
        // In a phrase with slop, each word is marked, but nothing between them.
        "es 122596 # \"ship left at noon\"~2 # The ship left with mail at noon. "
            + "# The [ship] [left] with mail [at] [noon].",
        // Proximity is marked from the index's offsets, including patterns and groups.
        "lucene 13103 # (storm* OR gale) w/4 coast # Stormy seas hit the coast; no gale came far"
            + " inland. # [Stormy] seas hit the [coast]; no [gale] came far inland.",
        "lucene 13103 # (storm* OR gale) w/4 coast # Stormy seas hit the coast; later on a cold"
            + " gale came. # [Stormy] seas hit the [coast]; later on a cold gale came.",
        // Every occurrence near enough is marked, not only the first.
        "es 43867 # bell w/50 toll # A toll of bell, bell and bell. "
            + "# A [toll] of [bell], [bell] and [bell].",
        // A phrase that does not occur marks none of its words.
        "es 20555 # mayor w/5 (\"city hall\" OR Keller) # Keller hall mayor. "
            + "# [Keller] hall [mayor].",
        // A word beyond the distance is not marked.
        "es 15587 # new w/2 orchard # A new plum orchard near the office of Orchard. "
            + "# A [new] plum [orchard] near the office of Orchard.",
        // Order and distance apply to marks as they do to matches.
        "es 18246 # short ADJ/1 wave # short long wave, short wave, wave short "
            + "# short long wave, [short] [wave], wave short",
        // Nothing under NOT is marked, nor anything too near an excluded word.
        "es 108453 # harbour -ferry # The harbour is quiet. # The [harbour] is quiet.",
        "es 43867 # bank NOT w/3 river # The bank by the river; quite another thing, a bank for"
            + " all. # The bank by the river; quite another thing, a [bank] for all.",
        // Marks are in the printed text: entities, accents, curly quotes, emoji, combining marks.
        "printed # caf* w/3 bread # A <b>café</b> &amp; “bread” 🥐 — cafe\u0301! "
            + "# A <b>[café]</b> &amp; “[bread]” 🥐 — [cafe\u0301]!",
        "printed # 東京 w/3 選挙 # 東京の選挙。 # [東京]の[選挙]。"
      })
  void marksExactlyWhatMatched(String issue, String query, String body, String marked) {
    QueryNode tree = QueryParser.parse(query, LocalDate.EPOCH).root();
    try (LuceneSearchEngine engine =
        TestIndex.engine(folder, TestIndex.article("a", body.strip()))) {
      MarkedArticle article = engine.find("a", tree).orElseThrow();
      List<Hit> hits = engine.search(SearchRequest.of(tree)).hits();
      assertThat(hits).as(issue).hasSize(1);
      assertThat(LuceneSearchEngineTest.bracketed(article.paragraphs().getFirst()))
          .as(issue)
          .isEqualTo(marked);
    }
  }
}
