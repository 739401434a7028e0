package broadsheet.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A kind of known-item query: the text of a known article that is typed to find it again. Words are
 * separated by blanks.
 */
public enum KnownItemKind {
  /** The headline. */
  HEADLINE("headline", KnownItem::headline),
  /** Every other word of a headline of at least four words. */
  HALF_HEADLINE("half-headline", KnownItemKind::halfHeadline),
  /** The first eight words of the first paragraph, if it has as many. */
  LEAD("lead", KnownItemKind::lead),
  /** Two words that few articles have. */
  RARE_WORDS("rare-words", KnownItemKind::rareWords),
  /** The middle paragraph of at least three. */
  PARAGRAPH("paragraph", KnownItemKind::middleParagraph);

  private static final int LEAST_HEADLINE_WORDS = 4;
  private static final int LEAD_WORDS = 8;
  private static final int RARE_WORD_COUNT = 2;
  private static final int LEAST_PARAGRAPHS = 3;

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
  private final Function<KnownItem, String> text;

  /**
   * @param text returns the text to type; blank if the article has none of this kind
   */
  KnownItemKind(String label, Function<KnownItem, String> text) {
    this.label = label;
    this.text = text;
  }

  /**
   * Makes topics of this kind, one for each article that has text for it.
   *
   * @param archive the name of the archive, which begins the name of the topics
   */
  public JudgedTopics topics(String archive, List<KnownItem> items) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    Map<Qrels.Pair, Judgement> judgements = new LinkedHashMap<>();
    for (KnownItem item : items) {
      String query = String.join(" ", words(text.apply(item)));
      if (!query.isEmpty()) {
        String number = label + "-" + item.id();
        topics.put(number, new Topic(number, query));
        for (String id : item.family()) {
          judgements.put(new Qrels.Pair(number, id), new Judgement(number, id, 1));
        }
      }
    }
    return new JudgedTopics(archive + " " + label, topics, new Qrels(judgements));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String halfHeadline(KnownItem item) {
    List<String> words = words(item.headline());
    return words.size() < LEAST_HEADLINE_WORDS
        ? ""
        : IntStream.range(0, words.size())
            .filter(place -> place % 2 == 0)
            .mapToObj(words::get)
            .collect(Collectors.joining(" "));
  }

  private static String lead(KnownItem item) {
    List<String> words = item.paragraphs().isEmpty() ? List.of() : words(item.paragraphs().get(0));
    return words.size() < LEAD_WORDS ? "" : String.join(" ", words.subList(0, LEAD_WORDS));
  }

  private static String rareWords(KnownItem item) {
    return item.rareWords().size() < RARE_WORD_COUNT ? "" : String.join(" ", item.rareWords());
  }

  private static String middleParagraph(KnownItem item) {
    List<String> paragraphs = item.paragraphs();
    return paragraphs.size() < LEAST_PARAGRAPHS ? "" : paragraphs.get(paragraphs.size() / 2);
  }
}
