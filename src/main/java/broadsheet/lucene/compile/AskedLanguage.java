package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.OptionalWords;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PlainWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The language in which a query is asked, by its optional words: that of most articles, unless the
 * query clearly has more words of another. Immutable.
 *
 * @param language one of the archive
 * @param words the number of different optional words of each language of the archive in the query
 */
public record AskedLanguage(String language, Map<String, Integer> words) {

  /** This many more words than in the language of most articles are no accident. */
  private static final int CLEARLY_MORE = 2;

  /** Optional words are at most two thirds of a sentence; a query of them alone is none. */
  private static final int MOST = 2;

  private static final int OF = 3;

  /** The most words that are looked up. */
  private static final int MOST_WORDS = 64;

  public AskedLanguage {
    words = Map.copyOf(words);
  }

  /** The language of a query of an archive in these languages. */
  public static AskedLanguage of(QueryNode root, ArticleLanguages archive) {
    String language = archive.commonest();
    Map<String, Integer> words = new TreeMap<>();
    if (archive.all().size() > 1) {
      Set<String> texts = new LinkedHashSet<>();
      add(root, texts);
      archive.all().forEach(each -> words.put(each, optional(texts, each)));
      int usual = words.getOrDefault(language, 0);
      int most = usual;
      for (Map.Entry<String, Integer> each : words.entrySet()) {
        int own = each.getValue();
        if (own > most && isClear(own, usual, texts.size())) {
          most = own;
          language = each.getKey();
        }
      }
    }
    return new AskedLanguage(language, words);
  }

  private static boolean isClear(int words, int usual, int all) {
    return words >= usual + CLEARLY_MORE && OF * words <= MOST * all;
  }

  private static void add(QueryNode node, Set<String> texts) {
    Stream<QueryNode> units =
        node instanceof QueryNode.Together(List<QueryNode> children)
            ? children.stream()
            : Stream.of(node);
    units
        .flatMap(unit -> PlainWords.word(unit).stream())
        .limit(Math.max(0, MOST_WORDS - texts.size()))
        .forEach(word -> texts.add(word.text()));
    node.parts().forEach(part -> add(part, texts));
  }

  private static int optional(Set<String> texts, String language) {
    return (int)
        texts.stream()
            .filter(
                text ->
                    OptionalWords.areAll(
                        QueryWord.in(text, ArticleAnalyzer.forText(language)), language))
            .count();
  }

  /**
   * The language whose optional words are optional in articles of another, too: this one, unless
   * the query has as many of their own.
   */
  public String beside(String own) {
    return words.getOrDefault(own, 0) < words.getOrDefault(language, 0) ? language : own;
  }
}
