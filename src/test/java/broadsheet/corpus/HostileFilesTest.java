package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Stress;
import broadsheet.Thorough;
import broadsheet.corpus.mail.MailSamples;
import broadsheet.corpus.office.OfficeSamples;
import broadsheet.corpus.pdf.PdfSamples;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated PDFs, office files and mail neither end a run nor cost any other file. */
class HostileFilesTest {
  private static final String GOOD = "Sound story among damaged ones";

  @TempDir Path folder;

  @Test
  void runEndsWithEverythingGoodReadAndNoWorkerLeft() throws Exception {
    run(12, 10);
  }

  @Test
  @Stress
  void thousandMutatedPdfsAndHundredsOfOtherFiles() throws Exception {
    run(1_000, 300);
  }

  @Thorough
  @Test
  void pdfOfTwoThousandPagesAndOneOfTenThousandEmptyPagesEnd() throws Exception {
    Reading.write(
        folder, "long.pdf", PdfSamples.pdf(document -> PdfSamples.report(document, 2_000)));
    Reading.write(
        folder,
        "empty.pdf",
        PdfSamples.pdf(
            document -> {
              for (int i = 0; i < 10_000; i++) {
                PdfSamples.page(document, PDRectangle.A4);
              }
            }));
    Reading.write(folder, "good.txt", Packed.story(GOOD));
    assertThat(result(120)).isEqualTo("1 good, 3 files, 0 workers left");
  }

  private void run(int pdfs, int others) throws IOException, InterruptedException {
    long seed = Long.getLong("seed", 20_260_115);
    Random random = new Random(seed);
    Map<String, byte[]> samples = samples();
    int good = 0;
    int files = 0;
    for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
      int count = sample.getKey().equals("pdf") ? pdfs : others / (samples.size() - 1) + 1;
      for (int i = 0; i < count; i++) {
        write(sample.getKey(), i, mutated(sample.getValue(), random));
        files++;
        if (i % 10 == 0) {
          good++;
          files++;
          Reading.write(folder, sample.getKey() + "/" + i + "-good.txt", Packed.story(GOOD));
        }
      }
      good++;
      files++;
      Reading.write(folder, sample.getKey() + "/good." + sample.getKey(), sample.getValue());
    }
    String result = result(Math.max(120, pdfs));
    assertThat(result)
        .as("seed " + seed)
        .isEqualTo(good + " good, " + files + " files, 0 workers left");
  }

  private void write(String kind, int number, byte[] content) {
    Reading.write(folder, kind + "/" + number + "." + kind, content);
  }

  private static Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("pdf", PdfSamples.story(GOOD));
    samples.put("docx", OfficeSamples.docx(GOOD));
    samples.put("odt", OfficeSamples.odt(GOOD));
    samples.put("pptx", OfficeSamples.pptx(GOOD));
    samples.put("xlsx", OfficeSamples.xlsx(GOOD));
    samples.put("epub", OfficeSamples.epub(GOOD));
    samples.put("rtf", OfficeSamples.rtf(GOOD).getBytes(ISO_8859_1));
    samples.put("eml", MailSamples.message(GOOD).getBytes(UTF_8));
    samples.put("mbox", MailSamples.mailbox(GOOD).getBytes(UTF_8));
    return samples;
  }

  /** Cut off, with bytes flipped, with a part repeated, or with a number made huge. */
  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int at = 8 + random.nextInt(bytes.length - 8);
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, at);
      case 1 -> {
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
          bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> {
        byte[] part = Arrays.copyOfRange(bytes, at / 2, at);
        bytes = Packed.joined(Arrays.copyOf(bytes, at), part, part, whole);
      }
      default -> {
        for (int i = 8; i < bytes.length; i++) {
          boolean isDigit = bytes[i] >= '0' && bytes[i] <= '9';
          bytes[i] = isDigit && random.nextInt(8) == 0 ? (byte) '9' : bytes[i];
        }
      }
    }
    return bytes;
  }

  /** The output of a process with a small heap that reads the folder. */
  private String result(int seconds) throws IOException, InterruptedException {
    File output = folder.resolveSibling(folder.getFileName() + ".out").toFile();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HostileRun.class.getName(),
                    folder.toString(),
                    GOOD))
            .redirectOutput(output)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean hasEnded = process.waitFor(seconds, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(hasEnded).as("ends within " + seconds + " s").isTrue();
    String result = Files.readString(output.toPath()).strip().lines().toList().getLast();
    Files.delete(output.toPath());
    return result;
  }
}
