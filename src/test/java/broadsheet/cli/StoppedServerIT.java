package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to stop while a client takes very long to read an answer. */
class StoppedServerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** More than all buffers between server and client hold, so that the export stays unfinished. */
  private static final int ARTICLES = 4_000;

  @TempDir private Path folder;

  @Test
  void itEndsInTimeAndQuietlyAndClosesTheConnection() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    StringBuilder rows = new StringBuilder("title,body\n");
    for (int i = 0; i < ARTICLES; i++) {
      rows.append("Story ").append(i).append(',').append("rain again ".repeat(300)).append('\n');
    }
    Files.writeString(corpus.resolve("a.csv"), rows);
    String index = folder.resolve("index").toString();
    assertThat(Program.run("index", corpus.toString(), "--index", index).exitCode()).isZero();
    try (Serving serving =
            Serving.readied(Program.start("serve", "--port", "0", "--index", index));
        Socket reader = startReading(serving, "/search.jsonl?q=rain")) {
      serving.program().terminate();
      Program.Ended ended = serving.program().ended(PATIENCE);
      assertThat(ended.exitCode()).isIn(0, 143);
      assertThat(ended.err()).isEmpty();
      assertThat(rest(reader)).isLessThan((long) ARTICLES * 3_000);
    }
  }

  /** Asks for a page and reads only its first byte. */
  private static Socket startReading(Serving serving, String page) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), serving.address().getPort()));
    String request = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  /** Reads until the connection is closed. Returns the number of bytes. */
  private static long rest(Socket socket) {
    long bytes = 0;
    try {
      InputStream in = socket.getInputStream();
      byte[] part = new byte[8_192];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        bytes += read;
      }
    } catch (IOException e) {
      assertThat(e).isNotInstanceOf(java.net.SocketTimeoutException.class);
    }
    return bytes;
  }
}
