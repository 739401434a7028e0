package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.office.OfficeBlock.Role;
import broadsheet.corpus.record.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** PowerPoint files: a file is an article, each slide followed by its speaker's notes. */
public final class Pptx extends OfficeFile {
  private static final String LIST = "ppt/presentation.xml";
  private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide(?<number>\\d{1,6})\\.xml");
  private static final Pattern READ =
      Pattern.compile(
          "ppt/(?:slides|notesSlides)/(?:_rels/)?\\w+\\.xml(?:\\.rels)?|ppt/presentation\\.xml"
              + "|ppt/_rels/presentation\\.xml\\.rels|docProps/core\\.xml");

  public Pptx(DateReader dates) {
    super("pptx", dates, OfficeKind.SLIDES);
  }

  @Override
  boolean isRead(String name) {
    return READ.matcher(name).matches();
  }

  @Override
  Optional<String> whyUnreadable(Parts parts) {
    return slides(parts).isEmpty()
        ? Optional.of("a presentation without slides")
        : Optional.empty();
  }

  @Override
  void read(Parts parts, Records records) throws XMLStreamException {
    List<OfficeBlock> blocks = new ArrayList<>();
    for (String slide : slides(parts)) {
      blocks.addAll(SlideReader.of(parts.part(slide).orElse(new byte[0])));
      for (String notes : Relationships.of(parts, slide).targets().values()) {
        if (notes.startsWith("ppt/notesSlides/") && parts.has(notes)) {
          blocks.addAll(SlideReader.of(parts.part(notes).orElse(new byte[0])));
        }
      }
    }
    ElementTexts core = ElementTexts.of(parts.part("docProps/core.xml").orElse(new byte[0]));
    List<OfficeBlock> withOneTitle = new ArrayList<>(blocks.size());
    boolean hasTitle = false;
    for (OfficeBlock block : blocks) {
      boolean isLater = hasTitle && block.role() == Role.TITLE;
      withOneTitle.add(isLater ? new OfficeBlock(Role.HEADING, block.text()) : block);
      hasTitle |= block.role() == Role.TITLE;
    }
    OfficeArticle.take(
        new OfficeText(
            withOneTitle,
            core.get("title"),
            core.get("creator"),
            core.get("created"),
            parts.files()),
        records,
        dates);
  }

  /** In the order they are shown, as far as the presentation states it; otherwise by number. */
  private static List<String> slides(Parts parts) {
    Relationships relationships = Relationships.of(parts, LIST);
    List<String> listed = new ArrayList<>();
    try {
      XmlEvents.read(
          parts.part(LIST).orElse(new byte[0]),
          new XmlEvents.Receiver() {
            @Override
            public void begin(String name, XmlEvents.Attributes attributes) {
              if (name.equals("sldId")) {
                listed.add(relationships.target(attributes.relationship()));
              }
            }

            @Override
            public void end(String name) {}

            @Override
            public void text(String words) {}
          });
    } catch (XMLStreamException e) {
      listed.clear();
    }
    List<String> found = listed.stream().filter(parts::has).toList();
    return found.isEmpty() ? byNumber(parts) : found;
  }

  private static List<String> byNumber(Parts parts) {
    return parts.contents().keySet().stream()
        .filter(name -> SLIDE.matcher(name).matches())
        .sorted(Comparator.comparingInt(Pptx::number))
        .toList();
  }

  private static int number(String name) {
    Matcher slide = SLIDE.matcher(name);
    return slide.matches() ? Integer.parseInt(slide.group("number")) : 0;
  }
}
