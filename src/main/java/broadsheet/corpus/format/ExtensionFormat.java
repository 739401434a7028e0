package broadsheet.corpus.format;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.extension.ArticleSink;
import broadsheet.extension.ExtensionArticle;
import broadsheet.extension.host.ExtensionJar;
import broadsheet.extension.host.InstalledFormat;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerPool;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A format that an extension reads in a worker. What comes from there is cleaned here. */
final class ExtensionFormat extends Format {
  private final InstalledFormat format;
  private final WorkerPool workers;

  /**
   * @param workers those of the format's jar
   */
  ExtensionFormat(InstalledFormat format, WorkerPool workers, DateReader dates) {
    super(format.name(), dates);
    this.format = format;
    this.workers = workers;
  }

  /**
   * These formats, with a pool of workers for each jar.
   *
   * @param pools receives the pools
   */
  static List<Format> all(
      List<InstalledFormat> installed, DateReader dates, List<WorkerPool> pools) {
    Map<ExtensionJar, WorkerPool> ofJars = new HashMap<>();
    List<Format> formats = new ArrayList<>();
    for (InstalledFormat format : installed) {
      WorkerPool workers = ofJars.computeIfAbsent(format.jar(), ExtensionJar::workers);
      formats.add(new ExtensionFormat(format, workers, dates));
    }
    pools.addAll(ofJars.values());
    return formats;
  }

  /** The checksum of the jar, whose version nobody is made to state. */
  @Override
  public String revision() {
    return format.jar().checksum();
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(format.signature().matches(peek.file().name(), peek.head()));
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    Answer answer = format.read(workers, records.file().name(), in, new Receiver(records));
    if (answer instanceof Answer.Failure failure) {
      String detail = failure.detail().isEmpty() ? "" : ": " + failure.detail();
      records.fail(0, failure.reason(), by() + detail);
    }
  }

  private String by() {
    return "extension " + format.jar().name();
  }

  private static List<String> lines(List<String> raw) {
    return CleanText.lines(raw).stream().distinct().toList();
  }

  /** Makes articles of what the extension hands over. */
  private final class Receiver implements ArticleSink {
    private final Records records;

    Receiver(Records records) {
      this.records = records;
    }

    @Override
    public void article(long number, ExtensionArticle read) {
      records.take(number, () -> made(number, read));
    }

    private Article made(long number, ExtensionArticle read) throws NotAnArticle {
      String title = CleanText.line(read.title());
      List<String> paragraphs = CleanText.lines(read.paragraphs());
      NotAnArticle.requireText(title, paragraphs);
      return records
          .article(number, CleanText.line(read.id()), CleanText.line(read.url()))
          .title(title)
          .standfirst(CleanText.line(read.standfirst()))
          .dateline(CleanText.line(read.dateline()))
          .paragraphs(paragraphs)
          .captions(CleanText.lines(read.captions()))
          .authors(lines(read.authors()))
          .source(CleanText.line(read.source()))
          .section(CleanText.line(read.section()))
          .edition(CleanText.line(read.edition()))
          .topics(lines(read.topics()))
          .places(lines(read.places()))
          .people(lines(read.people()))
          .organisations(lines(read.organisations()))
          .language(LanguageTag.of(read.language()))
          .publishedAt(records.remarked(number, dates.read(read.publishedAt())))
          .build();
    }

    @Override
    public void skip(long number, String reason) {
      records.skip(number, CleanText.line(reason), by());
    }

    @Override
    public void fail(long number, String reason) {
      records.fail(number, CleanText.line(reason), by());
    }
  }
}
