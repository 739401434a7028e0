package broadsheet.corpus.format;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.pdf.PdfWorker;
import broadsheet.corpus.record.ArticleCompletion;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.extension.host.Extensions;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats, in the order in which they are tried. Immutable. */
public final class Formats implements AutoCloseable {

  /** The format of a file, or the reason why it has none. */
  public record Choice(Optional<Format> format, String reason) {}

  /** A worker without the second compiler is the cheaper one for up to about 170 PDFs. */
  private static final int QUICK_PDFS = 100;

  private final List<WorkerPool> workers;
  private final FormatKinds kinds;
  private final Readers readers;
  private final boolean isForced;
  private final ArticleCompletion completion;

  private Formats(
      List<WorkerPool> workers,
      FormatKinds kinds,
      Readers readers,
      boolean isForced,
      ArticleCompletion completion) {
    this.workers = workers;
    this.kinds = kinds;
    this.readers = readers;
    this.isForced = isForced;
    this.completion = completion;
  }

  /** All own formats; the one that accepts any prose comes last. Pictures are not recognized. */
  public static Formats all(DateReader dates) {
    return all(dates, Recognizer.OFF, Extensions.NONE);
  }

  /**
   * All formats; the one that accepts any prose comes last.
   *
   * @param recognizer recognizes pages that are only pictures
   * @param extensions have further formats
   */
  public static Formats all(DateReader dates, Recognizer recognizer, Extensions extensions) {
    WorkerPool workers = new WorkerPool(PdfWorker.class, recognizer.limits(), QUICK_PDFS);
    FormatKinds own = FormatKinds.own(dates, recognizer, workers);
    List<WorkerPool> all = new ArrayList<>(List.of(workers));
    List<String> taken = own.named().map(Format::name).toList();
    List<Format> added = ExtensionFormat.all(extensions.formatsBeside(taken), dates, all);
    FormatKinds kinds = own.with(added, own.texts());
    Readers readers = Readers.of(kinds.own(), added);
    return new Formats(all, kinds, readers, false, new ArticleCompletion(dates));
  }

  /** The completion applied to every article, whatever its format. */
  public ArticleCompletion completion() {
    return completion;
  }

  /** The formats of text, in the order in which they are tried. */
  public List<Format> all() {
    return kinds.texts();
  }

  /** The formats whose files may have parts. */
  public List<Format> withParts() {
    return kinds.texts().stream().filter(Format::mayHaveParts).toList();
  }

  /** The readers of all formats, also if one alone is used. */
  public Readers readers() {
    return readers;
  }

  /** The means by which pictures are recognized, in words; empty if they are not. */
  public String recognition() {
    return kinds.recognition();
  }

  public List<String> names() {
    return kinds.named().map(Format::name).toList();
  }

  /** See {@link Corpus#readAs}. */
  public Formats only(String name) {
    List<Format> named = kinds.named().filter(f -> f.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new CorpusException(
          "Unknown format '" + name + "': use one of " + String.join(", ", names()));
    }
    List<Format> added = kinds.added().stream().filter(named::contains).toList();
    return new Formats(workers, kinds.with(added, named), readers, true, completion);
  }

  /** Ends the workers, if any were started. Others are started when they are needed again. */
  @Override
  public void close() {
    workers.forEach(WorkerPool::close);
  }

  /** Whether an extension reads a file, which is then not unpacked as an archive. */
  public boolean isOfExtension(Peek peek) {
    return knowing(peek, kinds.added()).isPresent();
  }

  private static Optional<Format> knowing(Peek peek, List<Format> formats) {
    return formats.stream().filter(f -> f.recognise(peek) instanceof Recognition.Mine).findFirst();
  }

  /** Chooses by a file's beginning. A file of packed parts is never read as text. */
  public Choice choose(Peek peek) {
    Optional<Format> added = knowing(peek, kinds.added());
    if (added.isPresent()) {
      return new Choice(added, "");
    }
    Optional<Format> binary = knowing(peek, kinds.packed());
    if (isForced) {
      Format named = kinds.texts().getFirst();
      boolean isOther = binary.isPresent() && !binary.get().name().equals(named.name());
      return isOther ? none("not in this format: " + binary.get().name()) : chosen(named);
    }
    if (kinds.recordings().recognise(peek) instanceof Recognition.Mine && NotNews.isBinary(peek)) {
      return chosen(kinds.recordings());
    }
    Optional<String> reason = NotNews.reason(peek);
    if (reason.isPresent() || binary.isPresent()) {
      return reason.map(Formats::none).orElseGet(() -> new Choice(binary, ""));
    }
    if (kinds.pictures().recognise(peek) instanceof Recognition.Mine) {
      return chosen(kinds.pictures());
    }
    return NotNews.isBinary(peek) ? none("binary data") : firstThatKnows(peek);
  }

  private static Choice chosen(Format format) {
    return new Choice(Optional.of(format), "");
  }

  private Choice firstThatKnows(Peek peek) {
    for (Format format : kinds.texts()) {
      switch (format.recognise(peek)) {
        case Recognition.Mine m -> {
          return chosen(format);
        }
        case Recognition.NoArticle known -> {
          return none(known.reason());
        }
        case Recognition.NotMine n -> {}
      }
    }
    return none("unknown format");
  }

  private static Choice none(String reason) {
    return new Choice(Optional.empty(), reason);
  }
}
