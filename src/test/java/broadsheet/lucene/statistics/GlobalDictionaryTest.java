package broadsheet.lucene.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Missing statistics are gathered together, and nothing is scored before that. */
class GlobalDictionaryTest {

  private static final Term FERRY = new Term("body", "ferry");
  private static final StatisticRequest ARTICLES =
      new StatisticRequest.Articles("body", new BytesRef("ferry"));
  private static final StatisticRequest LENGTHS = new StatisticRequest.Lengths("body");

  private final Map<StatisticRequest, GlobalStatistic> gathered = new HashMap<>();

  private GlobalDictionary facts() {
    return new GlobalDictionary(gathered::get);
  }

  private static void score(GlobalDictionary facts) throws IOException {
    IndexSearcher part = new IndexSearcher(new MultiReader());
    facts.weight(new TermQuery(FERRY), ScoreMode.COMPLETE, 1, part);
  }

  @Test
  void lookupsAreNotedAndAnsweredAsIfNoArticleHadTheTerm() {
    GlobalDictionary facts = facts();
    assertThat(facts.documents(FERRY)).isZero();
    assertThat(facts.statistics("body")).isNull();
    assertThat(facts.missing()).containsExactlyInAnyOrder(ARTICLES, LENGTHS);
    assertThatThrownBy(facts::require).isInstanceOf(MissingStatistics.class);
  }

  @Test
  void nothingIsScoredByMissingStatistics() throws IOException {
    GlobalDictionary facts = facts();
    assertThatThrownBy(() -> score(facts)).isInstanceOf(MissingStatistics.class);
    assertThat(facts.missing()).containsExactlyInAnyOrder(ARTICLES, LENGTHS);
    gathered.put(ARTICLES, new GlobalStatistic.Articles(3));
    gathered.put(LENGTHS, new GlobalStatistic.Lengths(9, 900));
    score(facts());
  }
}
