package broadsheet.engine;

import broadsheet.engine.PrintedArticle.Printed;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.WordPieces;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.Reach;
import broadsheet.query.tree.PositiveParts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The meaning of a query, written as plainly as possible and without an index: whether an article
 * matches, and the places where it does. The engine is compared with it.
 */
final class ReferenceEvaluator {

  private static final List<QueryField> DEFAULT_FIELDS =
      List.of(
          QueryField.TITLE,
          QueryField.STANDFIRST,
          QueryField.DATELINE,
          QueryField.BODY,
          QueryField.CAPTION);

  /** The same few words recur. */
  private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

  private static final Map<String, String> STEMS = new ConcurrentHashMap<>();
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private ReferenceEvaluator() {}

  /** A place in an article that matches part of a query; end exclusive. */
  record Place(QueryField field, int paragraph, int start, int end) {}

  /** The places, possibly none, if the article matches; empty if it does not. */
  static Optional<Set<Place>> match(QueryNode query, PrintedArticle article) {
    article.ask(query);
    return match(query, article, DEFAULT_FIELDS);
  }

  /** Whether partial matches may follow this many full matches. */
  static boolean mayOthersFollow(QueryNode query, int whole) {
    return whole < SearchResults.FEW && relaxation(query, whole).isPresent();
  }

  /** Like {@link #match}, but any optional part is enough. */
  static Optional<Set<Place>> matchSome(QueryNode query, int whole, PrintedArticle article) {
    article.ask(query);
    return relaxation(query, whole).flatMap(parts -> matchSome(parts, article));
  }

  private static Optional<Relaxation> relaxation(QueryNode query, int whole) {
    return whole == 0 ? Relaxation.of(query) : Relaxation.ofWords(query);
  }

