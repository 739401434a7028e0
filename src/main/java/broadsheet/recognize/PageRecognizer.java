package broadsheet.recognize;

import broadsheet.path.PathName;
import broadsheet.scan.draw.GreyPage;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs OCR on the pages of one file in a worker, unless they are kept from an earlier run. Gives a
 * file up whose pages take too long one after the other. Not thread-safe.
 */
public final class PageRecognizer {
  /** Changes when pages are drawn, recognized or kept in another way. */
  private static final String WAY = "1";

  /** The same where the page's language chooses among several. */
  private static final String WAY_BY_LANGUAGE = "2";

  /** A scan whose longer side has fewer pixels is drawn larger: Tesseract wants larger letters. */
  private static final int SMALL = 1_400;

  /** The longest side that Tesseract takes. */
  private static final int LONGEST_SIDE = 32_767;

  private static final int MOST_SLOW = 3;

  private final ReceivedFile file;
  private final RecognitionOrder order;
  private final RecognizedPages kept;
  private final PageLanguages languages;
  private final TesseractRun.Alive alive;
  private Optional<String> digest = Optional.empty();
  private int slow;

  /** Draws a page. */
  public interface Drawing {
    GreyPage page() throws IOException, ParseRefusal;
  }

  private PageRecognizer(
      ReceivedFile file,
      RecognitionOrder order,
      Task.Parts parts,
      UnaryOperator<String> languageOf) {
    this.languages = new PageLanguages(order.tesseract().languages(), languageOf);
    this.file = file;
    this.order = order;
    this.alive = () -> parts.add(new byte[0]);
    this.kept = new RecognizedPages(PathName.toPath(order.cache()));
  }

  /**
   * The recognizer that a worker's options order; empty if they order none.
   *
   * @param parts receives an empty part now and then while a page is recognized
   * @param languageOf the code of a text's language in ISO 639-1; empty if unknown
   * @throws IOException if they make no sense
   */
  public static Optional<PageRecognizer> ordered(
      ReceivedFile file, byte[] options, Task.Parts parts, UnaryOperator<String> languageOf)
      throws IOException {
    return options.length == 0
        ? Optional.empty()
        : Optional.of(new PageRecognizer(file, RecognitionOrder.of(options), parts, languageOf));
  }

  /**
   * A page as ALTO; empty bytes for a blank page. A page of which a part cannot be drawn is not
   * kept, since it may be whole next time.
   *
   * @param number the number of the page in its file, from 1
   * @throws ParseRefusal if the page cannot be drawn or recognized
   * @throws IOException if it is damaged
   */
  public byte[] alto(int number, Drawing drawing) throws IOException, ParseRefusal {
    String key = key(number);
    Optional<byte[]> known = kept.get(key);
    if (known.isPresent()) {
      return known.get();
    }
    if (slow == MOST_SLOW) {
      throw ParseRefusal.failed("left out, as the pages before it took too long", "");
    }
    GreyPage page = drawing.page();
    byte[] alto = recognized(page);
    if (page.lack().isEmpty()) {
      kept.put(key, alto);
    }
    return alto;
  }

  /** The program that decodes JPEG 2000; empty if it is not installed. */
  public String decoder() {
    return order.decoder();
  }

  private byte[] recognized(GreyPage page) throws IOException, ParseRefusal {
    if (page.isBlank() && !page.lack().isEmpty()) {
      throw ParseRefusal.failed(page.lack(), "");
    }
    if (page.isBlank()) {
      return new byte[0];
    }
    GreyPage enlarged = Math.max(page.width(), page.height()) < SMALL ? page.doubled() : page;
    if (Math.max(enlarged.width(), enlarged.height()) > LONGEST_SIDE) {
      throw ParseRefusal.failed(
          "is too long to recognize", page.width() + " by " + page.height() + " pixels");
    }
    try {
      byte[] alto = TesseractRun.alto(enlarged, order.in(languages.order()), alive);
      if (languages.learn(new String(alto, StandardCharsets.UTF_8))) {
        alto = TesseractRun.alto(enlarged, order.in(languages.order()), alive);
      }
      slow = 0;
      return alto;
    } catch (ParseRefusal e) {
      slow += TesseractRun.TOO_SLOW.equals(e.getMessage()) ? 1 : 0;
      throw e;
    }
  }

  private String key(int number) throws IOException {
    if (digest.isEmpty()) {
      digest = Optional.of(digestOfFile());
    }
    Tesseract with = order.tesseract();
    String way = with.languages().contains("+") ? WAY_BY_LANGUAGE : WAY;
    String all =
        String.join(
            "\n", digest.get(), String.valueOf(number), way, with.version(), with.languages());
    return HexFormat.of().formatHex(sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
  }

  private String digestOfFile() throws IOException {
    MessageDigest digested = sha256();
    if (file.spooled().isEmpty()) {
      digested.update(file.content());
    } else {
      Path spooled = file.spooled().get();
      try (InputStream in = new DigestInputStream(Files.newInputStream(spooled), digested)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digested.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
