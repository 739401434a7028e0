package broadsheet.engine.result;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Tells the reader what an engine did on its own, or could not do. All engines use the same notes,
 * which are worded only in this package. Immutable.
 */
public sealed interface Note
    permits PartialMatchesNote,
        TimeUpNote,
        Note.StopWords,
        Note.AllWords,
        Note.PartUnreachable,
        Note.Part,
        Note.Compounds,
        Note.Variants,
        Note.AndMore,
        Note.WithoutFilters,
        Note.OnlyRepeated,
        Note.ByMeaning,
        Note.NotByMeaning,
        Note.Plain {

  /** The note as a sentence for the reader. */
  String text();

  /** A number as a newspaper prints it: {@code 1,645}. */
  static String printed(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** The number of articles that have what is named next: {@code 1 article has}. */
  static String having(long articles) {
    return switch ((int) Math.min(articles, 2)) {
      case 0 -> "No article has";
      case 1 -> "1 article has";
      default -> printed(articles) + " articles have";
    };
  }

  /** The notes as sentences, in their order. */
  static List<String> texts(List<Note> notes) {
    return notes.stream().map(Note::text).toList();
  }

  /**
   * Optional words of a query: stop words, question words and titles of address.
   *
   * @param words the words as typed, at least one
   */
  record StopWords(List<String> words) implements Note {
    public StopWords {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return "Optional words: " + String.join(", ", words);
    }
  }

  /**
   * Some hits of a list have all words of the query.
   *
   * @param articles the number of these hits, at least 1
   * @param words the number of words, without stop words
   */
  record AllWords(long articles, int words) implements Note {
    @Override
    public String text() {
      return "%s all %s words.".formatted(having(articles), words);
    }
  }

  /**
   * A part of the archive could not be reached.
   *
   * @param answered the number of parts that answered
   * @param parts the number of all parts
   */
  record PartUnreachable(int answered, int parts) implements Note {
    @Override
    public String text() {
      return "%s of %s parts of the archive answered: at least this many articles match."
          .formatted(answered, parts);
    }
  }

  /**
   * A part of the query was not searched as typed.
   *
   * @param unit the part as typed; a long one is cut
   * @param treatment the way it was searched
   */
  record Part(String unit, Treatment treatment) implements Note {

    private static final int QUOTED_LENGTH = 40;

    public Part {
      if (unit.length() > QUOTED_LENGTH) {
        unit = unit.substring(0, QUOTED_LENGTH - 1) + "…";
      }
    }

    /** The way a part was searched. */
    public enum Treatment {
      MOST_FREQUENT_WORDS("matches too many words; only the most frequent were searched."),
      LEFT_OUT("holds nothing that can be searched, or too much, and was left out."),
      NOT_SEARCHED("was left out."),
      NOT_EXCLUDED("matches too many words to exclude them all, so no article is sure to match."),
      WITHOUT_PLACE(
          "has no place in the text: w/n is read as AND, NOT w/n as AND NOT, and ATLEAST as once."),
      WITHOUT_OUTER_ASTERISK("begins or ends with an asterisk, which was ignored.");

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
   * Words were also searched at the beginning of longer ones, such as German compounds.
   *
   * @param words the words as typed, at least one
   * @param longer the number of longer words, at least 1
   */
  record Compounds(List<String> words, int longer) implements Note {
    public Compounds {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      String longerWords = longer == 1 ? "1 longer word" : longer + " longer words";
      return words.size() == 1
          ? "“%1$s” also matches the start of %2$s; =%1$s matches it alone."
              .formatted(words.getFirst(), longerWords)
          : "“%s” also match the start of %s; an = before a word matches it alone."
              .formatted(String.join("”, “", words), longerWords);
    }
  }

  /**
   * A word was also searched as it is written elsewhere: joined or split, or in another spelling.
   *
   * @param typed the word, or the words side by side, as typed
   * @param others the other ways to write it, at least one
   */
  record Variants(String typed, List<String> others) implements Note {
    public Variants {
      others = List.copyOf(others);
    }

    @Override
    public String text() {
      String alone = typed.indexOf(' ') < 0 ? "=" + typed : "“" + typed + "” in quotes";
      return "“%s” also matches %s; %s matches it alone."
          .formatted(typed, String.join(", ", others), alone);
    }
  }

  /**
   * More parts of the query were treated in the ways just noted.
   *
   * @param parts the number of further parts, at least 1
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
   * Without the filters, or some of them, there would be hits.
   *
   * @param parts the names of the filters; empty for all, which stand beside the query
   * @param articles the number of articles, at least 1
   * @param isExact whether the number is exact rather than a lower bound
   */
  record WithoutFilters(List<String> parts, long articles, boolean isExact) implements Note {

    public WithoutFilters {
      parts = List.copyOf(parts);
    }

    /** Without all filters beside the query. */
    public WithoutFilters(long articles, boolean isExact) {
      this(List.of(), articles, isExact);
    }

    @Override
    public String text() {
      return "Without %s, %s %s."
          .formatted(
              parts.isEmpty() ? "the filters" : String.join(" and ", parts),
              FoundCount.articles(articles, isExact),
              articles == 1 ? "matches" : "match");
    }
  }

  /**
   * Articles match only where what their source repeats is searched as well.
   *
   * @param articles the number of articles, at least 1
   * @param isExact whether the number is exact rather than a lower bound
   */
  record OnlyRepeated(long articles, boolean isExact) implements Note {
    @Override
    public String text() {
      return "%s%s only with text that %s source repeats; add furniture:show to search it."
          .formatted(
              isExact ? "" : "At least ",
              articles == 1 ? "1 article matches" : printed(articles) + " articles match",
              articles == 1 ? "its" : "their");
    }
  }

  /**
   * Articles were also found by meaning.
   *
   * @param alone the number of articles that were not found by words
   * @param wholes the number of articles that have all the words; empty if they are enough
   */
  record ByMeaning(int alone, OptionalInt wholes) implements Note {
    @Override
    public String text() {
      return wholes.stream().mapToObj(ByMeaning::few).findFirst().orElse("")
          + "%s %s found by meaning alone."
              .formatted(printed(alone), alone == 1 ? "article is" : "articles are");
    }

    private static String few(int wholes) {
      return "%s all of these words; %s have some of them, or are near them in meaning. "
          .formatted(having(wholes), wholes == 0 ? "these" : "the others");
    }
  }

  /**
   * This index cannot be searched by meaning.
   *
   * @param reason a sentence that says why and what to do
   */
  record NotByMeaning(String reason) implements Note {
    @Override
    public String text() {
      return reason;
    }
  }

  /** Notes without details. */
  enum Plain implements Note {
    PATTERNS_TOO_MANY(
        "The wildcards and fuzzy words of this query match too many words in total; some"
            + " were not searched."),
    PATTERNS_TOO_SLOW(
        "Expanding the wildcards and fuzzy words of this query took too long; some"
            + " were not searched."),
    GROUPS_TOO_LARGE("Groups near each other have too many members; some pairs were not searched."),
    COUNTED_ONCE("A part without a place in the text cannot be counted; one match was enough."),
    PARTS_NOT_COUNTED("There was no time to count what each part of the query finds alone."),
    SIMILAR_CUT("The search for similar articles ran out of time, so some may be missing."),
    SIMILAR_PARTLY("A part of the archive did not answer, so similar articles may be missing."),
    BY_DATE_BY_WORDS("With hits sorted by date, only words were searched, not their meaning."),
    NO_PLAIN_WORDS("The query has no plain words to search by meaning."),
    NOTHING_NEAR("Nothing is near these words in meaning."),
    UNCONFIRMED(
        "These results may be out of date: the cluster does not confirm the state of the archive."),
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
