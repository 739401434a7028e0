package broadsheet.corpus.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the pages of hOCR, well-formed or not. Stateless. */
final class HocrPages {
  private static final Pattern BOX =
      Pattern.compile("\\bbbox\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)");
  private static final Pattern CONFIDENCE =
      Pattern.compile("\\b(?:x_wconf|x_conf|x_confs)\\s+(\\d+(?:\\.\\d+)?)");
  private static final Pattern IMAGE = Pattern.compile("\\bimage\\s+[\"']?([^\"';]+)");
  private static final Pattern NUMBER = Pattern.compile("\\bppageno\\s+(\\d{1,6})\\b");

  private HocrPages() {}

  static List<OcrPage> of(String hocr) {
    return new Reading(hocr).all();
  }

  /** The reading of one file. */
  private static final class Reading {
    private final TagReader tags;
    private final List<OcrPage> pages = new ArrayList<>();
    private PageBuilder page = new PageBuilder();
    private boolean isInPage;
    private int number;
    private String image = "";

    /** The text of the word or line that is open, with its own description. */
    private final StringBuilder text = new StringBuilder();

    private String description = "";
    private boolean isInWord;
    private int inner;
    private String line = "";

    Reading(String hocr) {
      tags = new TagReader(hocr);
    }

    List<OcrPage> all() {
      while (tags.next()) {
        text.append(tags.textBefore());
        if (tags.isStart()) {
          start(tags.attribute("class"));
        } else {
          end();
        }
      }
      endPage();
      return pages;
    }

    private void start(String kind) {
      switch (kind.isEmpty() ? "" : kind.split(" ", 2)[0]) {
        case "ocr_page" -> startPage();
        case "ocr_carea", "ocrx_block", "ocr_block", "ocr_par" -> {
          flush();
          endLine();
          page.startBlock(tags.attribute("id"));
        }
        case "ocr_line", "ocrx_line", "ocr_header", "ocr_textfloat", "ocr_caption" -> {
          flush();
          endLine();
          line = tags.attribute("title");
          description = line;
        }
        case "ocrx_word" -> {
          flush();
          isInWord = true;
          inner = 0;
          description = tags.attribute("title");
          line = "";
        }
        default -> inner += tags.isEmptyElement() ? 0 : 1;
      }
    }

    private void end() {
      if (isInWord && inner-- == 0) {
        flush();
      }
    }

    /** Adds the word that is open. */
    private void flush() {
      if (isInWord && isInPage) {
        page.word(text.toString(), area(description), confidence(description));
      } else if (!line.isEmpty() && isInPage) {
        page.line(text.toString(), area(line), confidence(line));
      }
      text.setLength(0);
      isInWord = false;
      line = "";
    }

    private void endLine() {
      page.endLine();
    }

    private void startPage() {
      endPage();
      isInPage = true;
      String title = tags.attribute("title");
      SourceRectangle area = area(title);
      Matcher named = IMAGE.matcher(title);
      image = named.find() ? named.group(1).strip() : "";
      Matcher numbered = NUMBER.matcher(title);
      number = numbered.find() ? Integer.parseInt(numbered.group(1)) + 1 : 0;
      page = new PageBuilder().size(area.right(), area.bottom());
    }

    private void endPage() {
      flush();
      if (isInPage) {
        pages.add(page.page(number, image, false));
      }
      isInPage = false;
    }

    private static SourceRectangle area(String title) {
      Matcher box = BOX.matcher(title);
      return box.find()
          ? SourceRectangle.between(
              Measures.number(box.group(1)),
              Measures.number(box.group(2)),
              Measures.number(box.group(3)),
              Measures.number(box.group(4)))
          : SourceRectangle.NONE;
    }

    private static float confidence(String title) {
      Matcher stated = CONFIDENCE.matcher(title);
      return stated.find() ? Measures.percent(stated.group(1)) : OcrWord.NO_CONFIDENCE;
    }
  }
}
