package broadsheet.corpus.print;

import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateInPlace;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.NewspaperFolder;
import broadsheet.corpus.record.Records;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds date and newspaper of an issue in the file, or otherwise in its path. */
record IssueFacts(Records records, DateReader dates) {
  private static final Pattern DATE_IN_TEXT =
      Pattern.compile("(?<!\\d)(?:\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2})(?!\\d)");

  private static final Pattern AROUND_PATH = Pattern.compile("^[A-Za-z]+://[^/]*/|[?#].*$");

  /**
   * The first date that can be read.
   *
   * @param stated in the order of trust; texts that are no dates are passed over
   */
  PublicationDate date(List<String> stated) {
    for (String text : stated) {
      Matcher inText = DATE_IN_TEXT.matcher(text);
      PublicationDate date = dates.read(inText.find() ? inText.group() : text).date();
      if (date.isKnown()) {
        return date;
      }
    }
    return new DateInPlace(dates).ofPath(place());
  }

  /** The path of the file; of one that was fetched, that of its address. */
  String place() {
    String url = records.file().url();
    return url.isEmpty() ? records.file().location() : AROUND_PATH.matcher(url).replaceAll("");
  }

  /** The stated name of the newspaper, otherwise the nearest folder that can be one. */
  String newspaper(String stated) {
    return stated.isEmpty() ? NewspaperFolder.of(place()) : stated;
  }
}
