package broadsheet.opensearch;

import java.nio.charset.StandardCharsets;

/** An idempotent request to any node. Immutable. */
final class Call {

  private static final String JSON = "application/json";

  private final String method;
  private final String path;
  private final String type;
  private final byte[] body;
  private final String state;

  private Call(String method, String path, String type, byte[] body) {
    this(method, path, type, body, "");
  }

  private Call(String method, String path, String type, byte[] body, String state) {
    this.method = method;
    this.path = path;
    this.type = type;
    this.body = body;
    this.state = state;
  }

  /**
   * @param path with its parameters
   */
  static Call get(String path) {
    return new Call("GET", path, "", new byte[0]);
  }

  static Call delete(String path) {
    return new Call("DELETE", path, "", new byte[0]);
  }

  static Call post(String path) {
    return new Call("POST", path, "", new byte[0]);
  }

  static Call post(String path, String json) {
    return post(path, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param type the type of the body
   */
  static Call post(String path, String type, byte[] body) {
    return new Call("POST", path, type, body);
  }

  static Call put(String path, String json) {
    return new Call("PUT", path, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same about a state of an archive, see {@link ArchiveState#asked}. */
  Call about(String archiveState) {
    return new Call(method, path, type, body, archiveState);
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** The type of the body; empty without one. */
  String type() {
    return type;
  }

  byte[] body() {
    return body;
  }

  /** The state of an archive that it is about; empty for the newest. */
  String state() {
    return state;
  }
}
