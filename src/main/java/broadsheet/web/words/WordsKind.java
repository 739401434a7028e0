package broadsheet.web.words;

import broadsheet.operation.ArchiveOperation;
import java.util.Locale;

/** The tables of the words workbench. */
public enum WordsKind {
  WORDS("Lines", "Each match and the words around", ArchiveOperation.WORDS_IN_CONTEXT),
  COLLOCATES("Collocates", "The words most often near it", ArchiveOperation.COLLOCATES),
  FREQUENCIES("Frequencies", "Matches per million words, by group", ArchiveOperation.FREQUENCIES),
  KEYWORDS("Keywords", "Words that set these articles apart", ArchiveOperation.KEYWORDS),
  NGRAMS("N-grams", "The most frequent runs of words", ArchiveOperation.NGRAMS);

  private final String title;
  private final String help;
  private final ArchiveOperation operation;

  WordsKind(String title, String help, ArchiveOperation operation) {
    this.title = title;
    this.help = help;
    this.operation = operation;
  }

  /** The name in links and headings. */
  public String title() {
    return title;
  }

  /** Six words at most on what it shows. */
  public String help() {
    return help;
  }

  /** The operation that makes it. */
  public ArchiveOperation operation() {
    return operation;
  }

  /** The name on the command line: {@code collocates}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of its page; with {@code .json} or {@code .csv} of its data. */
  public String path() {
    return "/" + label();
  }
}
