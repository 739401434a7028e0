package broadsheet.scan;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.PrintedPage;
import broadsheet.path.PathName;
import broadsheet.path.SourceRoots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScansTest {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1};

  @TempDir Path folder;
  private Path shelf = Path.of("");
  @AutoClose private Scans scans = new Scans(new SourceRoots(List::of));

  @BeforeEach
  void makeShelf() throws IOException {
    shelf = Files.createDirectory(folder.resolve("shelf"));
    scans =
        new Scans(
            new SourceRoots(() -> List.of(shelf.toString(), folder.resolve("gone").toString())));
  }

  private static ScanAnswer.Image image(Scan scan) throws IOException {
    ScanAnswer answer = scan.open();
    assertThat(answer).isInstanceOf(ScanAnswer.Image.class);
    return (ScanAnswer.Image) answer;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private boolean isShown(Path image) {
    PrintedPage page = new PrintedPage(1, "1", 0, 0, image.toString());
    return scans.of(page, ScanSize.FULL).isPresent();
  }

  @Test
  void imagesInTheSourcesAreFound() throws IOException {
    Path image = write("shelf/1.jpg", JPEG);
    PrintedPage page = new PrintedPage(1, "1", 0, 0, image.toString());
    Scan scan = scans.of(page, ScanSize.FULL).orElseThrow();
    try (InputStream content = image(scan).content()) {
      assertThat(content).hasBinaryContent(JPEG);
    }
    assertThat(isShown(write("shelf/2.PNG", new byte[] {(byte) 0x89, 'P', 'N', 'G'}))).isTrue();
  }

  @Test
  void imagesAndSourcesMayHaveNamesInAnyEncoding() throws IOException {
    Path source = Files.createDirectory(folder.resolve(PathName.toPath("\\xE9t\\xE9")));
    scans = new Scans(new SourceRoots(() -> List.of(PathName.of(source))));
    Path image = Files.write(source.resolve(PathName.toPath("\\xE9.jpg")), JPEG);
    Files.write(source.resolve(PathName.toPath("\\xE8.jpg")), new byte[0]);
    PrintedPage page = new PrintedPage(1, "1", 0, 0, PathName.of(image));
    Scan scan = scans.of(page, ScanSize.FULL).orElseThrow();
    try (InputStream content = image(scan).content()) {
      assertThat(content).hasBinaryContent(JPEG);
    }
    assertThat(scans.size(page)).isEmpty();
  }

  @Test
  void nothingOutsideOfTheSourcesIsFound() throws IOException {
    Path outside = write("secret.jpg", JPEG);
    assertThat(isShown(outside)).isFalse();
    assertThat(isShown(shelf.resolve("../secret.jpg"))).isFalse();
    assertThat(isShown(Files.createSymbolicLink(shelf.resolve("link.jpg"), outside))).isFalse();
    assertThat(isShown(Path.of("/etc/hostname"))).isFalse();
  }

  @Test
  void whatIsNoImageIsNotFoundWhateverItsName() throws IOException {
    assertThat(isShown(write("shelf/text.jpg", "<html>".getBytes(StandardCharsets.UTF_8))))
        .isFalse();
    assertThat(isShown(write("shelf/empty.jpg", new byte[0]))).isFalse();
    assertThat(isShown(write("shelf/scan.txt", JPEG))).isFalse();
    assertThat(isShown(Files.createDirectory(shelf.resolve("folder.jpg")))).isFalse();
    assertThat(isShown(shelf.resolve("missing.jpg"))).isFalse();
    assertThat(scans.has(new PrintedPage(1, "1", 0, 0, ""))).isFalse();
    assertThat(scans.has(new PrintedPage(1, "1", 0, 0, "bad\0name.jpg"))).isFalse();
  }

  @Test
  void anImageOfWhichNoSmallOneCanBeDrawnIsShownAsItIs() throws IOException {
    PrintedPage page = new PrintedPage(1, "1", 0, 0, write("shelf/1.jpg", JPEG).toString());
    ScanAnswer.Image small = image(scans.of(page, ScanSize.SMALL).orElseThrow());
    try (InputStream content = small.content()) {
      assertThat(content).hasBinaryContent(JPEG);
    }
  }

  @Test
  void imagesBesideASingleSourceFileAreFound() throws IOException {
    Path mets = write("shelf/mets.xml", new byte[] {'<'});
    Path image = write("shelf/1.jpg", JPEG);
    scans = new Scans(new SourceRoots(() -> List.of(mets.toString())));
    assertThat(isShown(image)).isTrue();
  }
}
