package broadsheet.names.quote;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import broadsheet.names.Quote;
import broadsheet.names.Quote.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Attributes the words of a transcript or a debate, whose paragraphs begin with the speaker's name
 * where another one begins: {@code Ada Rivers (Harbour Party): I beg to move.} For one article.
 */
final class SpeakingTurns {
  /** A shorter paragraph that ends no sentence is a heading, and so ends a turn. */
  private static final int LONGEST_HEADING = 120;

  private static final Pattern SENTENCE_END = Pattern.compile("[\\p{Po}\\p{Pf}\\p{Pe}\"']$");

  private final Pattern label;
  private final Map<Integer, Integer> mentions = new HashMap<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private OptionalInt speaker = OptionalInt.empty();

  private SpeakingTurns(Article article, Candidates candidates) {
    String names = article.speakers().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    label = Pattern.compile("(?:[>–-]+ *)?(?<name>" + names + ")(?: \\([^()]*\\))?: ?");
    for (int i = 0; i < candidates.mentions().size(); i++) {
      Mention mention = candidates.mentions().get(i);
      if (mention.part() == NamedPart.BODY) {
        for (int at = mention.start(); at < mention.end(); at++) {
          mentions.put(at, i);
        }
      }
    }
  }

  /** The turns of an article, in its order; those of speakers without a mention are left out. */
  static List<Quote> of(Article article, Candidates candidates) {
    SpeakingTurns turns = new SpeakingTurns(article, candidates);
    int start = 0;
    for (String paragraph : article.paragraphs()) {
      turns.add(paragraph, start);
      start += paragraph.length() + 1;
    }
    turns.end();
    return turns.quotes;
  }

  private void add(String paragraph, int start) {
    Matcher begun = label.matcher(paragraph);
    boolean isBegun = begun.lookingAt();
    boolean isHeading =
        paragraph.length() <= LONGEST_HEADING && !SENTENCE_END.matcher(paragraph).find();
    if (isBegun || isHeading) {
      end();
    }
    if (isBegun) {
      speaker = mention(start + begun.start("name"), start + begun.end("name"));
    }
    int from = start + (isBegun ? begun.end() : 0);
    int end = start + paragraph.length();
    if (speaker.isPresent() && from < end) {
      pieces.add(new Piece(from, end));
    }
  }

  /** The mention of a name, which may be behind a title: {@code Deputy Ada Rivers}. */
  private OptionalInt mention(int start, int end) {
    for (int at = end - 1; at >= start; at--) {
      Integer mention = mentions.get(at);
      if (mention != null) {
        return OptionalInt.of(mention);
      }
    }
    return OptionalInt.empty();
  }

  private void end() {
    if (speaker.isPresent() && !pieces.isEmpty()) {
      quotes.add(new Quote(speaker.getAsInt(), pieces));
    }
    pieces.clear();
    speaker = OptionalInt.empty();
  }
}
