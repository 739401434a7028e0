package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.recognize.ScanSamples;
import broadsheet.recognize.StandIn;
import broadsheet.scan.Jpeg2000Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code index --ocr} in a process of its own, with a script in place of Tesseract on its path. */
class RecognitionIT {
  private static final int PAGES = 6;

  @TempDir private Path folder;

  private Path scans = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void writeScans() throws IOException {
    scans = Files.createDirectories(folder.resolve("scans"));
    index = folder.resolve("index");
    Files.write(scans.resolve("report.pdf"), ScanSamples.pdf(PAGES));
  }

  private Program start(StandIn tesseract, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--index", index.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(
            Program.command(Path.of("").toAbsolutePath(), all.toArray(String[]::new)));
    builder.environment().put("PATH", tesseract.folder().toString());
    return Program.start(builder);
  }

  private Program.Ended run(StandIn tesseract, String... arguments)
      throws IOException, InterruptedException {
    try (Program program = start(tesseract, arguments)) {
      return program.ended();
    }
  }

  @Test
  void pagesThatAKilledRunRecognizedAreNotRecognizedAgain() throws Exception {
    StandIn tesseract =
        StandIn.doing(
            folder.resolve("tools"), "[ $n = 4 ] && exec sleep 600; cat \"$here/alto.xml\"");
    List<ProcessHandle> started;
    try (Program program = start(tesseract, "index", "--ocr", scans.toString())) {
      await(tesseract, 4, program);
      started = ProcessHandle.of(program.pid()).orElseThrow().descendants().toList();
      program.kill();
    }
    assertThat(started).as("the worker and the program that it runs").hasSizeGreaterThan(1);
    for (ProcessHandle process : started) {
      process.onExit().get(30, TimeUnit.SECONDS);
    }
    Program.Ended again = run(tesseract, "index", "--ocr", scans.toString());
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).startsWith("indexed 1,");
    assertThat(tesseract.calls()).as("three, one cut off, and the rest").isEqualTo(PAGES + 1);
    assertThat(Program.on(index, "search", "frost harbour").out()).contains("report");
  }

  private static void await(StandIn tesseract, int calls, Program program) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (tesseract.calls() < calls) {
      assertThat(program.isAlive()).as(program.err()).isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void updatesRememberWhetherAndInWhichLanguagesPagesAreRecognized() throws Exception {
    StandIn tesseract = StandIn.in(folder.resolve("tools"));
    Files.writeString(scans.resolve("a.txt"), "One headline\n\nAll about the rain of today.\n");
    assertThat(run(tesseract, "index", scans.toString()).out()).startsWith("indexed 1,");
    assertThat(run(tesseract, "index", "--update", "--ocr").out()).startsWith("indexed 1,");
    Files.write(scans.resolve("2.png"), ScanSamples.image("png", List.of("Another page")));
    assertThat(run(tesseract, "index", "--update").out())
        .startsWith("indexed 1, unchanged 2, removed 0,");
    assertThat(tesseract.calls()).isEqualTo(PAGES + 1);
    assertThat(run(tesseract, "index", "--update", "--ocr=eng+deu").exitCode()).isZero();
    assertThat(Program.on(index, "stats").out()).contains(scans + " with OCR in eng+deu");
    assertThat(tesseract.calls()).isEqualTo(2 * (PAGES + 1));
    assertThat(run(tesseract, "index", "--update").out())
        .startsWith("indexed 0, unchanged 3, removed 0,");
    Files.writeString(scans.resolve("2.txt"), "Two\n\nThe text of the other page is here.\n");
    assertThat(run(tesseract, "index", "--update").out())
        .as("the picture whose text came")
        .startsWith("indexed 1, unchanged 2, removed 1,");
    assertThat(run(tesseract, "index", "--update", "--ocr=off", "--allow-removals").out())
        .startsWith("indexed 0, unchanged 2, removed 1,");
    assertThat(run(tesseract, "index").out()).startsWith("indexed 2,");
  }

  /** The folder of the script is the search path, without OpenJPEG at first. */
  @Test
  void anUpdateReadsPagesOnceTheirPicturesCanBeDecoded() throws Exception {
    Path decoder = Jpeg2000Samples.decoder().orElseThrow();
    StandIn tesseract = StandIn.in(folder.resolve("tools"));
    byte[] page = Jpeg2000Samples.encoded(ScanSamples.page(List.of("Another page")), "jp2");
    Files.write(scans.resolve("2.jp2"), page);
    Files.write(
        scans.resolve("3.pdf"),
        PdfSamples.pdf(document -> ScanSamples.addJpeg2000(document, page)));
    Program.Ended without = run(tesseract, "index", "--ocr", scans.toString());
    assertThat(without.out()).contains("failed 2");
    assertThat(without.err()).contains("needs OpenJPEG");
    assertThat(run(tesseract, "index", "--update").out())
        .startsWith("indexed 0, unchanged")
        .contains("failed 0");
    Path installed = tesseract.folder().resolve("opj_decompress");
    Files.writeString(installed, "#!/bin/sh\nexec " + decoder + " \"$@\"\n");
    Files.setPosixFilePermissions(installed, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(run(tesseract, "index", "--update").out())
        .startsWith("indexed 2, unchanged 1")
        .contains("failed 0");
    assertThat(tesseract.calls()).as("nothing twice").isEqualTo(PAGES + 2);
  }

  @Test
  void recognizedPagesAreDeletedWithTheirFileOrSource() throws Exception {
    StandIn tesseract = StandIn.in(folder.resolve("tools"));
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.write(other.resolve("2.png"), ScanSamples.image("png", List.of("Another page")));
    Files.write(other.resolve("3.png"), ScanSamples.image("png", List.of("A third page")));
    run(tesseract, "index", "--ocr", scans.toString(), other.toString());
    assertThat(kept()).isEqualTo(PAGES + 2);
    Files.delete(other.resolve("2.png"));
    run(tesseract, "index", "--update");
    assertThat(kept()).isEqualTo(PAGES + 2);
    Thread.sleep(2_100); // files that are that recent count as used
    run(tesseract, "index");
    assertThat(kept()).as("after a rebuild").isEqualTo(PAGES + 1);
    run(tesseract, "index", "--forget", scans.toString());
    assertThat(kept()).isEqualTo(1);
    assertThat(run(tesseract, "index").out()).startsWith("indexed 1,");
    assertThat(tesseract.calls()).isEqualTo(PAGES + 2);
  }

  private long kept() throws IOException {
    try (Stream<Path> files = Files.walk(index.resolve("recognized"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void withoutTesseractOrALanguageNothingIsReadAndTheIndexStays() throws Exception {
    StandIn tesseract = StandIn.in(folder.resolve("tools"));
    run(tesseract, "index", "--ocr", scans.toString());
    Program.Ended language = run(tesseract, "index", "--ocr=fra", scans.toString());
    language.assertRefused();
    assertThat(language.err()).contains("apt install tesseract-ocr-fra");
    Files.delete(tesseract.folder().resolve("tesseract"));
    Files.writeString(scans.resolve("a.txt"), "One headline\n\nAll about the rain of today.\n");
    for (String[] arguments :
        new String[][] {{"index", "--ocr", scans.toString()}, {"index", "--update"}}) {
      Program.Ended missing = run(tesseract, arguments);
      missing.assertRefused();
      assertThat(missing.err()).contains("apt install tesseract-ocr").contains("--ocr=off");
    }
    assertThat(Program.on(index, "search", "frost harbour").out()).contains("report");
    assertThat(run(tesseract, "index", "--update", "--ocr=off", "--allow-removals").exitCode())
        .isZero();
  }
}
