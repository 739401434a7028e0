package broadsheet.worker.pdf;

import broadsheet.worker.ReceivedFile;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

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

  /**
   * Replaces fonts that a PDF does not embed by the one in PDFBox, so that no folder of the machine
   * is searched and the result is the same everywhere.
   */
  private static final class EmbeddedFonts implements FontMapper {
    private static final String FONT =
        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    EmbeddedFonts() throws IOException {
      try (InputStream in = EmbeddedFonts.class.getResourceAsStream(FONT)) {
        if (in == null) {
          throw new IOException("PDFBox has no font " + FONT);
        }
        font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
        String baseFont, @Nullable PDFontDescriptor descriptor) {
      return new FontMapping<>(font, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
        String baseFont, @Nullable PDFontDescriptor descriptor) {
      return new FontMapping<>(font, true);
    }

    @Override
    public CIDFontMapping getCIDFont(
        String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
      return new CIDFontMapping(null, font, true);
    }
  }
}
