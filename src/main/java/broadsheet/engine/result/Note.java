package broadsheet.engine.result;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What an engine did on the reader's behalf, or could not do. Every engine gives the same notes,
 * and they are worded here alone. Immutable.
 */
public sealed interface Note {

  /** The note as a sentence for the reader. */
  String text();

  /** The notes as sentences, in their order. */
  static List<String> texts(List<Note> notes) {
    return notes.stream().map(Note::text).toList();
  }

  /**
   * Stop words that articles need not have.
   *
   * @param words as typed, at least one
   */
  record StopWords(List<String> words) implements Note {
    public StopWords {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return "Stop words, which articles need not have: " + String.join(", ", words);
    }
  }

  /**
   * Few articles have all that was asked for, and others follow that have some of it.
   *
   * @param articles how many have all
   * @param units how many words or parts were asked for, stop words left out
   * @param areWords whether all of them are plain words
   * @param isInseparable whether they were asked for as one whole
   */
  record SomeOfIt(long articles, int units, boolean areWords, boolean isInseparable)
      implements Note {
    @Override
    public String text() {
      String who =
          switch ((int) Math.min(articles, 2)) {
            case 0 -> "No article has";
            case 1 -> "1 article has";
            default -> articles + " articles have";
          };
      String noun = areWords ? "words" : "parts";
      if (isInseparable) {
        return who + " the whole of it; these have parts of it.";
      }
      return units == 2
          ? "%s both %s; these have one.".formatted(who, noun)
          : "%s all %s%s; these have some of them."
              .formatted(who, units < 2 ? "" : units + " ", noun);
    }
  }

  /**
   * The time limit ended the search early.
   *
   * @param limit the time that it had
   * @param state what there is nevertheless
   */
  record TimeUp(Duration limit, State state) implements Note {

    /** What there was when the time was up. */
    public enum State {
      NOTHING("Stopped after %s s, before anything was found."),
      BEST_SO_FAR("Stopped after %s s: these are the best of what was found by then."),
      COUNT_SO_FAR("Stopped after %s s: at least so many articles match."),
      UNMARKED("Stopped after %s s, before its matches were marked.");

      private final String sentence;

      State(String sentence) {
        this.sentence = sentence;
      }
    }

    @Override
    public String text() {
      return state.sentence.formatted(
          BigDecimal.valueOf(limit.toNanos(), 9).stripTrailingZeros().toPlainString());
    }
  }

  /**
   * A part of the archive could not be reached.
   *
   * @param answered how many parts answered
   * @param parts how many there are
   */
  record PartUnreachable(int answered, int parts) implements Note {
    @Override
    public String text() {
      return "%s of %s parts of the archive answered: at least so many articles match."
          .formatted(answered, parts);
    }
  }

  /**
   * A part of the query was searched otherwise than typed.
   *
   * @param unit the part as typed; a long one is cut
   * @param treatment how it was searched
   */
  record Part(String unit, Treatment treatment) implements Note {

    private static final int QUOTED_LENGTH = 40;

    public Part {
      if (unit.length() > QUOTED_LENGTH) {
        unit = unit.substring(0, QUOTED_LENGTH - 1) + "…";
      }
    }

    /** How a part was searched. */
    public enum Treatment {
      MOST_FREQUENT_WORDS("stands for too many words; only the most frequent were searched."),
      LEFT_OUT("holds nothing that can be searched, or too much, and was left out."),
      WITHOUT_OUTER_ASTERISK("begins or ends with an asterisk, which was not looked for.");

      private final String what;

      Treatment(String what) {
        this.what = what;
      }
    }

    @Override
    public String text() {
      return "“" + unit + "” " + treatment.what;
    }
  }

  /**
   * A word was also looked for at the beginning of longer ones: German compounds, say.
   *
   * @param word as typed
   * @param longer how many longer words there are, at least 1
   */
  record Compounds(String word, int longer) implements Note {
    @Override
    public String text() {
      return "“%s” was also looked for at the start of %s; =%s finds it alone."
          .formatted(word, longer == 1 ? "1 longer word" : longer + " longer words", word);
    }
  }

  /**
   * More parts of the query were treated as the notes before say.
   *
   * @param parts how many more, at least 1
   */
  record AndMore(int parts) implements Note {
    @Override
    public String text() {
      return parts == 1
          ? "The same goes for 1 more part of the query."
          : "The same goes for %s more parts of the query.".formatted(parts);
    }
  }

  /**
   * Without the filters there would be hits.
   *
   * @param articles how many, at least 1
   * @param isExact whether so many exactly, or at least so many
   */
  record WithoutFilters(long articles, boolean isExact) implements Note {
    @Override
    public String text() {
      return "Without the filters %s%s %s."
          .formatted(
              isExact ? "" : "at least ",
              articles,
              articles == 1 ? "article matches" : "articles match");
    }
  }

  /**
   * Articles were found by meaning as well.
   *
   * @param alone how many of them not by words
   * @param wholes how many articles have all the words; empty where they are enough
   */
  record ByMeaning(int alone, OptionalInt wholes) implements Note {
    @Override
    public String text() {
      return (wholes.isPresent() ? few(wholes.getAsInt()) : "")
          + String.format(
              Locale.ROOT,
              "%d %s found by meaning alone.",
              alone,
              alone == 1 ? "article is" : "articles are");
    }

    private static String few(int wholes) {
      String others = "some of them, or are near them in meaning. ";
      return switch (wholes) {
        case 0 -> "No article has all of these words: these have " + others;
        case 1 -> "1 article has all of these words; the others have " + others;
        default -> wholes + " articles have all of these words; the others have " + others;
      };
    }
  }

  /**
   * Nothing can be found by meaning in this index.
   *
   * @param reason a sentence that says why and what to do
   */
  record NotByMeaning(String reason) implements Note {
    @Override
    public String text() {
      return reason;
    }
  }

  /** What an engine says without further detail. */
  enum Plain implements Note {
    PATTERNS_TOO_MANY(
        "The wildcards and fuzzy words of this query stand for too many words altogether; some"
            + " were not searched."),
    PATTERNS_TOO_SLOW(
        "Finding what the wildcards and fuzzy words of this query stand for took too long; some"
            + " were not searched."),
    GROUPS_TOO_LARGE("Groups near each other have too many members; not all were looked for."),
    COUNTED_ONCE("What has no place in the text cannot be counted; once was enough."),
    PARTS_NOT_COUNTED("There was no time to count what each part of the query finds alone."),
    BY_DATE_BY_WORDS("Sorted by date, articles are found by their words alone."),
    NO_PLAIN_WORDS("No plain words here to find articles by their meaning."),
    NOTHING_NEAR("Nothing is near these words in meaning."),
    VECTORS_UNREADABLE(
        "Not searched by meaning: the vectors or their model cannot be read; the log says why.");

    private final String sentence;

    Plain(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String text() {
      return sentence;
    }
  }
}
