package broadsheet.corpus.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the pages of PAGE XML in their stated reading order. Use once. */
final class PageXmlPages extends PageReading {
  private static final Pattern POINT = Pattern.compile("(-?[\\d.]+),(-?[\\d.]+)");

  /** Regions that are no text of an article. */
  private static final Set<String> FURNITURE =
      Set.of("page-number", "signature-mark", "catch-word", "header", "footer");

  /** A word, or a line without words. */
  private record Piece(String text, SourceRectangle area, float confidence, boolean isLine) {}

  private record Reference(String region, int index) {}

  private Map<String, List<List<Piece>>> regions = new LinkedHashMap<>();
  private final List<Reference> order = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> openRegions = new ArrayList<>();
  private String image = "";
  private int groups;
  private int unnamed;

  private List<Piece> words = new ArrayList<>();
  private SourceRectangle lineArea = SourceRectangle.NONE;
  private SourceRectangle wordArea = SourceRectangle.NONE;
  private String lineText = "";
  private String wordText = "";
  private float confidence = OcrWord.NO_CONFIDENCE;

  PageXmlPages(String xml) {
    super(xml);
  }

  @Override
  void start() {
    switch (tags.name()) {
      case "Page" -> page();
      case "TextRegion" -> startRegion();
      case "TextLine" -> {
        words = new ArrayList<>();
        lineArea = SourceRectangle.NONE;
        lineText = "";
        confidence = OcrWord.NO_CONFIDENCE;
      }
      case "Word" -> {
        wordArea = SourceRectangle.NONE;
        wordText = "";
      }
      case "TextEquiv" -> confidence = Measures.confidence(tags.attribute("conf"));
      case "Coords" -> coords(points(tags.attribute("points")));
      case "Point" -> coords(point(tags.attribute("x"), tags.attribute("y")));
      case "OrderedGroup", "OrderedGroupIndexed" -> groups++;
      case "RegionRefIndexed", "RegionRef" ->
          order.add(new Reference(tags.attribute("regionRef"), (int) number("index")));
      default -> {}
    }
    if (isContext(tags.name()) && !tags.isEmptyElement()) {
      open.add(tags.name());
    }
  }

  private static boolean isContext(String name) {
    return switch (name) {
      case "TextRegion", "TextLine", "Word", "Glyph" -> true;
      default -> false;
    };
  }

  private String context() {
    return open.isEmpty() ? "" : open.getLast();
  }

  private void startRegion() {
    String id = tags.attribute("id");
    String name = id.isEmpty() ? "unnamed " + ++unnamed : id;
    boolean isFurniture = FURNITURE.contains(tags.attribute("type"));
    if (!isFurniture) {
      regions.putIfAbsent(name, new ArrayList<>());
    }
    openRegions.add(name);
  }

  private void coords(SourceRectangle area) {
    switch (context()) {
      case "TextLine" -> lineArea = lineArea.and(area);
      case "Word" -> wordArea = wordArea.and(area);
      default -> {}
    }
  }

  @Override
  void end() {
    switch (tags.name()) {
      case "Unicode" -> text(tags.textBefore());
      case "Word" -> {
        words.add(new Piece(wordText, wordArea, confidence, false));
        wordText = "";
      }
      case "TextLine" -> endLine();
      case "TextRegion" -> {
        if (!openRegions.isEmpty()) {
          openRegions.removeLast();
        }
      }
      case "Page" -> endPage(false);
      default -> {}
    }
    if (isContext(tags.name()) && tags.name().equals(context())) {
      open.removeLast();
    }
  }

  @Override
  boolean isLastEnd(String name) {
    return name.equals("PcGts");
  }

  @Override
  OcrPage finished(boolean isCutOff) {
    for (String name : inOrder()) {
      page.startBlock(name);
      for (List<Piece> line : regions.getOrDefault(name, List.of())) {
        line.forEach(this::add);
        page.endLine();
      }
    }
    regions = new LinkedHashMap<>();
    order.clear();
    groups = 0;
    return page.page(image, isCutOff);
  }

  /** The first reading of a line or word counts. */
  private void text(String unicode) {
    switch (context()) {
      case "TextLine" -> lineText = lineText.isEmpty() ? unicode : lineText;
      case "Word" -> wordText = wordText.isEmpty() ? unicode : wordText;
      default -> {}
    }
  }

  private void endLine() {
    boolean hasWords = words.stream().anyMatch(word -> !word.text().isBlank());
    List<List<Piece>> region = openRegions.isEmpty() ? null : regions.get(openRegions.getLast());
    if (region != null) {
      region.add(hasWords ? words : List.of(new Piece(lineText, lineArea, confidence, true)));
    }
  }

  private void page() {
    startPage(number("imageWidth"), number("imageHeight"));
    image = tags.attribute("imageFilename");
  }

  private void add(Piece piece) {
    if (piece.isLine()) {
      page.line(piece.text(), piece.area(), piece.confidence());
    } else {
      page.word(piece.text(), piece.area(), piece.confidence());
    }
  }

  /** The regions in the stated order, then the regions that the order omits. */
  private Set<String> inOrder() {
    if (groups == 1) {
      order.sort(Comparator.comparingInt(Reference::index));
    }
    Set<String> names = new LinkedHashSet<>();
    order.stream().map(Reference::region).filter(regions::containsKey).forEach(names::add);
    names.addAll(regions.keySet());
    return names;
  }

  private static SourceRectangle points(String points) {
    SourceRectangle area = SourceRectangle.NONE;
    Matcher m = POINT.matcher(points);
    while (m.find()) {
      area = area.and(point(m.group(1), m.group(2)));
    }
    return area;
  }

  /** A point as the smallest area that is not nothing. */
  private static SourceRectangle point(String x, String y) {
    return new SourceRectangle(Measures.number(x), Measures.number(y), 1, 1);
  }
}
