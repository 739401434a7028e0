package broadsheet.lucene.facts;

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
class KnownFactsTest {

  private static final Term FERRY = new Term("body", "ferry");
  private static final Lookup ARTICLES = new Lookup.Articles("body", new BytesRef("ferry"));
  private static final Lookup LENGTHS = new Lookup.Lengths("body");

  private final Map<Lookup, Fact> gathered = new HashMap<>();

  private KnownFacts facts() {
    return new KnownFacts(gathered::get);
  }

  private static void score(KnownFacts facts) throws IOException {
    IndexSearcher part = new IndexSearcher(new MultiReader());
    facts.weight(new TermQuery(FERRY), ScoreMode.COMPLETE, 1, part);
  }

  @Test
  void lookupsAreNotedAndAnsweredAsIfNoArticleHadTheTerm() {
    KnownFacts facts = facts();
    assertThat(facts.documents(FERRY)).isZero();
    assertThat(facts.statistics("body")).isNull();
    assertThat(facts.missing()).containsExactlyInAnyOrder(ARTICLES, LENGTHS);
    assertThatThrownBy(facts::require).isInstanceOf(MissingStatistics.class);
  }

  @Test
  void nothingIsScoredByMissingStatistics() throws IOException {
    KnownFacts facts = facts();
    assertThatThrownBy(() -> score(facts)).isInstanceOf(MissingStatistics.class);
    assertThat(facts.missing()).containsExactlyInAnyOrder(ARTICLES, LENGTHS);
    gathered.put(ARTICLES, new Fact.Articles(3));
    gathered.put(LENGTHS, new Fact.Lengths(9, 900));
    score(facts());
  }
}
