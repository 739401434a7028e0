package broadsheet.web.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of the words workbench. */
public enum WordsKind {
  WORDS("Lines", "List the matches of a query in context"),
  COLLOCATES("Collocates", "Find the words near the matches of a query"),
  FREQUENCIES("Frequencies", "Count the matches of a query per million words"),
  KEYWORDS("Keywords", "Find the words that articles have more often than others"),
  NGRAMS("N-grams", "Count sequences of words in articles");

  private final String title;
  private final String summary;

  WordsKind(String title, String summary) {
    this.title = title;
    this.summary = summary;
  }

  /** The name in links and headings. */
  public String title() {
    return title;
  }

  /** Its effect, as an imperative. */
  public String summary() {
    return summary;
  }

  /** The name on the command line: {@code collocates}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of its page; with {@code .json} or {@code .csv} of its data. */
  public String path() {
    return "/" + label();
  }

  /** The names of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(WordsKind::label).toList();
  }

  /** The table of that name; empty when there is none. */
  public static Optional<WordsKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }
}
