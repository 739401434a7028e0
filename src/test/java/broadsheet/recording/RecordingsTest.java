package broadsheet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Recording;
import broadsheet.path.SourceRoots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingsTest {
  private static final String SOUND = "ID3 tide and rain";

  @TempDir private Path folder;
  private Path shelf = Path.of("");
  private Recordings recordings = new Recordings(new SourceRoots(List::of));

  @BeforeEach
  void makeShelf() throws IOException {
    shelf = Files.createDirectory(folder.resolve("shelf"));
    recordings = new Recordings(new SourceRoots(() -> List.of(shelf.toString())));
  }

  private Path write(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private boolean isFound(Path media) {
    return recordings.of(new Recording("talk", media.toString())).isPresent();
  }

  /** The first bytes of each container, as their specifications give them. */
  @ParameterizedTest
  @CsvSource({
    "a.mp3, ID3\u0004, audio/mpeg",
    "b.mp3, \u00ff\u00fbx, audio/mpeg",
    "a.m4a, '\u0000\u0000\u0000\u0018ftypM4A', audio/mp4",
    "a.MP4, '\u0000\u0000\u0000\u0018ftypisom', video/mp4",
    "a.webm, '\u001aE\u00df\u00a3x', video/webm",
    "a.ogg, OggS, audio/ogg",
    "a.opus, OggS, audio/ogg",
    "a.ogv, OggS, video/ogg",
    "a.wav, RIFF1234WAVEfmt, audio/wav",
    "a.flac, fLaC, audio/flac"
  })
  void theKindIsThatOfNameAndContent(String name, String head, String type) throws IOException {
    Path file = write("shelf/" + name, head);
    RecordingFile found = recordings.of(new Recording("talk", file.toString())).orElseThrow();
    assertThat(found.kind().mediaType()).isEqualTo(type);
    assertThat(isFound(write("shelf/x-" + name, "<script>alert(1)</script>"))).isFalse();
    assertThat(isFound(write("shelf/" + name + ".html", head))).isFalse();
  }

  @Test
  void nothingOutsideTheSourcesIsFound() throws IOException {
    Path secret = write("secret.mp3", SOUND);
    assertThat(isFound(secret)).isFalse();
    assertThat(isFound(shelf.resolve("../secret.mp3"))).isFalse();
    Path link = Files.createSymbolicLink(shelf.resolve("link.mp3"), secret);
    assertThat(isFound(link)).isFalse();
    assertThat(isFound(Path.of("/nowhere/talk.mp3"))).isFalse();
    assertThat(recordings.of(new Recording("talk", "https://media.example/talk.mp3"))).isEmpty();
    assertThat(recordings.of(new Recording("talk", "\0.mp3"))).isEmpty();
    assertThat(recordings.of(new Recording("talk", ""))).isEmpty();
    assertThat(isFound(Files.createDirectory(shelf.resolve("folder.mp3")))).isFalse();
  }

  @Test
  void aRangeIsReadAndNoMore() throws IOException {
    Path file = write("shelf/talk.mp3", SOUND);
    RecordingFile found = recordings.of(new Recording("talk", file.toString())).orElseThrow();
    try (InputStream in = found.open(new ByteRange(4, 7))) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("tide");
    }
    try (InputStream in = found.open(new ByteRange(4, 7))) {
      assertThat(in.skip(100)).isLessThanOrEqualTo(4);
      assertThat(in.read()).isEqualTo(-1);
    }
    try (InputStream in = found.open(ByteRange.whole(found.size()))) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo(SOUND);
    }
  }
}