  private static Optional<Set<Place>> matchSome(Relaxation parts, PrintedArticle article) {
    Optional<Set<Place>> required = all(parts.required(), article, DEFAULT_FIELDS);
    List<QueryNode> found =
        Stream.concat(parts.pieces().stream(), parts.wholes().stream())
            .filter(part -> match(part, article, DEFAULT_FIELDS).isPresent())
            .toList();
    if (required.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    Set<Place> places = new HashSet<>(required.get());
    boolean haveOthers = parts.pieces().stream().anyMatch(part -> !isStopWord(part, article));
    found.stream()
        .filter(part -> !haveOthers || !isStopWord(part, article))
        .forEach(part -> match(part, article, DEFAULT_FIELDS).ifPresent(places::addAll));
    return Optional.of(places);
  }

  /** The parts of a query that an article has, whether or not it has all. */
  static Set<Place> anyPart(QueryNode query, PrintedArticle article) {
    Set<Place> places = new HashSet<>();
    article.ask(query);
    for (QueryNode part : PositiveParts.of(query)) {
      for (QueryNode piece : pieces(part)) {
        match(piece, article, DEFAULT_FIELDS).ifPresent(places::addAll);
      }
    }
    return places;
  }

  /** The pairs of a long run of characters; any other part as a whole. */
  private static List<QueryNode> pieces(QueryNode part) {
    return switch (part) {
      case QueryNode.Word(String text) ->
          WordPieces.of(text).stream().<QueryNode>map(QueryNode.Word::new).toList();
      case QueryNode.InField(QueryField field, QueryNode.Word word) ->
          pieces(word).stream()
              .<QueryNode>map(piece -> new QueryNode.InField(field, piece))
              .toList();
      default -> List.of(part);
    };
  }

  private static Optional<Set<Place>> match(
      QueryNode query, PrintedArticle article, List<QueryField> fields) {
    return switch (query) {
      case QueryNode.Everything _, QueryNode.FurnitureShown _ -> Optional.of(Set.of());
      case QueryNode.Word w when !WordPieces.of(w.text()).equals(List.of(w.text())) ->
          all(pieces(w), article, fields);
      case QueryNode.Word w -> asItStands(w, article, fields);
      case QueryNode.ExactWord w -> row(w.text(), article, fields, (_, a, p) -> isExactly(a, p));
      case QueryNode.Wildcard w -> row(w.pattern(), article, fields, (_, a, p) -> isLike(a, p));
      case QueryNode.Fuzzy f ->
          row(f.text(), article, fields, (_, a, p) -> isNear(a, f.edits(), p));
      case QueryNode.Phrase p when p.slop() > 0 -> held(occurring(query, article, fields));
      case QueryNode.Phrase p -> row(p.text(), article, fields, (_, a, q) -> isFolded(a, q));
      case QueryNode.Near(QueryNode left, QueryNode right, Reach reach)
          when isGroup(left) && isGroup(right) ->
          all(each(left, l -> new QueryNode.Near(l, right, reach)), article, fields);
      case QueryNode.NotNear(QueryNode wanted, QueryNode unwanted, Reach reach)
          when isGroup(wanted) ->
          all(each(wanted, w -> new QueryNode.NotNear(w, unwanted, reach)), article, fields);
      case QueryNode.Near _, QueryNode.NotNear _ -> held(occurring(query, article, fields));
      case QueryNode.AtLeast(int count, QueryNode child) -> atLeast(count, child, article, fields);
      case QueryNode.InField in -> match(in.child(), article, List.of(in.field()));
      case QueryNode.DateRange range -> holds(isInside(range, article));
      case QueryNode.DateUnknown _ -> holds(!article.article().publishedAt().isKnown());
      case QueryNode.OnList list -> holds(list.articles().contains(article.article().id()));
      case QueryNode.AddedRange _, QueryNode.NumberRange _ ->
          throw new UnsupportedOperationException();
      case QueryNode.Together t -> together(t.children(), article, fields);
      case QueryNode.AllOf a -> all(a.children(), article, fields);
      case QueryNode.AnyOf a -> any(a.children(), article, fields);
      case QueryNode.Not not -> holds(match(not.child(), article, fields).isEmpty());
      case QueryNode.Boosted b -> match(b.child(), article, fields);
    };
  }

  private static Optional<Set<Place>> asItStands(
      QueryNode.Word word, PrintedArticle article, List<QueryField> fields) {
    WordTest isWord = (field, a, p) -> isWord(field, a, p, article);
    Set<Place> places = new HashSet<>(row(word.text(), article, fields, isWord).orElse(Set.of()));
    List<QueryField> texts = fields.stream().filter(ReferenceEvaluator::isText).toList();
    for (String variant : article.variants(word.text())) {
      places.addAll(row(variant, article, texts, isWord).orElse(Set.of()));
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private static boolean isText(QueryField field) {
    return field.kind() == QueryField.Kind.TEXT;
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

  /** Beside other words, an optional word is neither required nor marked. */
  private static Optional<Set<Place>> together(
      List<QueryNode> parts, PrintedArticle article, List<QueryField> fields) {
    List<QueryNode> stopWords = parts.stream().filter(p -> isStopWord(p, article)).toList();
    List<QueryNode> others = parts.stream().filter(p -> !stopWords.contains(p)).toList();
    if (others.stream().noneMatch(ReferenceEvaluator::isInText)) {
      Optional<Set<Place>> places = all(parts, article, fields);
      places.ifPresent(
          p ->
              phraseOf(stopWords).flatMap(row -> match(row, article, fields)).ifPresent(p::addAll));
      return places;
    }
    return all(others, article, fields);
  }

  /** Exclusions, conditions and values such as a source have no place in the text. */
  private static boolean isInText(QueryNode part) {
    return switch (part) {
      case QueryNode.Not _, QueryNode.Condition _ -> false;
      case QueryNode.InField in -> isText(in.field());
      default -> true;
    };
  }

  /** Stop words alone are marked as a phrase as well, where they are one. */
  private static Optional<QueryNode> phraseOf(List<QueryNode> stopWords) {
    return stopWords.size() < 2
        ? Optional.empty()
        : Optional.of(
            new QueryNode.Phrase(
                stopWords.stream()
                    .map(word -> ((QueryNode.Word) word).text())
                    .collect(Collectors.joining(" ")),
                0));
  }

  private static boolean isStopWord(QueryNode node, PrintedArticle article) {
    return node instanceof QueryNode.Word(String text) && article.isOptional(text);
  }

  private static Optional<Set<Place>> any(
      List<QueryNode> parts, PrintedArticle article, List<QueryField> fields) {
    List<Set<Place>> matched =
        parts.stream().flatMap(part -> match(part, article, fields).stream()).toList();
    Set<Place> places = new HashSet<>();
    matched.forEach(places::addAll);
    return matched.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private static boolean isGroup(QueryNode node) {
    return node instanceof QueryNode.AllOf || node instanceof QueryNode.Together;
  }

  private static List<QueryNode> each(QueryNode group, UnaryOperator<QueryNode> change) {
    return members(group).stream().map(change).toList();
  }

  private static List<QueryNode> members(QueryNode node) {
    return switch (node) {
      case QueryNode.AllOf all -> all.children();
      case QueryNode.Together all -> all.children();
      default -> List.of(node);
    };
  }

  /** An occurrence in a field: the indexes of its first and last word, and its marks. */
  private record Occurrence(QueryField field, int first, int last, Set<Place> places) {

    Occurrence with(Occurrence other) {
      Set<Place> both = new HashSet<>(places);
      both.addAll(other.places);
      return new Occurrence(field, first, last, both);
    }

    Occurrence hull(Occurrence other) {
      return new Occurrence(
          field, Math.min(first, other.first), Math.max(last, other.last), with(other).places);
    }
  }

  private static Optional<Set<Place>> held(List<Occurrence> found) {
    Set<Place> places = new HashSet<>();
    found.forEach(f -> places.addAll(f.places()));
    return found.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  private static Optional<Set<Place>> atLeast(
      int count, QueryNode child, PrintedArticle article, List<QueryField> fields) {
    if (isGroup(child)) {
      return all(
          members(child).stream()
              .<QueryNode>map(member -> new QueryNode.AtLeast(count, member))
              .toList(),
          article,
          fields);
    }
    if (child instanceof QueryNode.InField in) {
      return atLeast(count, in.child(), article, List.of(in.field()));
    }
    List<Occurrence> found = occurring(child, article, fields);
    long different =
        found.stream().map(f -> List.of(f.field(), f.first(), f.last())).distinct().count();
    return different >= count ? held(found) : Optional.empty();
  }

  /** All the occurrences in these fields; for a pair, those of its left side. */
  private static List<Occurrence> occurring(
      QueryNode node, PrintedArticle article, List<QueryField> fields) {
    return fields.stream().flatMap(field -> counted(node, field, article).stream()).toList();
  }

  private static List<Occurrence> counted(
      QueryNode node, QueryField field, PrintedArticle article) {
    return switch (node) {
      case QueryNode.Near near -> having(near, field, article);
      case QueryNode.AnyOf any ->
          any.children().stream().flatMap(c -> counted(c, field, article).stream()).toList();
      default -> occurrences(node, field, article);
    };
  }

  private static List<Occurrence> having(
      QueryNode.Near near, QueryField field, PrintedArticle article) {
    boolean isLeftKept = !isGroup(near.left());
    QueryNode kept = isLeftKept ? near.left() : near.right();
    List<Occurrence> found = new ArrayList<>();
    for (Occurrence one : occurrences(kept, field, article)) {
      Optional<Occurrence> marked = Optional.of(one);
      for (QueryNode member : members(isLeftKept ? near.right() : near.left())) {
        List<Occurrence> close = new ArrayList<>();
        for (Occurrence other : occurrences(member, field, article)) {
          boolean isNear =
              isLeftKept
                  ? isNear(one, other, near.reach(), article)
                  : isNear(other, one, near.reach(), article);
          if (isNear) {
            close.add(other);
          }
        }
        marked =
            close.isEmpty()
                ? Optional.empty()
                : marked.map(m -> close.stream().reduce(m, Occurrence::with));
      }
      marked.ifPresent(found::add);
    }
    return found;
  }

  private static List<Occurrence> occurrences(
      QueryNode node, QueryField field, PrintedArticle article) {
    return switch (node) {
      case QueryNode.AnyOf any ->
          any.children().stream().flatMap(c -> occurrences(c, field, article).stream()).toList();
      case QueryNode.Boosted boosted -> occurrences(boosted.child(), field, article);
      case QueryNode.InField in ->
          in.field() == field ? occurrences(in.child(), field, article) : List.of();
      case QueryNode.Near near when isGroup(near.left()) || isGroup(near.right()) ->
          having(near, field, article);
      case QueryNode.Near(QueryNode left, QueryNode right, Reach reach) -> {
        List<Occurrence> pairs = new ArrayList<>();
        for (Occurrence l : occurrences(left, field, article)) {
          for (Occurrence r : occurrences(right, field, article)) {
            if (isNear(l, r, reach, article)) {
              pairs.add(l.hull(r));
            }
          }
        }
        yield pairs;
      }
      case QueryNode.NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) -> {
        List<Occurrence> alone = new ArrayList<>();
        for (Occurrence w : occurrences(wanted, field, article)) {
          boolean isFree =
              members(unwanted).stream()
                  .anyMatch(
                      member ->
                          occurrences(member, field, article).stream()
                              .noneMatch(u -> isNear(w, u, reach, article)));
          if (isFree) {
            alone.add(w);
          }
        }
        yield alone;
      }
      case QueryNode.Phrase phrase when phrase.slop() > 0 -> moved(phrase, field, article);
      default -> units(node, field, article);
    };
  }

  private static boolean isNear(
      Occurrence left, Occurrence right, Reach reach, PrintedArticle article) {
    boolean isLeftFirst = left.last() < right.first();
    boolean isRightFirst = right.last() < left.first();
    if (!isLeftFirst && (reach.isOrdered() || !isRightFirst)) {
      return false;
    }
    Occurrence first = isLeftFirst ? left : right;
    Occurrence second = isLeftFirst ? right : left;
    Printed start = article.words(left.field()).get(first.first());
    Printed end = article.words(left.field()).get(second.last());
    return switch (reach) {
      case Reach.Words(int most, boolean _) -> second.first() - first.last() <= most;
      case Reach.Paragraph _ -> start.paragraph() == end.paragraph();
      case Reach.Sentence _ ->
          start.paragraph() == end.paragraph() && start.sentence() == end.sentence();
    };
  }

  /** The places of a word, an exact phrase or a pattern, as {@link #match} finds them. */
  private static List<Occurrence> units(QueryNode unit, QueryField field, PrintedArticle article) {
    List<Printed> words = article.words(field);
    List<Occurrence> found = new ArrayList<>();
    Optional<Set<Place>> matched =
        unit instanceof QueryNode.Word word
            ? asItStands(word, article, List.of(field))
            : match(unit, article, List.of(field));
    for (Place place : matched.orElse(Set.of())) {
      int first = -1;
      int last = -1;
      for (int i = 0; i < words.size(); i++) {
        Printed word = words.get(i);
        first = word.paragraph() == place.paragraph() && word.start() == place.start() ? i : first;
        last = word.paragraph() == place.paragraph() && word.end() == place.end() ? i : last;
      }
      found.add(new Occurrence(field, first, last, Set.of(place)));
    }
    return found;
  }

  /** Every choice of a different word for each place, within the slop. */
  private static List<Occurrence> moved(
      QueryNode.Phrase phrase, QueryField field, PrintedArticle article) {
    List<String> row =
        Stream.of(phrase.text().split(" ", -1)).flatMap(word -> row(word).stream()).toList();
    List<Occurrence> found = new ArrayList<>();
    choose(row, List.of(), phrase.slop(), field, article, found);
    return found;
  }

  private static void choose(
      List<String> row,
      List<Integer> chosen,
      int slop,
      QueryField field,
      PrintedArticle article,
      List<Occurrence> found) {
    List<Printed> words = article.words(field);
    if (chosen.size() == row.size()) {
      List<Integer> taken = chosen.stream().filter(i -> i >= 0).sorted().toList();
      Set<Place> places = new HashSet<>();
      taken.forEach(
          i -> {
            Printed word = words.get(i);
            places.add(new Place(shown(field), word.paragraph(), word.start(), word.end()));
          });
      found.add(new Occurrence(field, taken.getFirst(), taken.getLast(), places));
      return;
    }
    String asked = row.get(chosen.size());
    if (isAny(asked)) {
      choose(row, with(chosen, -1), slop, field, article, found);
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      if (isFolded(asked, words.get(i).word()) && !chosen.contains(i)) {
        List<Integer> more = with(chosen, i);
        if (isWithinSlop(more, slop, words)) {
          choose(row, more, slop, field, article, found);
        }
      }
    }
  }

  private static List<Integer> with(List<Integer> chosen, int next) {
    List<Integer> more = new ArrayList<>(chosen);
    more.add(next);
    return more;
  }

  private static boolean isWithinSlop(List<Integer> chosen, int slop, List<Printed> words) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    Set<Integer> paragraphs = new HashSet<>();
    for (int place = 0; place < chosen.size(); place++) {
      if (chosen.get(place) >= 0) {
        least = Math.min(least, chosen.get(place) - place);
        most = Math.max(most, chosen.get(place) - place);
        paragraphs.add(words.get(chosen.get(place)).paragraph());
      }
    }
    return most - least <= slop && paragraphs.size() == 1;
  }

  private interface WordTest {
    boolean holds(QueryField field, String asked, String printed);
  }

  /**
   * The places where the words are adjacent as required, counting characters of some scripts as
   * words.
   */
  private static Optional<Set<Place>> row(
      String asked, PrintedArticle article, List<QueryField> fields, WordTest test) {
    List<String> row = Stream.of(asked.split(" ", -1)).flatMap(word -> row(word).stream()).toList();
    Set<Place> places = new HashSet<>();
    for (QueryField field : fields) {
      List<Predicate<String>> tests = new ArrayList<>();
      row.forEach(word -> tests.add(isAny(word) ? _ -> true : p -> test.holds(field, word, p)));
      places.addAll(places(field, article.words(field), tests));
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(places);
  }

  /**
   * Beside characters that are looked up singly, an asterisk matches nothing, and a question mark
   * matches one of them if it is between two.
   */
  private static List<String> row(String word) {
    List<String> pieces =
        PrintedArticle.pieces(word).stream()
            .flatMap(
                p -> p.matches("[?*]+") ? p.chars().mapToObj(Character::toString) : Stream.of(p))
            .toList();
    if (pieces.size() == 1) {
      return pieces;
    }
    return Stream.of(
            pieces.stream()
                .filter(piece -> !piece.equals("*"))
                .collect(Collectors.joining(" "))
                .replaceAll("^(\\? )+|( \\?)+$", "")
                .split(" ", -1))
        .toList();
  }

  private static boolean isAny(String word) {
    return word.equals("*") || word.equals("?");
  }

  private static Set<Place> places(
      QueryField field, List<Printed> words, List<Predicate<String>> tests) {
    Set<Place> places = new HashSet<>();
    for (int i = 0; i + tests.size() <= words.size(); i++) {
      if (stands(tests, words.subList(i, i + tests.size()))) {
        Printed first = words.get(i);
        Printed last = words.get(i + tests.size() - 1);
        places.add(new Place(shown(field), first.paragraph(), first.start(), last.end()));
      }
    }
    return places;
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

  private static boolean isWord(
      QueryField field, String asked, String printed, PrintedArticle article) {
    if (field.kind() == QueryField.Kind.KEYWORD) {
      return bare(folded(asked)).equals(bare(folded(printed)));
    }
    String language = article.article().language().replaceAll("-.*", "");
    boolean isOfLanguage = StemmedLanguages.isWrittenIn(language, exact(asked));
    String stem = isOfLanguage ? stem(asked, language) : folded(asked);
    return stem(printed, language).equals(stem)
        || folded(printed).equals(stem)
        || isFolded(asked, printed);
  }

  private static boolean isFolded(String asked, String printed) {
    return folded(printed).equals(folded(asked));
  }

  /** A word typed without accents, dots or commas also finds the printed word with them. */
  private static boolean isExactly(String asked, String printed) {
    return exact(printed).equals(exact(asked)) || folded(printed).equals(exact(asked));
  }

  private static boolean isLike(String pattern, String printed) {
    Pattern compiled = PATTERNS.computeIfAbsent(pattern, ReferenceEvaluator::compiled);
    return compiled.matcher(folded(printed)).matches()
        || compiled.matcher(exact(printed)).matches();
  }

  private static Pattern compiled(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (char c : folded(pattern).toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }

  private static boolean isNear(String asked, int most, String printed) {
    String folded = folded(asked);
    int edits = Math.min(most, folded.length() - 1);
    return isWithin(edits, folded, folded(printed)) || isWithin(edits, folded, exact(printed));
  }

  private static boolean isWithin(int edits, String asked, String printed) {
    return printed.length() > edits && distance(asked, printed) <= edits;
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours, with no character touched twice.
   */
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

  static String folded(String word) {
    return FOLDED.computeIfAbsent(word, ReferenceEvaluator::computeFolded);
  }

  /** Covers only the words of {@link PrintedArticle}. */
  private static String computeFolded(String word) {
    String apart = Normalizer.normalize(exact(word).replace("ё", "е"), Normalizer.Form.NFKD);
    return Normalizer.normalize(apart.replaceAll("[\\u0300-\\u036F]", ""), Normalizer.Form.NFC)
        .replace("ة", "ه")
        .replace('國', '国')
        .replace('東', '东')
        .replace("न्", "ं")
        .replace("्", "")
        .replace('ी', 'ि')
        .replaceAll("(?<=\\p{L})[.]", "")
        .replaceAll(",(?=\\d{3}(\\D|$))", "");
  }

  private static String bare(String word) {
    return word.replaceAll("'s?$", "").replaceAll("^l'", "");
  }

  private static String stem(String word, String language) {
    return STEMS.computeIfAbsent(word + "/" + language, _ -> computeStem(word, language));
  }

  private static String computeStem(String word, String language) {
    String folded = bare(folded(word));
    return switch (language) {
      case "en" -> snowball(new EnglishStemmer(), folded);
      case "de" -> filtered(GermanLightStemFilter::new, folded);
      case "fr" -> folded(filtered(FrenchLightStemFilter::new, bare(exact(word))));
      case "ru" -> filtered(RussianLightStemFilter::new, folded);
      case "ar" -> filtered(ArabicStemFilter::new, folded);
      case "hi" -> filtered(HindiStemFilter::new, folded);
      default -> folded;
    };
  }

  private static String snowball(SnowballStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static String filtered(UnaryOperator<TokenStream> filter, String word) {
    KeywordTokenizer whole = new KeywordTokenizer();
    whole.setReader(new StringReader(word));
    try (TokenStream stems = filter.apply(whole)) {
      stems.reset();
      stems.incrementToken();
      return stems.getAttribute(CharTermAttribute.class).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
