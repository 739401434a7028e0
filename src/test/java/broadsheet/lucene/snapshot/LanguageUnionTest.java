package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

class LanguageUnionTest {

  private static Query term(String word) {
    return new TermQuery(new Term("text", word));
  }

  private static LanguageUnion union() {
    Map<Query, List<String>> languagesOf = new LinkedHashMap<>();
    languagesOf.put(term("few"), List.of("de", "fr"));
    languagesOf.put(term("most"), List.of("en"));
    return new LanguageUnion(languagesOf, new ArticleLanguages(Map.of("de", 1, "fr", 1, "en", 9)));
  }

  /** When the time is up, the hits found so far are mostly in the main language of the archive. */
  @Test
  void thePartOfMostArticlesIsSearchedFirst() {
    assertThat(LanguageUnion.partsOf(union()))
        .extracting(part -> part.toString("text"))
        .containsExactly("most in [en]", "few in [de, fr]");
  }

  @Test
  void eachPartIsFilteredBeforeItIsRestricted() {
    assertThat(LanguageUnion.partsOf(LanguageUnion.filtered(union(), term("new"))))
        .extracting(part -> part.toString("text"))
        .containsExactly("+most #new in [en]", "+few #new in [de, fr]");
  }

  @Test
  void theFilterOfAUnionStandsOnceBesideIt() {
    Query rewritten = ((LanguageUnion) LanguageUnion.filtered(union(), term("new"))).any();
    assertThat(rewritten.toString("text")).isEqualTo("+(few in [de, fr] most in [en]) #new");
  }
}
