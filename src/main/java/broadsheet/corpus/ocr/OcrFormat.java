package broadsheet.corpus.ocr;

import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The supported formats of OCR output. */
public enum OcrFormat {
  ALTO,
  PAGE_XML,
  ABBYY,
  DJVU,
  HOCR,
  TETML;

  private static final int HEAD = 4096;

  /** The name for {@code --format}, such as {@code page-xml}. */
  public String formatName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a file with this beginning is in the format. */
  public boolean isFormatOf(String head) {
    XmlRoot root = XmlRoot.of(head);
    return switch (this) {
      case ALTO -> root.isOneOf("alto");
      case PAGE_XML -> root.isOneOf("pcgts");
      case ABBYY ->
          (root.isOneOf("document") && root.tag().contains("FineReader_xml"))
              || (root.isOneOf("page") && head.contains("<block blockType="));
      case DJVU -> root.isOneOf("djvuxml");
      case HOCR -> root.isOneOf("html", "div", "body") && head.contains("ocr_page");
      case TETML -> root.isOneOf("tet");
    };
  }

  /** Whether the pages of a file are one text, as those of a PDF are. */
  public boolean isOneText() {
    return this == TETML;
  }

  /** The pages in a file of this format, in order. Damage is read over. */
  public List<OcrPage> pages(byte[] file) {
    return reading(StatedEncoding.text(file, "")).all();
  }

  private PageReading reading(String text) {
    return switch (this) {
      case ALTO -> new AltoPages(text);
      case PAGE_XML -> new PageXmlPages(text);
      case ABBYY -> new AbbyyPages(text);
      case DJVU -> new DjvuPages(text);
      case HOCR -> new HocrPages(text);
      case TETML -> new TetmlPages(text);
    };
  }

  /**
   * The pages in a file that an issue names as text, which its first tag is enough to recognize.
   *
   * @return none if it is in none of the formats
   */
  public static List<OcrPage> pagesOfIssue(byte[] file) {
    String text = StatedEncoding.text(file, "");
    String root = XmlRoot.of(text.substring(0, Math.min(HEAD, text.length()))).name();
    return ofRoot(root).map(format -> format.reading(text).all()).orElse(List.of());
  }

  private static Optional<OcrFormat> ofRoot(String name) {
    return switch (name) {
      case "alto" -> Optional.of(ALTO);
      case "pcgts" -> Optional.of(PAGE_XML);
      case "html" -> Optional.of(HOCR);
      case "document", "page" -> Optional.of(ABBYY);
      default -> Optional.empty();
    };
  }
}
