package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Stress;
import broadsheet.Thorough;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to a gigabyte, or to very many items, are read within their budget. */
@Thorough
class BombTest {

  @TempDir private Path folder;

  private static byte[] repeated(String unit, int members) {
    byte[] member = Reading.gzip(unit.repeat((16 << 20) / unit.length()).getBytes(UTF_8));
    byte[][] all = new byte[members][];
    Arrays.fill(all, member);
    return Packed.joined(all);
  }

  private static Map<String, byte[]> bombs() {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    bombs.put("zeros.gz", Packed.gzip('\0', 64));
    bombs.put("line.txt.gz", Packed.gzip('x', 64));
    bombs.put("line.jsonl.gz", Packed.gzip('x', 64));
    bombs.put("nested.gz", Reading.gzip(Reading.gzip(Packed.gzip('x', 64))));
    bombs.put("line.jsonl.xz", Packed.xz(new byte[64 << 20]));
    bombs.put("line.jsonl.bz2", Packed.bzip2(new byte[48 << 20]));
    bombs.put("line.jsonl.zst", Packed.zstd(new byte[64 << 20]));
    bombs.put(
        "rows.csv.gz",
        Packed.joined(Reading.gzip("title,body\n".getBytes(UTF_8)), repeated("a,b\n", 64)));
    bombs.put("rows.jsonl.gz", repeated("{\"title\": \"A story\"}\n", 64));
    bombs.put("tags.html.gz", repeated("<div>", 64));
    bombs.put("arrays.json.gz", repeated("[", 64));
    bombs.put("elements.xml.gz", repeated("<a>", 64));
    bombs.put("files.zip", multiplied(Packed.story("One"), 6));
    bombs.put(
        "files.tar.gz",
        Reading.gzip(
            Packed.tar(
                tar -> {
                  for (int i = 0; i < 200_000; i++) {
                    Packed.file(tar, i + ".txt", new byte[0]);
                  }
                })));
    bombs.put("document.docx", BudgetTest.officeBomb("word/document.xml"));
    bombs.put("picture.docx", BudgetTest.officeBomb("word/media/image1.png"));
    bombs.put("sheet.xlsx", BudgetTest.sheetBomb());
    bombs.put("documents.zip", documents(BudgetTest.officeBomb("word/media/image1.png")));
    bombs.put("message.eml", message(Packed.gzip('x', 64), 1));
    bombs.put("messages.eml", message(Packed.gzip('x', 2), 7));
    bombs.put("books.zip", documents(BudgetTest.officeBomb("word/document.xml")));
    return bombs;
  }

  /** Folders, and archives, of files that are read with each other. */
  private static Map<String, Map<String, byte[]>> issues() {
    Map<String, Map<String, byte[]>> issues = new LinkedHashMap<>();
    issues.put("one-page", IssueBombs.onePage(false));
    issues.put("one-page-of-articles", IssueBombs.onePage(true));
    issues.put("pages-in-turn", IssueBombs.pagesInTurn(false));
    issues.put("pages-in-turn-of-articles", IssueBombs.pagesInTurn(true));
    issues.put("empty-pages", IssueBombs.emptyPages());
    return issues;
  }

  /** Sixteen in one, nested this many times. */
  private static byte[] multiplied(byte[] content, int levels) {
    byte[] packed = content;
    for (int level = 0; level < levels; level++) {
      byte[] inner = packed;
      packed =
          Packed.zip(
              zip -> {
                for (int i = 0; i < 16; i++) {
                  zip.putNextEntry(new ZipEntry(i + ".zip"));
                  zip.write(inner);
                }
              });
    }
    return packed;
  }

  private static byte[] documents(byte[] document) {
    return Packed.zip(
        zip -> {
          for (int i = 0; i < 5; i++) {
            Packed.stored(zip, i + ".docx", document);
          }
        });
  }

  /** A message with an attachment, in a message, and so on. */
  private static byte[] message(byte[] attachment, int levels) {
    byte[] content = attachment;
    for (int level = 0; level < levels; level++) {
      String name = level == 0 ? "a.jsonl.gz" : level + ".eml";
      content =
          ("From: a@example.org\nTo: b@example.org\nSubject: Story\nMIME-Version: 1.0\n"
                  + "Content-Type: application/octet-stream; name=\""
                  + name
                  + "\"\nContent-Disposition: attachment; filename=\""
                  + name
                  + "\"\nContent-Transfer-Encoding: base64\n\n"
                  + Base64.getMimeEncoder().encodeToString(content)
                  + "\n")
              .getBytes(UTF_8);
    }
    return content;
  }

  @Test
  @Stress
  @Timeout(120) // on a slow machine; each takes less than a second
  void eachIsRefusedOrReadWithinItsBudget() {
    Map<String, Path> files = new LinkedHashMap<>();
    bombs().forEach((name, content) -> files.put(name, Reading.write(folder, name, content)));
    issues()
        .forEach(
            (name, issue) -> {
              Path inside = folder.resolve(name);
              issue.forEach((file, content) -> Reading.write(inside, file, content));
              byte[] zip =
                  Packed.zip(
                      out -> {
                        for (Map.Entry<String, byte[]> file : issue.entrySet()) {
                          Packed.stored(out, file.getKey(), file.getValue());
                        }
                      });
              files.put(name, inside);
              files.put(name + ".zip", Reading.write(folder, name + ".zip", zip));
            });
    files.forEach(
        (name, file) ->
            assertThat(Reading.of(file).entries().isEmpty() && !name.startsWith("one-page"))
                .as(name)
                .isFalse());
  }

  /**
   * A file that is small, or within the limits for its size, is read however well it compresses.
   */
  @Test
  void textThatPacksWellIsRead() {
    String lines = "{\"title\": \"A story of the day\", \"text\": \"It goes on as it did.\"}\n";
    Reading.write(folder, "a.jsonl.gz", Reading.gzip(lines.repeat(20_000).getBytes(UTF_8)));
    String text = "Story\n\n" + "It goes on as it did.\n".repeat(100_000);
    Reading.write(folder, "b.txt.gz", Reading.gzip(text.getBytes(UTF_8)));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(20_001);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).isEmpty();
  }

  @Test
  void filesInFilesAreReadUpToALimit() {
    Path files = Reading.write(folder, "files.zip", multiplied(Packed.story("One"), 6));
    assertThat(Reading.of(files).articles()).hasSizeLessThan(5_001);
  }
}
