package broadsheet.names.quote;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import broadsheet.names.Quote;
import broadsheet.names.Quote.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Extracts the quotations of an article and attributes them to speakers, by the quotation marks and
 * the verb of saying beside them; in a transcript, the speakers' turns. Leaves out quotations of
 * pronouns, and all in doubt. For one article.
 */
public final class SpokenQuotes {

  /** A shorter quotation that is no sentence quotes a word, not a speech. */
  private static final int FEWEST_WORDS = 4;

  /** The same for one that does not begin with a capital. */
  private static final int FEWEST_OF_PART = 6;

  /** Smallest ratio of mentions at which a surname means the most named of those who share it. */
  private static final int FEWEST_TIMES = 2;

  private static final int MOST_WORDS = 600;

  private final Candidates candidates;
  private final MentionedWords words;
  private final PrecedingAttributions preceding;
  private final FollowingAttributions following;
  private final List<Quotation> quotations;
  private final List<Quote> quotes = new ArrayList<>();

  private SpokenQuotes(String body, Candidates candidates) {
    this.candidates = candidates;
    words = new MentionedWords(body, candidates.mentions());
    NounPhrases phrases = new NounPhrases(words);
    preceding = new PrecedingAttributions(words, phrases);
    following = new FollowingAttributions(words, phrases);
    quotations = new QuotationMarks(words).quotations();
  }

  /** The quotes of an article, in its order. */
  public static List<Quote> of(Article article, Candidates candidates) {
    String body = NamedPart.BODY.of(article);
    if (candidates.mentions().isEmpty()) {
      return List.of();
    }
    List<Quote> turns =
        article.speakers().isEmpty() ? List.of() : SpeakingTurns.of(article, candidates);
    if (!turns.isEmpty()) {
      return turns;
    }
    return QuotationMarks.areIn(body) ? new SpokenQuotes(body, candidates).quotes() : List.of();
  }

  private List<Quote> quotes() {
    int at = 0;
    while (at < quotations.size()) {
      at = add(at);
    }
    return quotes;
  }

  /** Adds the quote of a quotation, and returns the number of the next. */
  private int add(int number) {
    Quotation quotation = quotations.get(number);
    if (!isSpeech(quotation)) {
      return number + 1;
    }
    Optional<Attribution> before = preceding.of(quotation);
    if (before.isPresent()) {
      if (!following.isBehind(quotation)) {
        add(before.get(), quotation.pieces());
      }
      return number + 1;
    }
    Optional<Attribution> after =
        preceding.mayPrecede(quotation) ? Optional.empty() : following.of(quotation);
    List<Piece> pieces = new ArrayList<>(quotation.pieces());
    int next = number + 1;
    if (after.isPresent()) {
      if (next < quotations.size() && following.goesOn(after.get(), quotations.get(next))) {
        pieces.addAll(quotations.get(next++).pieces());
      }
      add(after.get(), pieces);
    }
    return next;
  }

  private void add(Attribution attribution, List<Piece> pieces) {
    if (!isOfSeveral(candidates.mentions().get(attribution.mention()).form())) {
      quotes.add(new Quote(attribution.mention(), pieces));
    }
  }

  /** Whether a form is the surname of several whom the article names about equally often. */
  private boolean isOfSeveral(int form) {
    String surname = " " + candidates.forms().get(form);
    List<Long> counts =
        candidates.mentions().stream()
            .filter(each -> candidates.forms().get(each.form()).endsWith(surname))
            .collect(Collectors.groupingBy(Mention::form, Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    return counts.size() > 1 && counts.get(0) < FEWEST_TIMES * counts.get(1);
  }

  private boolean isSmallInTitles(int word) {
    return words.isShort(word) || SpeechWords.isPreposition(words.lower(word));
  }

  /** Whether somebody said this: whole sentences or several words, and no title of a work. */
  private boolean isSpeech(Quotation quotation) {
    int count = 0;
    int small = 0;
    for (int at = quotation.open() + 1; at < quotation.close(); at++) {
      if (words.isWord(at)) {
        count++;
        small += words.isCapital(at) || isSmallInTitles(at) ? 0 : 1;
      }
    }
    boolean isCapital = words.isCapital(quotation.open() + 1);
    boolean isSentence = isCapital && count > 0 && !words.isWord(quotation.close() - 1);
    boolean isLong = count >= (isCapital ? FEWEST_WORDS : FEWEST_OF_PART);
    return count <= MOST_WORDS && (isLong ? small > 0 : isSentence);
  }

  /**
   * Words beside a quotation that name its speaker.
   *
   * @param mention the number of the mention that names the speaker
   * @param last the last word of what says so: the verb, the name, or the word before the quotation
   */
  record Attribution(int mention, int last) {}

  /**
   * A text between quotation marks.
   *
   * @param open the word that is the opening mark
   * @param close the word that is the closing mark
   * @param pieces the text without marks: several if it goes on after a paragraph, or if an opening
   *     mark is repeated within it
   */
  record Quotation(int open, int close, List<Piece> pieces) {}
}
