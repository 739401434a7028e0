package broadsheet.corpus.pdf;

import broadsheet.article.Positions;
import broadsheet.corpus.pdf.PdfPage.OcrOutcome;
import broadsheet.corpus.record.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes which pages of a PDF were recognized and how well, and which could be neither read nor
 * recognized. Not thread-safe.
 */
final class PageNotes {
  static final String UNREAD = "some pages could not be read";
  static final String PARTLY = "parts of some pages could not be recognized";

  /** The most pages that are named in an entry. */
  private static final int MOST_NAMED = 20;

  private final List<Integer> unread = new ArrayList<>();
  private final List<Integer> recognized = new ArrayList<>();
  private final Map<String, List<Integer>> failed = new LinkedHashMap<>();
  private final Map<String, List<Integer>> partly = new LinkedHashMap<>();
  private long words;
  private double confidence;

  void add(PdfPage page) {
    if (!page.isRead()) {
      unread.add(page.number());
    }
    OcrOutcome ocr = page.ocr();
    if (!ocr.failure().isEmpty()) {
      (ocr.words() > 0 ? partly : failed)
          .computeIfAbsent(ocr.failure(), reason -> new ArrayList<>())
          .add(page.number());
    }
    if (ocr.words() > 0) {
      recognized.add(page.number());
      words += ocr.words();
      confidence += ocr.confidence();
    }
  }

  /** Enters the notes in the ledger. */
  void enter(Records records, String recognizer) {
    if (!unread.isEmpty()) {
      records.remark(0, UNREAD, named(unread));
    }
    failed.forEach(
        (reason, pages) -> records.remark(0, Records.UNRECOGNIZED, named(pages) + ": " + reason));
    partly.forEach((reason, pages) -> records.remark(0, PARTLY, named(pages) + ": " + reason));
    if (!recognized.isEmpty()) {
      records.remark(0, Records.RECOGNIZED, named(recognized) + ": " + recognizer);
    }
  }

  /** The mean confidence of the recognized words, in percent. */
  int quality() {
    return words == 0 ? Positions.UNKNOWN_QUALITY : (int) Math.round(100 * confidence / words);
  }

  private static String named(List<Integer> pages) {
    List<String> first = pages.stream().limit(MOST_NAMED).map(String::valueOf).toList();
    int more = pages.size() - first.size();
    return "page " + String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }
}
