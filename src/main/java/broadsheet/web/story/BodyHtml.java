package broadsheet.web.story;

import broadsheet.article.Furniture;
import broadsheet.engine.result.MarkedText;
import broadsheet.web.story.BodyParagraph.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Formats the paragraphs of the body, with the beginnings of its parts and what its source repeats.
 *
 * @param texts formats its texts with marks and names; called in page order
 */
record BodyHtml(BodyParts parts, List<RepeatedText> repeated, Texts texts) {

  /** Formats a text. */
  interface Texts {
    /**
     * The text as HTML.
     *
     * @param start its offset in the body
     */
    String html(MarkedText text, int start);
  }

  /** A range of a paragraph. */
  private record Range(int from, int to, @Nullable RepeatedText repeated) {}

  /**
   * @param index the index of the paragraph
   * @param start its offset in the body
   */
  BodyParagraph paragraph(int index, MarkedText paragraph, int start) {
    List<Piece> pieces = new ArrayList<>();
    for (Range range : ranges(paragraph, start)) {
      List<PartStart> starts =
          parts.in(index).stream()
              .filter(part -> range.from <= part.offset() && part.offset() < range.to)
              .toList();
      if (range.repeated == null) {
        pieces.add(new Piece(own(paragraph, start, range, starts), null, false));
      } else {
        if (!starts.isEmpty()) {
          String html = starts.stream().map(parts::html).collect(Collectors.joining());
          pieces.add(new Piece(html, null, false));
        }
        MarkedText text = paragraph.part(range.from, range.to);
        String html = texts.html(text, start + range.from);
        pieces.add(new Piece(html, range.repeated, text.isMarked()));
      }
    }
    return new BodyParagraph(pieces);
  }

  private String own(MarkedText paragraph, int start, Range range, List<PartStart> starts) {
    StringBuilder html = new StringBuilder();
    int from = range.from;
    for (PartStart part : starts) {
      int to = Math.max(from, before(paragraph, part.offset()));
      html.append(texts.html(paragraph.part(from, to), start + from)).append(parts.html(part));
      from = to;
    }
    return html.append(texts.html(paragraph.part(from, range.to), start + from)).toString();
  }

  /** One range of all of it if it has no words of its own. */
  private List<Range> ranges(MarkedText paragraph, int start) {
    String text = paragraph.text();
    List<Range> own = new ArrayList<>();
    List<Range> folded = new ArrayList<>();
    int from = 0;
    for (RepeatedText each : repeated) {
      if (each.start() < start + text.length() && start < each.end()) {
        int begin = Math.max(from, before(paragraph, each.start() - start));
        int end = before(paragraph, Math.min(each.end() - start, text.length()));
        own.add(new Range(from, begin, null));
        folded.add(new Range(begin, Math.max(begin, end), each));
        from = Math.max(begin, end);
      }
    }
    own.add(new Range(from, text.length(), null));
    boolean isOwn =
        own.stream().anyMatch(each -> Furniture.hasWords(text.substring(each.from, each.to)));
    return folded.isEmpty() || isOwn
        ? Stream.concat(own.stream(), folded.stream())
            .filter(each -> each.from < each.to || folded.isEmpty())
            .sorted(Comparator.comparingInt(Range::from))
            .toList()
        : List.of(new Range(0, text.length(), folded.getFirst().repeated));
  }

  /** An offset, or the start of the mark that it is in. */
  private static int before(MarkedText paragraph, int offset) {
    return paragraph.marks().stream()
        .filter(mark -> mark.start() < offset && offset < mark.end())
        .mapToInt(MarkedText.Mark::start)
        .findFirst()
        .orElse(offset);
  }
}
