package broadsheet.recognize;

import broadsheet.path.PathName;
import broadsheet.scan.draw.OpenJpeg;
import broadsheet.worker.WorkerLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The OCR setting: whether pages that are only pictures are recognized, and by which program.
 * Immutable.
 */
public final class Recognizer {
  /** Recognizes nothing. */
  public static final Recognizer OFF = new Recognizer(Optional.empty());

  /** The task of a worker that recognizes the text of an image file; see {@link PictureTask}. */
  public static final String PICTURE = "picture";

  /** A crowded page of a broadsheet takes about three minutes. */
  private static final Duration LONGEST_PAGE = Duration.ofMinutes(10);

  /** A worker that draws a page of a broadsheet holds several copies of its pixels. */
  private static final int HEAP_MB = 768;

  /** The longest that a worker may work on one file; its pages are kept, and the rest goes on. */
  private static final Duration LONGEST_FILE = Duration.ofHours(24);

  private final Optional<RecognitionOrder> order;

  private Recognizer(Optional<RecognitionOrder> order) {
    this.order = order;
  }

  /**
   * Recognizes pages with a program. Pictures in JPEG 2000 are recognized if OpenJPEG is installed.
   *
   * @param cache the folder in which recognized pages are kept; need not exist
   */
  public static Recognizer with(Tesseract tesseract, Path cache) {
    return with(tesseract, cache, LONGEST_PAGE, OpenJpeg.installed());
  }

  static Recognizer with(
      Tesseract tesseract, Path cache, Duration longestPage, Optional<Path> decoder) {
    String folder = PathName.of(cache.toAbsolutePath());
    String program = decoder.map(PathName::of).orElse("");
    int seconds = Math.toIntExact(longestPage.toSeconds());
    return new Recognizer(Optional.of(new RecognitionOrder(tesseract, program, folder, seconds)));
  }

  public boolean isOn() {
    return order.isPresent();
  }

  /** The languages that are recognized, such as {@code eng+deu}; empty if none are. */
  public String languages() {
    return order.map(given -> given.tesseract().languages()).orElse("");
  }

  /**
   * Its means, which change when a file may give another text: the languages, and whether JPEG 2000
   * is decoded; empty if nothing is recognized.
   */
  public String means() {
    boolean isLacking = order.isPresent() && order.get().decoder().isEmpty();
    return languages() + (isLacking ? " without JPEG 2000" : "");
  }

  /** Its name for the ledger: {@code Tesseract 5.5.0, eng}. */
  public String name() {
    return order
        .map(given -> "Tesseract " + given.tesseract().version() + ", " + languages())
        .orElse("");
  }

  /** The options of a worker's task; empty bytes if nothing is recognized. */
  public byte[] options() {
    return order.map(RecognitionOrder::bytes).orElse(new byte[0]);
  }

  /** The limits of the workers. */
  public WorkerLimits limits() {
    return isOn()
        ? new WorkerLimits(HEAP_MB, WorkerLimits.USUAL.patience(), LONGEST_FILE)
        : WorkerLimits.USUAL;
  }
}
