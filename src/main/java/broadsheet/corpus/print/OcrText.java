package broadsheet.corpus.print;

import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads recognized pages in any of the formats that hold pages. Stateless. */
final class OcrText {
  private static final int HEAD = 4096;

  private OcrText() {}

  /** The pages in a file; none if it is in none of the formats. */
  static List<OcrPage> pages(byte[] bytes) {
    String text = StatedEncoding.text(bytes, "");
    XmlRoot root = XmlRoot.of(text.substring(0, Math.min(HEAD, text.length())));
    return reader(root).map(reader -> reader.apply(text)).orElse(List.of());
  }

  private static Optional<Function<String, List<OcrPage>>> reader(XmlRoot root) {
    return switch (root.name()) {
      case "alto" -> Optional.of(AltoPages::of);
      case "pcgts" -> Optional.of(PageXmlPages::of);
      case "html" -> Optional.of(HocrPages::of);
      case "document", "page" -> Optional.of(AbbyyPages::of);
      default -> Optional.empty();
    };
  }
}
