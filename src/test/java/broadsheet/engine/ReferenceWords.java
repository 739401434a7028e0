package broadsheet.engine;

import broadsheet.article.PublicationDate;
import broadsheet.engine.ReferenceEvaluator.Place;
import broadsheet.engine.words.Frequencies.Group;
import broadsheet.engine.words.Keywords.Keyword;
import broadsheet.engine.words.Sequences.Sequence;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordStatistics;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts words by reading every article, without an index. */
record ReferenceWords(List<PrintedArticle> articles) {

  private static final List<QueryField> TEXTS =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY, QueryField.CAPTION);

  /** The paragraphs of an article, each as its folded words. */
  private static List<List<String>> paragraphs(PrintedArticle article) {
    List<List<String>> all = new ArrayList<>();
    for (QueryField field : TEXTS) {
      Map<Integer, List<String>> byNumber = new TreeMap<>();
      for (PrintedArticle.Printed word : article.words(field)) {
        byNumber
            .computeIfAbsent(word.paragraph(), _ -> new ArrayList<>())
            .add(ReferenceEvaluator.folded(word.word()));
      }
      all.addAll(byNumber.values());
    }
    return all;
  }

  private static long words(PrintedArticle article) {
    return paragraphs(article).stream().mapToLong(List::size).sum();
  }

  long words() {
    return articles.stream().mapToLong(ReferenceWords::words).sum();
  }

  private ReferenceWords matching(QueryNode query, boolean isSo) {
    return new ReferenceWords(
        articles.stream()
            .filter(a -> ReferenceEvaluator.match(query, a).isPresent() == isSo)
            .toList());
  }

  ReferenceWords matching(QueryNode query) {
    return matching(query, true);
  }

  ReferenceWords others(QueryNode query) {
    return matching(query, false);
  }

  private static long places(QueryNode query, PrintedArticle article) {
    Set<Place> places = new HashSet<>();
    for (Place place : ReferenceEvaluator.match(query, article).orElse(Set.of())) {
      QueryField text = place.field().holder();
      if (text.kind() == QueryField.Kind.TEXT) {
        places.add(new Place(text, place.paragraph(), place.start(), place.end()));
      }
    }
    return places.size();
  }

  private static String group(WordGrouping by, PrintedArticle article) {
    PublicationDate date = article.article().publishedAt();
    int length = by == WordGrouping.YEAR ? 4 : 7;
    return switch (by) {
      case YEAR, MONTH -> date.iso().length() < length ? "" : date.iso().substring(0, length);
      case SOURCE -> article.article().source();
      case SECTION -> article.article().section();
    };
  }

  /** The groups that have articles, by value. */
  Map<String, Group> groups(QueryNode query, WordGrouping by) {
    Map<String, Group> groups = new HashMap<>();
    for (PrintedArticle article : articles) {
      Optional<Set<Place>> found = ReferenceEvaluator.match(query, article);
      String value = group(by, article);
      groups.merge(
          value,
          new Group(value, words(article), found.isPresent() ? 1 : 0, places(query, article)),
          ReferenceWords::sum);
    }
    return groups;
  }

  static Group sum(Group one, Group other) {
    return new Group(
        one.value(),
        one.words() + other.words(),
        one.articles() + other.articles(),
        one.matches() + other.matches());
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    articles.stream()
        .flatMap(article -> paragraphs(article).stream())
        .flatMap(List::stream)
        .forEach(word -> counts.merge(word, 1L, Long::sum));
    return counts;
  }

  /** The words of letters that these articles have more often than others. */
  List<Keyword> keywords(ReferenceWords others) {
    long of = words();
    long otherOf = others.words();
    Map<String, Long> otherCounts = others.counts();
    List<Keyword> keywords = new ArrayList<>();
    counts()
        .forEach(
            (word, in) -> {
              long otherIn = otherCounts.getOrDefault(word, 0L);
              if (word.codePoints().anyMatch(Character::isLetter) && in * otherOf > otherIn * of) {
                keywords.add(
                    new Keyword(
                        word,
                        in,
                        otherIn,
                        WordStatistics.logLikelihood(in, of, otherIn, otherOf),
                        WordStatistics.logRatio(in, of, otherIn, otherOf)));
              }
            });
    return keywords;
  }

  /** The most frequent sequences. */
  List<Sequence> sequences(int length, int least, int most) {
    Map<String, Sequence> counts = new HashMap<>();
    for (PrintedArticle article : articles) {
      Set<String> met = new HashSet<>();
      for (List<String> paragraph : paragraphs(article)) {
        for (int i = 0; i + length <= paragraph.size(); i++) {
          String text = String.join(" ", paragraph.subList(i, i + length));
          counts.merge(
              text,
              new Sequence(text, 1, met.add(text) ? 1 : 0),
              (a, b) -> new Sequence(text, a.count() + 1, a.articles() + b.articles()));
        }
      }
    }
    return counts.values().stream()
        .filter(each -> each.count() >= least)
        .sorted(Comparator.comparingLong(Sequence::count).reversed().thenComparing(Sequence::text))
        .limit(most)
        .toList();
  }
}
