package broadsheet.benchmark;

import broadsheet.article.Box;
import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.ocr.OcrWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures ways to divide pages without article structure by the pairs of blocks of a page that
 * belong to one article. {@code -Dcorpus=PATH} names a folder with issues whose METS is the truth;
 * the ways see the pages alone. Blocks outside of all articles do not count. The issues are halved:
 * only the first, third and so on may be looked at while a way is made.
 */
public final class BarePageMeasure {
  private static final Pattern METS = Pattern.compile("(?i).*mets\\.xml|M\\d+\\.xml");
  private static final Path CONTENTS = Path.of("toc");

  private static final List<Way> WAYS =
      List.of(
          new Way("whole pages", page -> page.blocks().stream().map(_ -> 0).toList()),
          new Way("blocks", page -> IntStream.range(0, page.blocks().size()).boxed().toList()),
          new Way("columns", BarePageMeasure::columns));

  /**
   * A way to divide pages.
   *
   * @param division gives each block the number of its piece
   */
  private record Way(String name, Function<OcrPage, List<Integer>> division) {

    private PairScore score(IssueBlocks.Page page) {
      List<Integer> pieces = division.apply(page.bare());
      List<Integer> counted =
          IntStream.range(0, pieces.size())
              .filter(i -> page.articles().get(i) != IssueBlocks.NO_ARTICLE)
              .boxed()
              .toList();
      return PairScore.of(
          counted.stream().map(pieces::get).toList(),
          counted.stream().map(page.articles()::get).toList());
    }
  }

  private BarePageMeasure() {}

  private record Issue(String name, List<IssueBlocks.Page> pages) {}

  /** Prints precision, recall and F1 for each issue and both halves. */
  public static void main(String[] args) throws IOException {
    List<Issue> issues = issues(Path.of(System.getProperty("corpus", "")));
    for (Way way : WAYS) {
      System.out.println(way.name() + ": precision, recall, F1, pairs");
      for (int half = 0; half < 2; half++) {
        print(way, half, issues);
      }
    }
  }

  private static void print(Way way, int half, List<Issue> issues) {
    PairScore all = PairScore.NONE;
    for (int i = half; i < issues.size(); i += 2) {
      PairScore its =
          issues.get(i).pages().stream().map(way::score).reduce(PairScore.NONE, PairScore::and);
      print("  " + issues.get(i).name(), its);
      all = all.and(its);
    }
    print(half == 0 ? "  half looked at" : "  other half", all);
  }

  private static void print(String name, PairScore score) {
    System.out.printf(
        Locale.ROOT,
        "%-56s %.3f  %.3f  %.3f  %5d%n",
        name,
        score.precision(),
        score.recall(),
        score.f1(),
        score.known());
  }

  private static List<Issue> issues(Path corpus) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(f -> METS.matcher(f.getFileName().toString()).matches()).sorted().toList();
    }
    List<Issue> issues = new ArrayList<>();
    for (Path mets : files) {
      List<IssueBlocks.Page> pages = IssueBlocks.of(mets, folder(mets));
      if (pages.size() > 1 && hasArticles(pages)) {
        issues.add(new Issue(mets.getFileName().toString(), pages));
      }
    }
    return issues;
  }

  /** The folder of an issue: that of its METS, or the one above a folder of contents. */
  private static Path folder(Path mets) {
    Path beside = mets.resolveSibling("");
    return beside.endsWith(CONTENTS) ? beside.resolveSibling("") : beside;
  }

  private static boolean hasArticles(List<IssueBlocks.Page> pages) {
    return pages.stream()
        .flatMap(page -> page.articles().stream())
        .anyMatch(article -> article != IssueBlocks.NO_ARTICLE);
  }

  /** Each column is a piece. Columns are half the width of the usual block apart, or more. */
  private static List<Integer> columns(OcrPage page) {
    List<Box> boxes = page.blocks().stream().map(BarePageMeasure::box).toList();
    double[] widths = boxes.stream().mapToDouble(Box::width).sorted().toArray();
    double[] lefts = boxes.stream().mapToDouble(Box::left).sorted().toArray();
    List<Double> starts = new ArrayList<>();
    for (double left : lefts) {
      if (starts.isEmpty() || left - starts.getLast() > widths[widths.length / 2] / 2) {
        starts.add(left);
      }
    }
    return boxes.stream()
        .map(box -> (int) starts.stream().filter(start -> start <= box.left()).count())
        .toList();
  }

  private static Box box(OcrBlock block) {
    return block.lines().stream()
        .flatMap(List::stream)
        .map(OcrWord::box)
        .reduce(Box::and)
        .orElseThrow();
  }
}
