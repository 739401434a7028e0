package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.Reading;
import broadsheet.corpus.SourceReach;
import broadsheet.evaluate.TopicPart;
import broadsheet.indexing.InstalledTesseract;
import broadsheet.recognize.Recognizer;
import broadsheet.recognize.Tesseract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * Compares the text that {@code --ocr} recognizes with the true one. {@code -Dcorpus=PATH} names a
 * folder with PDFs and images below it. The truth of {@code a/b.pdf} is {@code a/b.txt}, {@code
 * a/b.pdf.txt} or, for its first page, {@code truth/b.pdf.page1.txt}; that of {@code images/b.tif}
 * may also be ALTO keyed by hand, {@code gt/b.xml}. PDFs that have text are drawn first, at {@code
 * -Ddpi}. {@code -Dpart=even} or {@code odd} takes half of the files, {@code -Dlanguages} names the
 * languages.
 */
public final class RecognitionMeasure {
  private static final int ROW = 4;
  private static final int FEWEST_WORDS = 40;
  private static final Pattern HYPHEN =
      Pattern.compile("(?<=\\p{L})[-\u00ac\u00ad\u2010]\\R\\s*(?=\\p{Ll})");

  private static final Pattern SCAN = Pattern.compile("(?i).*\\.(?:pdf|png|jpe?g|tiff?)");

  private final Tesseract tesseract;
  private final Path work;
  private final int dpi;

  private RecognitionMeasure(Tesseract tesseract, Path work, int dpi) {
    this.tesseract = tesseract;
    this.work = work;
    this.dpi = dpi;
  }

  private record Truth(Path file, String text, boolean isFirstPage) {}

  private record Result(
      String name, int words, TextOverlap single, TextOverlap rows, int quality, double seconds) {}

  /** Prints a row for each file, and the means. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(System.getProperty("corpus", ""));
    TopicPart part = TopicPart.valueOf(System.getProperty("part", "all").toUpperCase(Locale.ROOT));
    RecognitionMeasure measure =
        new RecognitionMeasure(
            InstalledTesseract.find(System.getProperty("languages", "eng")),
            Files.createTempDirectory("recognition"),
            Integer.getInteger("dpi", 150));
    List<Result> results = new ArrayList<>();
    for (Truth truth : truths(folder)) {
      if (part.has(truth.file().getFileName().toString())) {
        results.add(measure.result(truth));
      }
    }
    System.out.println(
        "F1 with the true text                    words  1-grams  4-grams  quality  s");
    results.forEach(result -> print(result.name(), List.of(result)));
    print(results.size() + " files", results);
  }

  private static List<Truth> truths(Path folder) throws IOException {
    List<Truth> truths = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> SCAN.matcher(f.toString()).matches()).sorted().toList()) {
        truth(folder, file)
            .filter(truth -> truth.text().split("\\s+", -1).length >= FEWEST_WORDS)
            .ifPresent(truths::add);
      }
    }
    return truths;
  }

  private static Optional<Truth> truth(Path folder, Path file) throws IOException {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Path first = folder.resolve("truth/" + name + ".page1.txt");
    Path keyed = file.resolveSibling("../gt/" + stem + ".xml").normalize();
    for (Path text :
        List.of(first, file.resolveSibling(name + ".txt"), file.resolveSibling(stem + ".txt"))) {
      if (Files.exists(text)) {
        return Optional.of(truth(file, Files.readString(text), text.equals(first)));
      }
    }
    return Files.exists(keyed) ? Optional.of(truth(file, keyed(keyed), false)) : Optional.empty();
  }

  private static Truth truth(Path file, String text, boolean isFirstPage) {
    return new Truth(file, HYPHEN.matcher(text).replaceAll(""), isFirstPage);
  }

  /** Read without any of our classes. */
  private static String keyed(Path alto) throws IOException {
    return Jsoup.parse(Files.readString(alto), "", Parser.xmlParser()).select("TextLine").stream()
        .map(line -> String.join(" ", line.select("String").eachAttr("CONTENT")))
        .collect(Collectors.joining("\n"));
  }

  private Result result(Truth truth) throws IOException {
    Path scan = scanned(truth);
    long start = System.nanoTime();
    Corpus.Part part =
        new Corpus.Part(scan, scan, List.of(), SourceReach.within(List.of(scan), false));
    Recognizer recognizer = Recognizer.with(tesseract, work.resolve("cache"));
    List<Article> read = Reading.of(Corpus.of(List.of(part), Reading.TODAY, recognizer)).articles();
    double seconds = (System.nanoTime() - start) / 1e9;
    String text = read.stream().map(RecognitionMeasure::text).collect(Collectors.joining("\n"));
    return new Result(
        truth.file().getFileName().toString(),
        truth.text().split("\\s+", -1).length,
        TextOverlap.of(text, truth.text(), 1),
        TextOverlap.of(text, truth.text(), ROW),
        read.isEmpty() ? -1 : read.getFirst().positions().quality(),
        seconds);
  }

  private static String text(Article article) {
    return article.title() + "\n" + String.join("\n", article.paragraphs());
  }

  /** A copy of the file without the truth beside it; of a PDF with text, its pages drawn. */
  private Path scanned(Truth truth) throws IOException {
    Path file = truth.file();
    Path copy = Files.createTempDirectory(work, "scan").resolve(file.getFileName().toString());
    if (!file.toString().endsWith(".pdf")) {
      return Files.copy(file, copy);
    }
    try (PDDocument document = Loader.loadPDF(file.toFile());
        PDDocument scan = new PDDocument()) {
      if (new PDFTextStripper().getText(document).isBlank()) {
        return Files.copy(file, copy);
      }
      int pages = truth.isFirstPage() ? 1 : document.getNumberOfPages();
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < pages; i++) {
        draw(renderer.renderImageWithDPI(i, dpi, ImageType.RGB), scan);
      }
      scan.save(copy.toFile());
    }
    return copy;
  }

  private void draw(BufferedImage page, PDDocument scan) throws IOException {
    float width = page.getWidth() * 72f / dpi;
    float height = page.getHeight() * 72f / dpi;
    PDPage sheet = new PDPage(new PDRectangle(width, height));
    scan.addPage(sheet);
    try (PDPageContentStream content = new PDPageContentStream(scan, sheet)) {
      content.drawImage(LosslessFactory.createFromImage(scan, page), 0, 0, width, height);
    }
  }

  private static void print(String name, List<Result> results) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %5d    %.3f    %.3f    %3.0f  %5.1f%n",
        name,
        results.stream().mapToInt(Result::words).sum(),
        results.stream().mapToDouble(r -> r.single().f1()).average().orElse(0),
        results.stream().mapToDouble(r -> r.rows().f1()).average().orElse(0),
        results.stream().mapToInt(Result::quality).average().orElse(0),
        results.stream().mapToDouble(Result::seconds).average().orElse(0));
  }
}
