package broadsheet.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends forms with files, as a browser does. */
final class UploadingClient {
  private static final String BOUNDARY = "----part";

  private UploadingClient() {}

  /** Sends text fields to a server whose page they come from. */
  static HttpResponse<String> send(
      HttpClient client, String site, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> body.append(part("name=\"" + name + "\"", value)));
    return send(client, site, path, whole(body.toString()));
  }

  /** A file as part of a form. */
  static String file(String name, String text) {
    return part(
        "name=\"%s\"; filename=\"queries.csv\"\r\nContent-Type: text/csv".formatted(name), text);
  }

  private static String part(String disposition, String text) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, disposition, text);
  }

  /** The bytes of a form of these parts. */
  static byte[] whole(String parts) {
    return (parts + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static HttpResponse<String> send(HttpClient client, String site, String path, byte[] body)
      throws IOException, InterruptedException {
    return client.send(request(site, path, body), HttpResponse.BodyHandlers.ofString());
  }

  /** Such a form, to be sent. */
  static HttpRequest request(String site, String path, byte[] body) {
    return HttpRequest.newBuilder(URI.create(site + path))
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .header("Origin", site)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }
}
