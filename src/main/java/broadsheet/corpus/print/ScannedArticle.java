package broadsheet.corpus.print;

import broadsheet.article.ArticleBuilder;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The text of one article with the places of its words. Not thread-safe. */
final class ScannedArticle {
  private final TextFlow heading = new TextFlow();
  private final TextFlow body = new TextFlow();
  private final SortedSet<Integer> pages = new TreeSet<>();

  /**
   * The text of a whole page. A first block in larger type is its heading.
   *
   * @param index the index of the page
   */
  static ScannedArticle ofPage(OcrPage page, int index) {
    ScannedArticle article = new ScannedArticle();
    article.add(page, index, LargeType.isHeading(page));
    return article;
  }

  /** The text of a document of several pages, whose heading may be on the first. */
  static ScannedArticle ofPages(List<OcrPage> pages) {
    ScannedArticle article = new ScannedArticle();
    for (int i = 0; i < pages.size(); i++) {
      article.add(pages.get(i), i, i == 0 && LargeType.isHeading(pages.get(i)));
    }
    return article;
  }

  private void add(OcrPage page, int index, boolean isHeaded) {
    on(index);
    boolean isFirst = true;
    for (OcrBlock block : page.blocks()) {
      add(block, index, isFirst && isHeaded);
      isFirst = false;
    }
  }

  /** Adds a block of the page with this index, in reading order. */
  void add(OcrBlock block, int page, boolean isHeading) {
    pages.add(page);
    (isHeading ? heading : body).add(block, page);
  }

  /** Notes a page that the article is on, whether or not it has text there. */
  void on(int page) {
    pages.add(page);
  }

  boolean isEmpty() {
    return body.paragraphs().isEmpty() && heading.paragraphs().isEmpty();
  }

  /**
   * Fills in title, paragraphs and print.
   *
   * @param stated the title; empty if there is none, when the printed heading is the title
   * @param all the pages of the issue
   */
  void fill(ArticleBuilder article, String stated, List<PrintedPage> all) {
    List<List<PlacedWord>> text =
        Stream.concat(heading.paragraphs().stream(), body.paragraphs().stream()).toList();
    int headings =
        heading.paragraphs().isEmpty() ? Math.min(1, text.size()) : heading.paragraphs().size();
    List<PlacedWord> head = text.stream().limit(headings).flatMap(List::stream).toList();
    boolean isHeaded = !heading.paragraphs().isEmpty();
    String title = stated.isEmpty() && isHeaded ? text(head) : stated;
    List<String> titleWords = title.isEmpty() ? List.of() : List.of(title.split(" ", -1));
    Optional<List<Optional<PlacedWord>>> aligned = Heading.aligned(titleWords, head);
    List<List<PlacedWord>> paragraphs =
        aligned.isPresent() ? text.subList(headings, text.size()) : text;
    Numbering numbering = new Numbering(List.copyOf(pages));
    numbering.title(aligned.orElse(List.of()), titleWords.size());
    numbering.paragraphs(paragraphs);
    article
        .title(title)
        .paragraphs(paragraphs.stream().map(ScannedArticle::text).toList())
        .positions(
            Positions.onPages(
                pages.stream().map(all::get).toList(), WordPlaces.of(numbering.words), quality()));
  }

  private int quality() {
    int words = heading.confidences() + body.confidences();
    double sum = heading.confidence() + body.confidence();
    return words == 0 ? Positions.UNKNOWN_QUALITY : (int) Math.round(100 * sum / words);
  }

  static String text(List<PlacedWord> words) {
    StringBuilder text = new StringBuilder();
    for (PlacedWord word : words) {
      text.append(text.isEmpty() ? "" : " ").append(word.text());
    }
    return text.toString();
  }

  /** Numbers words and pages as {@link WordPlace} does. */
  private static final class Numbering {
    private final List<Integer> pages;
    private final List<WordPlace> words = new ArrayList<>();
    private int number;

    Numbering(List<Integer> pages) {
      this.pages = pages;
    }

    void title(List<Optional<PlacedWord>> aligned, int size) {
      for (Optional<PlacedWord> word : aligned) {
        word.ifPresent(this::add);
        number++;
      }
      number = size;
    }

    void paragraphs(List<List<PlacedWord>> paragraphs) {
      for (List<PlacedWord> paragraph : paragraphs) {
        for (PlacedWord word : paragraph) {
          add(word);
          number++;
        }
      }
    }

    private void add(PlacedWord word) {
      for (PlacedWord.Spot spot : word.spots()) {
        words.add(new WordPlace(number, pages.indexOf(spot.page()), spot.box()));
      }
    }
  }
}
