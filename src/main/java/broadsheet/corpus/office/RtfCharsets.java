package broadsheet.corpus.office;

import java.nio.charset.Charset;
import java.util.Map;

/** The character sets that RTF names by number: code pages, and the charsets of its fonts. */
final class RtfCharsets {
  static final Charset DEFAULT = Charset.forName("windows-1252");

  /** Charsets of fonts, as in the Windows interface for fonts. */
  private static final Map<Integer, Integer> CODE_PAGE_OF_FONT =
      Map.ofEntries(
          Map.entry(0, 1252),
          Map.entry(77, 10000),
          Map.entry(128, 932),
          Map.entry(129, 949),
          Map.entry(130, 1361),
          Map.entry(134, 936),
          Map.entry(136, 950),
          Map.entry(161, 1253),
          Map.entry(162, 1254),
          Map.entry(163, 1258),
          Map.entry(177, 1255),
          Map.entry(178, 1256),
          Map.entry(186, 1257),
          Map.entry(204, 1251),
          Map.entry(222, 874),
          Map.entry(238, 1250));

  private static final Map<Integer, String> NAMES =
      Map.of(
          932, "windows-31j",
          949, "x-windows-949",
          936, "GB18030",
          950, "Big5",
          874, "x-windows-874",
          1361, "x-Johab",
          10000, "x-MacRoman",
          65001, "UTF-8");

  private RtfCharsets() {}

  /** The charset of a code page; that of Western Europe if it is unknown. */
  static Charset ofCodePage(int page) {
    String name = NAMES.getOrDefault(page, (page >= 1250 ? "windows-" : "IBM") + page);
    return Charset.isSupported(name) ? Charset.forName(name) : DEFAULT;
  }

  /** The charset of a font, or the document's own if the font states none of its own. */
  static Charset ofFont(int fontCharset, Charset document) {
    Integer page = CODE_PAGE_OF_FONT.get(fontCharset);
    return page == null || fontCharset == 0 ? document : ofCodePage(page);
  }
}
