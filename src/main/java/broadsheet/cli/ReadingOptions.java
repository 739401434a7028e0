package broadsheet.cli;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.Exclusions;
import broadsheet.indexing.IndexingScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code index} options that say how files are read. */
final class ReadingOptions {

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Reads every file as this format instead of detecting it.")
  private @Nullable String format;

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description =
          "Leaves out files and folders with this name ('*.xml') or, with a slash, this path below"
              + " PATH ('drafts/**'); may be repeated. Updates remember it.")
  private List<String> excluded = List.of();

  @Option(
      names = "--follow-links",
      description =
          "Follows links that lead out of the files and folders the index is built from. Updates"
              + " remember it. Links within them are always followed.")
  private boolean isFollowing;

  @Option(
      names = "--ocr",
      paramLabel = "LANGUAGES|off",
      arity = "0..1",
      fallbackValue = "eng",
      preprocessor = EqualsSignValue.class,
      description =
          "Also recognizes the text of scans: images, and pages of PDFs without text. Needs"
              + " Tesseract. Its LANGUAGES are codes such as deu or eng+fra. Default: eng. Updates"
              + " remember it; --ocr=off ends it.")
  private String languages = "";

  /** Whether the command has any of them. */
  boolean isGiven() {
    return !excluded.isEmpty() || format != null || isFollowing || !languages.isEmpty();
  }

  /**
   * The way to read files.
   *
   * @throws broadsheet.corpus.record.CorpusException when this program cannot read them so
   */
  IndexingScope.Manner manner() {
    String readAs = format == null ? "" : Corpus.requireFormat(format);
    List<String> globs = Exclusions.requireGlobs(excluded);
    return new IndexingScope.Manner(readAs, globs, isFollowing, languages).requireOcr();
  }
}
