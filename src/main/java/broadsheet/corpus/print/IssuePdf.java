package broadsheet.corpus.print;

import broadsheet.article.PageImage;
import broadsheet.corpus.record.Records;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The PDF of an issue beside the file that describes it, {@code 1904.pdf} beside {@code
 * 1904-METS.xml}. Its pages stand in for scans that are not there or that browsers cannot show.
 */
final class IssuePdf {
  private static final Pattern ENDING = Pattern.compile("(?i)(?:[-_.]mets)?\\.xml$");
  private static final String HIDDEN = ".jp2";

  private final Records records;
  private final PageCounter counter;
  private Optional<Optional<Path>> known = Optional.empty();

  IssuePdf(Records records, PageCounter counter) {
    this.records = records;
    this.counter = counter;
  }

  /** Whether a scan is missing or cannot be shown. */
  static boolean isNeeded(String scan) {
    return scan.isEmpty() || scan.toLowerCase(Locale.ROOT).endsWith(HIDDEN);
  }

  /**
   * A page of the PDF; empty if there is none of as many pages as the issue.
   *
   * @param number the number of the page, from 1
   * @param of the number of pages of the issue
   */
  Optional<String> page(int number, int of) {
    if (known.isEmpty()) {
      known = Optional.of(pdf(of));
    }
    return known.get().map(path -> new PageImage(PathName.of(path), number).toString());
  }

  private Optional<Path> pdf(int pages) {
    String stem = ENDING.matcher(records.file().name()).replaceFirst("");
    return records.siblings().onDisk(stem + ".pdf").filter(_ -> hasPages(stem + ".pdf", pages));
  }

  private boolean hasPages(String name, int pages) {
    try (InputStream pdf = records.siblings().open(name).orElseGet(InputStream::nullInputStream)) {
      return counter.pages(pdf) == pages;
    } catch (IOException e) {
      return false;
    }
  }
}
