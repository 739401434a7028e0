package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Reading;
import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.ocr.OcrWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The pages of an issue as they are without its METS, with the article that each block belongs to.
 * Our reader of METS gives the articles; the blocks of their words are found by place. Immutable.
 */
final class IssueBlocks {
  /** The block of no article, such as the masthead. */
  static final int NO_ARTICLE = -1;

  /** The steps in which an article keeps the places of its words. */
  private static final int STEPS = 2048;

  private static final Pattern PAGE = Pattern.compile("(?i).*\\d\\.xml(?:\\.gz)?");

  /**
   * A page without articles, and those that it has.
   *
   * @param articles for each block the number of the article with most of its words
   */
  record Page(OcrPage bare, List<Integer> articles) {}

  private final List<Article> articles;

  private IssueBlocks(List<Article> articles) {
    this.articles = articles;
  }

  /** Reads an issue whose pages are the files in a folder and below with a number in their name. */
  static List<Page> of(Path mets, Path folder) throws IOException {
    IssueBlocks issue = new IssueBlocks(Reading.of(folder).articles());
    List<Page> pages = new ArrayList<>();
    for (Path file : pageFiles(mets, folder)) {
      OcrPage bare = bare(file);
      Map<Spot, Integer> owners = issue.owners(pages.size() + 1);
      pages.add(new Page(bare, bare.blocks().stream().map(b -> owner(b, owners)).toList()));
    }
    return pages;
  }

  private static List<Path> pageFiles(Path mets, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(mets) && PAGE.matcher(file.toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static OcrPage bare(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean isPacked = file.toString().endsWith(".gz");
      byte[] bytes = isPacked ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
      return OcrFormat.ALTO.pages(bytes).getFirst();
    }
  }

  /** The articles of the words on the page with this number, by their places. */
  private Map<Spot, Integer> owners(int page) {
    Map<Spot, Integer> owners = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      List<PrintedPage> printed = articles.get(i).positions().pages();
      for (WordPlace word : articles.get(i).positions().words()) {
        if (word.place() instanceof Box box && printed.get(word.part()).number() == page) {
          owners.put(Spot.of(box), i);
        }
      }
    }
    return owners;
  }

  private static int owner(OcrBlock block, Map<Spot, Integer> owners) {
    Map<Integer, Integer> words = new HashMap<>();
    for (List<OcrWord> line : block.lines()) {
      for (OcrWord word : line) {
        words.merge(owners.getOrDefault(Spot.of(word.box()), NO_ARTICLE), 1, Integer::sum);
      }
    }
    return words.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(NO_ARTICLE);
  }

  /** The place of a word, in steps. */
  private record Spot(long left, long right, long bottom) {
    static Spot of(Box box) {
      return new Spot(steps(box.left()), steps(box.right()), steps(box.bottom()));
    }

    private static long steps(double share) {
      return Math.round(share * STEPS);
    }
  }
}
