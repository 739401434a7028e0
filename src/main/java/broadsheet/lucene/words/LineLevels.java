package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The levels by which lines are sorted. A single level of words beside the match goes on to those
 * behind it; of several levels, each compares one word, outlet or date.
 *
 * @param orders at least one
 */
record LineLevels(List<LineOrder> orders) {

  /** Sorts after every date. */
  private static final String UNDATED = "~";

  static LineLevels of(ConcordanceRequest request) {
    return new LineLevels(
        Stream.concat(Stream.of(request.order()), request.then().stream()).toList());
  }

  static LineLevels of(LineOrder order) {
    return new LineLevels(List.of(order));
  }

  /** The first level. */
  LineOrder first() {
    return orders.getFirst();
  }

  private boolean isOne() {
    return orders.size() == 1;
  }

  /** Whether every line must be looked at before the first is known. */
  boolean isByWords() {
    return !isOne() || first().isByWords();
  }

  /** The orders in a cursor. */
  String label() {
    return orders.stream().map(LineOrder::label).collect(Collectors.joining(","));
  }

  /** The comparator of lines. */
  Comparator<ConcordanceSortKey> comparator() {
    return isByWords() ? ConcordanceSortKey.BY_WORDS : ConcordanceSortKey.in(first());
  }

  /** The number of words in a key. */
  int words() {
    return isOne() ? words(first()) : orders.size();
  }

  private static int words(LineOrder order) {
    return switch (order) {
      case ARTICLE, NEWEST, OLDEST -> 0;
      case SOURCE, LEFT3, RIGHT3, MATCH -> 1;
      case LEFT2, RIGHT2 -> 2;
      case LEFT1, RIGHT1 -> 3;
    };
  }

  /** The words by which a line is sorted; empty ones where the paragraph ends before. */
  List<String> key(TextAround around, Mark place, StoredArticle article) {
    if (!isOne()) {
      return orders.stream().map(order -> value(order, around, place, article)).toList();
    }
    if (first() == LineOrder.MATCH) {
      return List.of(match(around, place));
    }
    List<String> beside = new ArrayList<>();
    for (int at = LineOrder.WORDS - words(); at < LineOrder.WORDS; at++) {
      beside.add(word(beside(first(), around, place), at));
    }
    return beside;
  }

  private static String value(
      LineOrder order, TextAround around, Mark place, StoredArticle article) {
    return switch (order) {
      case ARTICLE -> article.id();
      case SOURCE -> article.text(QueryField.SOURCE);
      case OLDEST -> date(article);
      case NEWEST -> reversed(date(article));
      case MATCH -> match(around, place);
      case LEFT1, RIGHT1 -> word(beside(order, around, place), 0);
      case LEFT2, RIGHT2 -> word(beside(order, around, place), 1);
      case LEFT3, RIGHT3 -> word(beside(order, around, place), 2);
    };
  }

  private static String date(StoredArticle article) {
    String iso = article.publishedAt().iso();
    return iso.isEmpty() ? UNDATED : iso;
  }

  /** Digits counted from the other end; undated articles stay behind. */
  private static String reversed(String date) {
    StringBuilder reversed = new StringBuilder();
    for (int i = 0; i < date.length(); i++) {
      char c = date.charAt(i);
      reversed.append(c >= '0' && c <= '9' ? (char) ('0' + '9' - c) : c);
    }
    return reversed.toString();
  }

  private static List<TextAround.Word> beside(LineOrder order, TextAround around, Mark place) {
    return order.compareTo(LineOrder.RIGHT1) < 0
        ? around.left(place, LineOrder.WORDS)
        : around.right(place, LineOrder.WORDS);
  }

  private static String word(List<TextAround.Word> words, int at) {
    return at < words.size() ? words.get(at).folded() : "";
  }

  private static String match(TextAround around, Mark place) {
    return around.words().subList(around.before(place) + 1, around.behind(place)).stream()
        .map(TextAround.Word::folded)
        .collect(Collectors.joining(" "));
  }
}
