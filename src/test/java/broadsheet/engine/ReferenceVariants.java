package broadsheet.engine;

import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The other ways to write a few words, and which of them an archive has often enough. No rule makes
 * them: they are listed.
 */
final class ReferenceVariants {

  /** Words with variants, and some without. */
  static final List<String> WORDS =
      List.of(
          "tiktok",
          "TikTok",
          "tiktok",
          "tik",
          "tok",
          "Tik",
          "tok",
          "organise",
          "organize",
          "organised",
          "colour",
          "colors",
          "Müller",
          "Mueller",
          "Muller",
          "O’Rourke",
          "orourke",
          "versus",
          "vs",
          "v",
          "balloon",
          "talks",
          "China",
          "of");

  private static final int FEWEST = 3;

  private static final Map<String, String> BRITISH =
      Map.of(
          "organise", "organize",
          "organised", "organized",
          "organize", "organise",
          "colour", "color",
          "colors", "colours");

  private static final Map<String, String> PRINTED =
      Map.of(
          "müller", "mueller", "mueller", "müller", "o'rourke", "orourke", "orourke", "o'rourke");

  private static final Map<String, List<String>> VERSUS =
      Map.of(
          "vs", List.of("v", "versus"), "versus", List.of("vs", "v"), "v", List.of("vs", "versus"));

  private final List<PrintedArticle> articles;
  private final Set<String> pairs = new HashSet<>();
  private final Set<String> between = new HashSet<>();

  ReferenceVariants(QueryNode query, List<PrintedArticle> articles) {
    this.articles = articles;
    read(query);
  }

  private void read(QueryNode node) {
    if (node instanceof QueryNode.Together(List<QueryNode> children)) {
      List<String> words =
          children.stream()
              .map(child -> child instanceof QueryNode.Word(String text) ? lower(text) : "")
              .toList();
      for (int i = 0; i + 1 < words.size(); i++) {
        pairs.add(words.get(i) + " " + words.get(i + 1));
        if (i > 0 && !words.get(i - 1).isEmpty() && !words.get(i + 1).isEmpty()) {
          between.add(words.get(i));
        }
      }
    }
    node.parts().forEach(this::read);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** The variants of a word in an article: one word or two. */
  List<String> of(String typed, PrintedArticle article) {
    String word = lower(typed);
    String language = StemmedLanguages.of(article.article().language());
    List<String> variants = new ArrayList<>();
    if (Set.of("tik", "tok").contains(word) && pairs.contains("tik tok") && isOften("tiktok")) {
      variants.add("tiktok");
    }
    if (word.equals("tiktok") && isOften("tik") && isOften("tok") && areSideBySide("tik", "tok")) {
      variants.add("tik tok");
    }
    if (BRITISH.containsKey(word) && Set.of("en", StemmedLanguages.NONE).contains(language)) {
      variants.add(BRITISH.get(word));
    }
    if (PRINTED.containsKey(word) && isNoSlip(PRINTED.get(word), word)) {
      variants.add(PRINTED.get(word));
    }
    if (!word.equals("v") || between.contains("v")) {
      variants.addAll(VERSUS.getOrDefault(word, List.of()));
    }
    return variants;
  }

  private boolean isNoSlip(String other, String word) {
    return isOften(other) || (having(other) > 0 && !isOften(word));
  }

  private boolean isOften(String word) {
    return having(word) >= FEWEST;
  }

  private long having(String word) {
    return articles.stream()
        .filter(
            article ->
                Stream.of(
                        QueryField.TITLE,
                        QueryField.STANDFIRST,
                        QueryField.BODY,
                        QueryField.CAPTION)
                    .flatMap(field -> article.words(field).stream())
                    .anyMatch(printed -> lower(printed.word()).equals(word)))
        .count();
  }

  private boolean areSideBySide(String first, String second) {
    int count = 0;
    for (PrintedArticle article : articles) {
      for (QueryField field : List.of(QueryField.TITLE, QueryField.BODY)) {
        List<PrintedArticle.Printed> words = article.words(field);
        boolean isThere = false;
        for (int i = 0; i + 1 < words.size(); i++) {
          isThere |=
              lower(words.get(i).word()).equals(first)
                  && lower(words.get(i + 1).word()).equals(second)
                  && words.get(i).paragraph() == words.get(i + 1).paragraph();
        }
        count += isThere ? 1 : 0;
      }
    }
    return count >= FEWEST;
  }
}
