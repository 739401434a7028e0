package broadsheet.lucene.search;

import broadsheet.lucene.search.PrintedArticle.Printed;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * What a query means, written down as plainly as can be and without any index: whether an article
 * matches, and the places that make it match. The engine is held against it.
 */
final class ReferenceEvaluator {

  private static final List<QueryField> DEFAULT_FIELDS =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.DATELINE, QueryField.BODY);

  private ReferenceEvaluator() {}

  /** A place in an article that satisfies a part of a query; end exclusive. */
  record Place(QueryField field, int paragraph, int start, int end) {}

  /** The places, possibly none, when the article matches; empty when it does not. */
  static Optional<Set<Place>> match(QueryNode query, PrintedArticle article) {
    return match(query, article, DEFAULT_FIELDS);
  }

  /** As {@link #match} where of the relaxable parts only so many need hold. */
  static Optional<Set<Place>> matchRelaxed(Relaxation parts, int minimum, PrintedArticle article) {
    Optional<Set<Place>> required = all(parts.required(), article, DEFAULT_FIELDS);
    List<Set<Place>> found =
        parts.relaxable().stream().flatMap(part -> match(part, article).stream()).toList();
    if (required.isEmpty() || found.size() < minimum) {
      return Optional.empty();
    }
    Set<Place> places = new HashSet<>(required.get());
    found.forEach(places::addAll);
    return Optional.of(places);
  }

  /** What an article has of a query, whether or not it has it all. */
  static Set<Place> anyPart(QueryNode query, PrintedArticle article) {
    Set<Place> places = new HashSet<>();
    for (QueryNode part : PositiveParts.of(query)) {
      match(part, article).ifPresent(places::addAll);
    }
    return places;
  }

  private static Optional<Set<Place>> match(
      QueryNode query, PrintedArticle article, List<QueryField> fields) {
    return switch (query) {
      case QueryNode.Everything _ -> Optional.of(Set.of());
      case QueryNode.Word w -> words(article, fields, (field, p) -> isWord(field, w.text(), p));
      case QueryNode.ExactWord w -> words(article, fields, (_, p) -> isExactly(w.text(), p));
      case QueryNode.Wildcard w -> words(article, fields, (_, p) -> isLike(w.pattern(), p));
      case QueryNode.Fuzzy f -> words(article, fields, (_, p) -> isNear(f, p));
      case QueryNode.Phrase phrase -> phrase(phrase, article, fields);
      case QueryNode.InField in -> match(in.child(), article, List.of(in.field()));
      case QueryNode.DateRange range -> holds(isInside(range, article));
      case QueryNode.DateUnknown _ -> holds(!article.article().publishedAt().isKnown());
      case QueryNode.NumberRange _ -> throw new UnsupportedOperationException();
      case QueryNode.Together t -> all(t.children(), article, fields);
      case QueryNode.AllOf a -> all(a.children(), article, fields);
      case QueryNode.AnyOf a -> any(a.children(), article, fields);
      case QueryNode.Not not -> holds(match(not.child(), article, fields).isEmpty());
      case QueryNode.Boosted b -> match(b.child(), article, fields);
    };
  }

  private static Optional<Set<Place>> holds(boolean isSo) {
    return isSo ? Optional.of(Set.of()) : Optional.empty();
  }

  private static Optional<Set<Place>> all(
      List<QueryNode> parts, PrintedArticle article, List<QueryField> fields) {
    Set<Place> places = new HashSet<>();
    for (QueryNode part : parts) {
      Optional<Set<Place>> matched = match(part, article, fields);
      if (matched.isEmpty()) {
        return Optional.empty();
      }
      places.addAll(matched.get());
    }
    return Optional.of(places);
  }

  private static Optional<Set<Place>> any(
      List<QueryNode> parts, PrintedArticle article, List<QueryField> fields) {
    List<Set<Place>> matched =
        parts.stream().flatMap(part -> match(part, article, fields).stream()).toList();
    Set<Place> places = new HashSet<>();
    matched.forEach(places::addAll);
    return matched.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private interface WordTest {
    boolean holds(QueryField field, String printed);
  }

  private static Optional<Set<Place>> words(
      PrintedArticle article, List<QueryField> fields, WordTest test) {
    Set<Place> places = new HashSet<>();
    for (QueryField field : fields) {
      for (Printed p : article.words(field)) {
        if (test.holds(field, p.word())) {
          places.add(new Place(shown(field), p.paragraph(), p.start(), p.end()));
        }
      }
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private static Optional<Set<Place>> phrase(
      QueryNode.Phrase phrase, PrintedArticle article, List<QueryField> fields) {
    List<Predicate<String>> tests = new ArrayList<>();
    for (String word : phrase.text().split(" ", -1)) {
      tests.add(word.equals("*") ? _ -> true : p -> folded(p).equals(folded(word)));
    }
    Set<Place> places = new HashSet<>();
    for (QueryField field : fields) {
      List<Printed> words = article.words(field);
      for (int i = 0; i + tests.size() <= words.size(); i++) {
        if (stands(tests, words.subList(i, i + tests.size()))) {
          Printed first = words.get(i);
          Printed last = words.get(i + tests.size() - 1);
          places.add(new Place(shown(field), first.paragraph(), first.start(), last.end()));
        }
      }
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private static boolean stands(List<Predicate<String>> tests, List<Printed> words) {
    for (int i = 0; i < tests.size(); i++) {
      boolean isSameParagraph = words.get(i).paragraph() == words.getFirst().paragraph();
      if (!isSameParagraph || !tests.get(i).test(words.get(i).word())) {
        return false;
      }
    }
    return true;
  }

  /** The lead is shown as part of the body. */
  private static QueryField shown(QueryField field) {
    return field == QueryField.LEAD ? QueryField.BODY : field;
  }

  private static boolean isWord(QueryField field, String asked, String printed) {
    if (field.kind() == QueryField.Kind.KEYWORD) {
      return bare(asked).equals(bare(printed));
    }
    return stem(printed).equals(stem(asked)) || folded(printed).equals(stem(asked));
  }

  /** What is typed without an accent, a dot or a comma finds the word printed with it, too. */
  private static boolean isExactly(String asked, String printed) {
    return exact(printed).equals(exact(asked)) || folded(printed).equals(exact(asked));
  }

  private static boolean isLike(String pattern, String printed) {
    StringBuilder regex = new StringBuilder();
    for (char c : folded(pattern).toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    Pattern compiled = Pattern.compile(regex.toString());
    return compiled.matcher(folded(printed)).matches()
        || compiled.matcher(exact(printed)).matches();
  }

  private static boolean isNear(QueryNode.Fuzzy fuzzy, String printed) {
    String asked = folded(fuzzy.text());
    int edits = Math.min(fuzzy.edits(), asked.length() - 1);
    return isWithin(edits, asked, folded(printed)) || isWithin(edits, asked, exact(printed));
  }

  private static boolean isWithin(int edits, String asked, String printed) {
    return printed.length() > edits && distance(asked, printed) <= edits;
  }

  /** Insertions, deletions, substitutions and swaps of neighbours, none touched twice. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean isInside(QueryNode.DateRange range, PrintedArticle article) {
    var date = article.article().publishedAt();
    return date.isKnown()
        && !date.first().orElseThrow().isBefore(range.from().orElse(LocalDate.MIN))
        && !date.last().orElseThrow().isAfter(range.to().orElse(LocalDate.MAX));
  }

  private static String exact(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static String folded(String word) {
    String apart = Normalizer.normalize(exact(word), Normalizer.Form.NFD);
    return apart
        .replaceAll("\\p{M}", "")
        .replaceAll("(?<=\\p{L})[.]", "")
        .replaceAll(",(?=\\d{3}(\\D|$))", "");
  }

  private static String bare(String word) {
    return folded(word).replaceAll("'s?$", "");
  }

  private static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(bare(word));
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
