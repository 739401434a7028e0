package broadsheet.worker.pdf;

import broadsheet.worker.ReceivedFile;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Opens PDFs with limits on their unpacked size. Stateless. */
public final class PdfDocuments {
  private static final long MOST_ON_DISK = 1L << 30;
  private static final long MOST_IN_MEMORY = 48L << 20;

  private PdfDocuments() {}

  /** Makes the process use only fonts that a PDF embeds and one from PDFBox. */
  public static void useEmbeddedFonts() throws IOException {
    FontMappers.set(new EmbeddedFonts());
  }

  /**
   * Opens a file that needs no password.
   *
   * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException if it needs one
   * @throws IOException if it cannot be repaired
   */
  public static PDDocument open(ReceivedFile file) throws IOException {
    RandomAccessRead content =
        file.spooled().isPresent()
            ? new RandomAccessReadBufferedFile(file.spooled().get().toFile())
            : new RandomAccessReadBuffer(file.content());
    return Loader.loadPDF(
        content,
        "",
        null,
        null,
        MemoryUsageSetting.setupMixed(MOST_IN_MEMORY, MOST_ON_DISK).streamCache);
  }
}
