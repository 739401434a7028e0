package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.press.Labels.Labelled;
import broadsheet.corpus.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** ProQuest: labelled lines, with a rule of underscores between documents. */
final class ProQuest implements PressDatabase {
  private static final String RULE = "_".repeat(60);
  private static final Pattern RULES = Pattern.compile("_{20,}");

  private static final PrefilteredPattern EXPORT =
      PrefilteredPattern.of(
          "ProQuest document (?:ID|link|URL)|Report Information from ProQuest|(?m)^Contact"
              + " ProQuest\\b|^Database: ProQuest\\b",
          "ProQuest");

  private static final Labels LABELS =
      Labels.of(
          Map.ofEntries(
              Map.entry(PressField.TITLE, "title"),
              Map.entry(PressField.AUTHOR, "author"),
              Map.entry(PressField.SOURCE, "publication title"),
              Map.entry(PressField.DATE, "publication date"),
              Map.entry(PressField.SECTION, "section"),
              Map.entry(PressField.DATELINE, "dateline"),
              Map.entry(PressField.STANDFIRST, "abstract"),
              Map.entry(PressField.BODY, "full text"),
              Map.entry(PressField.TOPIC, "subject"),
              Map.entry(PressField.PLACE, "location"),
              Map.entry(PressField.PERSON, "people"),
              Map.entry(PressField.ORGANISATION, "company / organization|company"),
              Map.entry(PressField.LANGUAGE, "language of publication"),
              Map.entry(PressField.ID, "proquest document id"),
              Map.entry(PressField.URL, "document url"),
              Map.entry(
                  PressField.UNUSED,
                  "links|publication info|identifier / keyword"
                      + "|pages|publication year|year|volume|issue|first page|publisher"
                      + "|place of publication|country of publication|publication subject|issn"
                      + "|source type|document type|document feature|copyright|last updated"
                      + "|database|credit|column|number of pages|classification|product name"
                      + "|ethnicity|edition|accession number|supplement")));

  private static final Pattern PUBLICATION_INFO =
      Pattern.compile("(?s)publication info\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);

  /** {@code Los Angeles Times ; Los Angeles, Calif. [Los Angeles, Calif]08 May 2010: AA.2.} */
  private static final Pattern OUTLET_AND_DAY =
      Pattern.compile(
          "(?s)(?<outlet>[^;\\[]+?)\\s*(?:[;,\\[].*\\]|;[^\\]]*?)\\s*(?<day>\\d[^:]*):.*");

  private static final Pattern LINK = Pattern.compile("(?i)ProQuest document link|https?://\\S+");

  @Override
  public boolean isExport(String head) {
    return EXPORT.isIn(head);
  }

  @Override
  public List<PressDocument> documents(Document page, DateReader dates) {
    page.select("a[name^=DocID]").forEach(mark -> mark.replaceWith(new Element("p").text(RULE)));
    return documents(PressText.ofHtml(page), dates);
  }

  @Override
  public List<PressDocument> documents(PressText text, DateReader dates) {
    List<PressDocument> documents = new ArrayList<>();
    int start = 0;
    List<String> blocks = text.blocks();
    for (int i = 0; i <= blocks.size(); i++) {
      if (i == blocks.size() || RULES.matcher(blocks.get(i)).matches()) {
        add(text.part(start, i), documents);
        start = i + 1;
      }
    }
    return documents;
  }

  private static void add(PressText part, List<PressDocument> documents) {
    PressDocument document = new Reading(part).document();
    boolean isDocument = document.has(PressField.BODY) || document.has(PressField.ID);
    if (isDocument) {
      documents.add(document);
    }
  }

  /** The reading of one document. */
  private static final class Reading {
    private final PressText text;
    private final PressDocument document = new PressDocument();
    private PressField field = PressField.TITLE;

    Reading(PressText text) {
      this.text = text;
    }

    PressDocument document() {
      text.blocks().forEach(this::take);
      return document;
    }

    private void take(String block) {
      Optional<Labelled> labelled = LABELS.in(block);
      if (labelled.isPresent()) {
        begin(labelled.get(), block);
      } else if (LINK.matcher(block).matches()) {
        field = PressField.UNUSED;
      } else {
        addLines(block);
      }
    }

    private void begin(Labelled labelled, String block) {
      field = labelled.field();
      Matcher info = PUBLICATION_INFO.matcher(block);
      if (info.matches()) {
        addOutletAndDay(info.group(1));
      } else if (field == PressField.SOURCE) {
        document.add(field, labelled.value().split(";", 2)[0]);
      } else if (field == PressField.TITLE && document.has(field)) {
        field = PressField.UNUSED;
      } else {
        addLines(labelled.value());
      }
    }

    private void addOutletAndDay(String info) {
      Matcher m = OUTLET_AND_DAY.matcher(info);
      if (m.matches()) {
        document.add(PressField.DATE, m.group("day"));
      }
    }

    private void addLines(String block) {
      if (field == PressField.BODY) {
        text.lines(List.of(block)).forEach(line -> document.add(field, line));
      } else {
        document.add(field, block);
      }
    }
  }
}
