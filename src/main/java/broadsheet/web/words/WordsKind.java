package broadsheet.web.words;

import broadsheet.operation.ArchiveOperation;
import java.util.Locale;

/** The tables of the words workbench. */
public enum WordsKind {
  WORDS("Lines", ArchiveOperation.WORDS_IN_CONTEXT),
  COLLOCATES("Collocates", ArchiveOperation.COLLOCATES),
  FREQUENCIES("Frequencies", ArchiveOperation.FREQUENCIES),
  KEYWORDS("Keywords", ArchiveOperation.KEYWORDS),
  NGRAMS("N-grams", ArchiveOperation.NGRAMS);

  private final String title;
  private final ArchiveOperation operation;

  WordsKind(String title, ArchiveOperation operation) {
    this.title = title;
    this.operation = operation;
  }

  /** The name in links and headings. */
  public String title() {
    return title;
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
