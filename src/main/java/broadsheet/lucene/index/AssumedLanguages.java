package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.article.LanguageBasis;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LanguageEvidence;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Assumes a language for articles that neither state nor show one: that of most articles of their
 * source, or else of the archive, among those in the same script. Only such articles are
 * considered, and only those whose language changes are rewritten.
 */
final class AssumedLanguages {

  /** The fewest articles that show in which language a source prints. */
  private static final int FEWEST = 5;

  private final IndexReader reader;
  private final DocumentRewriter rewriting;
  private final Naming naming;
  private final Map<Printed, Map<String, Integer>> bySource = new HashMap<>();
  private final Map<String, Map<String, Integer>> byScript = new HashMap<>();

  /** A source and a script it prints in. */
  private record Printed(String source, String script) {}

  AssumedLanguages(IndexReader reader, DocumentRewriter rewriting, Naming naming) {
    this.reader = reader;
    this.rewriting = rewriting;
    this.naming = naming;
  }

  void settle() throws IOException {
    LiveTerms live = new LiveTerms(reader);
    boolean[] isAsked = {false};
    live.streamWithPrefix(
        IndexSchema.LANGUAGE_EVIDENCE,
        LanguageEvidence.ASKING,
        (_, documents) -> isAsked[0] |= documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS);
    if (isAsked[0]) {
      live.streamWithPrefix(
          IndexSchema.LANGUAGE_EVIDENCE,
          LanguageEvidence.OWN,
          (term, documents) -> count(LanguageEvidence.of(term), size(documents)));
      live.streamWithPrefix(
          IndexSchema.LANGUAGE_EVIDENCE,
          LanguageEvidence.ASKING,
          (term, documents) -> answer(LanguageEvidence.of(term), documents));
    }
  }

  private static int size(DocIdSetIterator documents) throws IOException {
    int size = 0;
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      size++;
    }
    return size;
  }

  /** Answers articles whose evidence is the same, and whose assumed language therefore is. */
  private void answer(LanguageEvidence asking, DocIdSetIterator documents) throws IOException {
    String language = language(asking);
    if (!language.equals(asking.language())) {
      assume(language, documents);
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

  private void assume(String language, DocIdSetIterator documents) throws IOException {
    LanguageBasis basis = language.isEmpty() ? LanguageBasis.UNKNOWN : LanguageBasis.ASSUMED;
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      IndexedArticle old = DocumentRewriter.read(reader, documents.docID());
      Article article = old.article().toBuilder().language(language, basis).build();
      rewriting.replace(List.of(old), naming.named(old.with(article)));
    }
  }
}
