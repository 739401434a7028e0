package broadsheet.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer to a request whose target is sent as it is. Other clients correct it. */
record RawAnswer(String text) {

  static RawAnswer to(
      int port, String method, String target, String host, Map<String, String> headers, String body)
      throws IOException {
    String more =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    String request =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %s\r\n%s\r\n%s"
            .formatted(method, target, host, body.length(), more, body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new RawAnswer(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  int status() {
    return Integer.parseInt(text.split(" ", 3)[1]);
  }

  Optional<String> header(String name) {
    return text.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst();
  }

  /** Whether nothing is there; 400 where the server cannot read the address. */
  boolean isNothing() {
    return status() == 404 || status() == 400;
  }

  @Override
  public String toString() {
    return text.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("; "));
  }
}
