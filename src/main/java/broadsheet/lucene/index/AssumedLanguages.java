package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LanguageEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;

/**
 * Assumes a language for articles that neither state nor show one: that of most articles of their
 * source, or else of the archive, among those in the same script. Only such articles are
 * considered, and only those whose language changes are rewritten.
 */
final class AssumedLanguages {

  /** The fewest articles that show in which language a source prints. */
  private static final int FEWEST = 5;

  private final IndexReader reader;
  private final Rewriting rewriting;
  private final Naming naming;
  private final Map<Printed, Map<String, Integer>> bySource = new HashMap<>();
  private final Map<String, Map<String, Integer>> byScript = new HashMap<>();

  /** A source and a script it prints in. */
  private record Printed(String source, String script) {}

  /** Articles whose evidence is the same, and whose assumed language therefore is. */
  private record Asking(LanguageEvidence evidence, List<Integer> documents) {}

  AssumedLanguages(IndexReader reader, Rewriting rewriting, Naming naming) {
    this.reader = reader;
    this.rewriting = rewriting;
    this.naming = naming;
  }

  void settle() throws IOException {
    LiveTerms live = new LiveTerms(reader);
    List<Asking> asking = new ArrayList<>();
    live.eachWithPrefix(
        IndexSchema.LANGUAGE_EVIDENCE,
        LanguageEvidence.ASKING,
        (term, documents) -> asking.add(new Asking(LanguageEvidence.of(term), documents)));
    if (!asking.isEmpty()) {
      live.eachWithPrefix(
          IndexSchema.LANGUAGE_EVIDENCE,
          LanguageEvidence.OWN,
          (term, documents) -> count(LanguageEvidence.of(term), documents.size()));
    }
    for (Asking articles : asking) {
      String language = language(articles.evidence());
      if (!language.equals(articles.evidence().language())) {
        assume(language, articles.documents());
      }
    }
  }

  private void count(LanguageEvidence evidence, int articles) {
    bySource
        .computeIfAbsent(new Printed(evidence.source(), evidence.script()), _ -> new HashMap<>())
        .merge(evidence.language(), articles, Integer::sum);
    byScript
        .computeIfAbsent(evidence.script(), _ -> new HashMap<>())
        .merge(evidence.language(), articles, Integer::sum);
  }

  private String language(LanguageEvidence asking) {
    Printed printed = new Printed(asking.source(), asking.script());
    String ofSource = majority(bySource.getOrDefault(printed, Map.of()), FEWEST);
    return ofSource.isEmpty()
        ? majority(byScript.getOrDefault(asking.script(), Map.of()), 1)
        : ofSource;
  }

  /**
   * The language of more than half of the articles; empty if there is none, or there are too few.
   */
  private static String majority(Map<String, Integer> articles, int fewest) {
    int all = articles.values().stream().mapToInt(Integer::intValue).sum();
    return articles.entrySet().stream()
        .filter(language -> all >= fewest && 2 * language.getValue() > all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private void assume(String language, List<Integer> documents) throws IOException {
    LanguageBasis basis = language.isEmpty() ? LanguageBasis.UNKNOWN : LanguageBasis.ASSUMED;
    for (int document : documents) {
      IndexedArticle old = Rewriting.read(reader, document);
      Article article = old.article().toBuilder().language(language, basis).build();
      rewriting.replace(List.of(old), naming.named(old.with(article)));
    }
  }
}
