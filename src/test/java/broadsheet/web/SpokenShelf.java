package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with a transcript of 40 seconds and its recording, which is silent. */
final class SpokenShelf {
  /** The id of the article of the transcript. */
  static final String ID = "2024-03-05_Harbour_talk.en";

  static final String ARTICLE = "/article/" + ID;

  static final int SECONDS = 40;

  private static final int RATE = 8_000;
  private static final int HEADER = 44;

  private static final String TALK =
      """
      WEBVTT
      Language: en

      00:01.000 --> 00:04.000
      <v Anna Kim>Good evening. The ferry

      00:04.000 --> 00:08.000
      <v Anna Kim>terminal opens <b>today</b>.

      00:20.000 --> 00:24.500
      <v Tom Reed>Is the quay open & safe?

      00:30.000 --> 00:34.000
      <v Anna Kim>The quay opens tomorrow.
      """;

  private SpokenShelf() {}

  /** Writes the shelf and its index below a folder; returns the index. */
  static Path index(Path folder) throws IOException, InterruptedException {
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.write(shelf.resolve(ID + ".vtt"), TALK.getBytes(UTF_8));
    Files.write(shelf.resolve("2024-03-05_Harbour_talk.wav"), silence());
    Files.write(shelf.resolve("lost.srt"), srt("The lighthouse is dark.").getBytes(UTF_8));
    Files.write(folder.resolve("secret.wav"), silence());
    Files.write(shelf.resolve("outside.srt"), srt("A link leads outside.").getBytes(UTF_8));
    Files.createSymbolicLink(shelf.resolve("outside.wav"), folder.resolve("secret.wav"));
    Files.write(shelf.resolve("page.srt"), srt("A page is no sound.").getBytes(UTF_8));
    Files.write(shelf.resolve("page.mp3"), "<html><script>alert(1)</script>".getBytes(UTF_8));
    Path index = folder.resolve("index");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Indexing.rebuild(index, List.of(shelf)).run(new IndexingLog(nowhere, Progress.Display.NONE));
    return index;
  }

  private static String srt(String text) {
    return "1\n00:00:01,000 --> 00:00:03,000\n" + text + "\n";
  }

  /**
   * Eight bits a sample, one channel. Source: the WAVE format of Microsoft's RIFF specification,
   * http://soundfile.sapp.org/doc/WaveFormat/.
   */
  static byte[] silence() {
    int samples = SECONDS * RATE;
    ByteBuffer wave = ByteBuffer.allocate(HEADER + samples).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(UTF_8)).putInt(HEADER - 8 + samples).put("WAVEfmt ".getBytes(UTF_8));
    wave.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
    wave.putShort((short) 1).putShort((short) 8).put("data".getBytes(UTF_8)).putInt(samples);
    while (wave.hasRemaining()) {
      wave.put((byte) 128);
    }
    return wave.array();
  }
}
