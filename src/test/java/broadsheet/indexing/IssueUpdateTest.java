package broadsheet.indexing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.print.Alto4;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issue whose files arrive, change and go one by one is indexed as if all had been there. */
class IssueUpdateTest {
  private static final String METS =
      """
      <mets xmlns:xlink="x"><fileSec><fileGrp>
      <file ID="T1" MIMETYPE="text/xml"><FLocat xlink:href="text/1.xml"/></file>
      <file ID="T2" MIMETYPE="text/xml"><FLocat xlink:href="text/2.xml"/></file></fileGrp></fileSec>
      <structMap TYPE="LOGICAL"><div TYPE="ISSUE" LABEL="Ember 1904-01-17">
      <div ID="a" TYPE="ARTICLE" LABEL="New bridge opens"><fptr><seq>
      <area FILEID="T1" BEGIN="b"/><area FILEID="T2" BEGIN="c"/></seq></fptr></div>
      </div></structMap></mets>
      """;

  private static final String PAGE_1 = new Alto4().block("b", "The bridge across the").toString();
  private static final String PAGE_2 = new Alto4().block("c", "river opened.").toString();

  @TempDir Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void nameIndex() throws IOException {
    index = folder.resolve("index");
    Files.createDirectories(folder.resolve("shelf/other"));
    write("other/a.txt", "Rain tomorrow\n\nIt will rain in all parts tomorrow.\n");
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve("shelf").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content, UTF_8);
  }

  private Indexing.Outcomes index(boolean isUpdate, Path index, Path... paths) {
    IndexingLog log = new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE);
    return new Indexing(index, List.of(paths), IndexingScope.Manner.USUAL, isUpdate).run(log);
  }

  private void build() {
    index(false, index, folder.resolve("shelf"));
  }

  /** Updates, and compares with a rebuild. */
  private void update(Path... paths) {
    index(true, index, paths);
    Path rebuilt = folder.resolve("rebuilt");
    index(false, rebuilt, folder.resolve("shelf"));
    IndexContents expected = IndexContents.of(rebuilt);
    IndexContents actual = IndexContents.of(index);
    assertThat(actual.without(expected)).as("too much").isEmpty();
    assertThat(expected.without(actual)).as("too little").isEmpty();
  }

  @Test
  void recordingGetsTheTranscriptThatCameLater() throws IOException {
    write("talk.mp3", "ID3\0\0\0\0");
    build();
    write("talk.en.srt", "1\n00:00:01,000 --> 00:00:04,000\nGood evening from the harbour.\n");
    update();
    Files.delete(folder.resolve("shelf/talk.en.srt"));
    update();
  }

  @Test
  void draftOfANewsletterBecomesAnArticleOncePublished() throws IOException {
    String posts = "post_id,post_date,is_published,title\n1.bridge,2024-05-13,false,New bridge\n";
    write("export/posts.csv", posts);
    build();
    write("export/posts/1.bridge.html", "<p>The bridge opened.</p>");
    update(folder.resolve("shelf/export/posts/1.bridge.html"));
    write("export/posts.csv", posts.replace("false", "true"));
    update();
    write("export/posts/1.bridge.html", "<p>The bridge over the Ember opened.</p>");
    update(folder.resolve("shelf/export/posts/1.bridge.html"));
    Files.delete(folder.resolve("shelf/export/posts.csv"));
    update();
  }

  @Test
  void pagesThatCameFirstBecomePartsOfTheIssue() throws IOException {
    write("issue/text/1.xml", PAGE_1);
    write("issue/text/2.xml", PAGE_2);
    build();
    write("issue/mets.xml", METS);
    update();
  }

  @Test
  void aPageThatComesLateCompletesTheIssue() throws IOException {
    write("issue/mets.xml", METS);
    write("issue/text/1.xml", PAGE_1);
    build();
    Path page = write("issue/text/2.xml", PAGE_2);
    update(page);
  }

  @Test
  void aFolderOfPagesThatComesLateCompletesTheIssue() throws IOException {
    write("issue/mets.xml", METS);
    build();
    write("issue/text/1.xml", PAGE_1);
    write("issue/text/2.xml", PAGE_2);
    update(folder.resolve("shelf/issue/text"));
  }

  @Test
  void aPageThatChangesChangesItsArticles() throws IOException {
    write("issue/mets.xml", METS);
    write("issue/text/1.xml", PAGE_1);
    Path page = write("issue/text/2.xml", PAGE_2);
    build();
    write("issue/text/2.xml", new Alto4().block("c", "harbour opened.").toString());
    update(page);
  }

  @Test
  void pagesWhoseIssueIsGoneAreArticlesAgain() throws IOException {
    Path mets = write("issue/mets.xml", METS);
    write("issue/text/1.xml", PAGE_1);
    write("issue/text/2.xml", PAGE_2);
    build();
    Files.delete(mets);
    update(mets);
  }

  @Test
  void aPageThatIsGoneIsReported() throws IOException {
    write("issue/mets.xml", METS);
    write("issue/text/1.xml", PAGE_1);
    Path page = write("issue/text/2.xml", PAGE_2);
    build();
    Files.delete(page);
    update(page);
  }

  /** File systems have coarse clocks, so a file that changed a moment ago is read once more. */
  @Test
  void anIssueThatIsAsItWasIsNotReadAgain() throws Exception {
    write("issue/mets.xml", METS);
    write("issue/text/1.xml", PAGE_1);
    write("issue/text/2.xml", PAGE_2);
    Thread.sleep(2_100);
    build();
    List<Path> before = files();
    index(true, index);
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(index)) {
      return files.sorted().toList();
    }
  }
}
