package broadsheet.assistant;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The stdio transport of the Model Context Protocol: newline-delimited JSON messages in both
 * directions. Unlike the library's transport, it answers a line that is not a message with an error
 * and continues, and when the input ends it sends the pending answers.
 */
final class LineTransport implements McpServerTransportProvider, McpServerTransport {
  private static final Logger LOG = LoggerFactory.getLogger(LineTransport.class);
  private static final int LONGEST_LINE_BYTES = 1024 * 1024;

  private final McpJsonMapper mapper;
  private final OutputStream out;
  private final Phaser underWay = new Phaser(1);
  private @Nullable McpServerSession session;

  /**
   * @param out written to by one thread at a time; never closed
   */
  LineTransport(McpJsonMapper mapper, OutputStream out) {
    this.mapper = mapper;
    this.out = out;
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(this);
  }

  /**
   * Reads messages until the input ends, then waits for their answers.
   *
   * @param patience the longest wait
   * @throws IOException if the input cannot be read
   */
  void readAll(InputStream in, Duration patience) throws IOException {
    InputStream buffered = new BufferedInputStream(in);
    for (Line line = Line.read(buffered); line != null; line = Line.read(buffered)) {
      if (line.isTooLong()) {
        refuse(ErrorCodes.INVALID_REQUEST, "A message may be up to 1 MB.");
      } else if (!line.text().isBlank()) {
        take(line.text());
      }
    }
    try {
      underWay.awaitAdvanceInterruptibly(
          underWay.arrive(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // a call before the session began is never answered
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(String line) {
    McpServerSession open = session;
    if (open == null) {
      throw new IllegalStateException("no session");
    }
    JSONRPCMessage message;
    try {
      message = McpSchema.deserializeJsonRpcMessage(mapper, line);
    } catch (IOException | IllegalArgumentException e) {
      refuse(ErrorCodes.PARSE_ERROR, "This line is not a JSON-RPC message.");
      return;
    }
    underWay.register();
    open.handle(message)
        .doFinally(_ -> underWay.arriveAndDeregister())
        .subscribe(_ -> {}, failure -> LOG.warn("A message failed: {}", failure.getMessage()));
  }

  /** Answers a line that is not a request; its id is therefore not known. */
  private void refuse(int code, String why) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    answer.put("id", null);
    answer.put("error", Map.of("code", code, "message", why));
    write(answer);
  }

  private void write(Object message) {
    try {
      byte[] line = (mapper.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> write(message));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return mapper.convertValue(data, type);
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    McpServerSession open = session;
    return open == null ? Mono.empty() : open.sendNotification(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  @Override
  public void close() {
    // nothing is held
  }

  @Override
  public List<String> protocolVersions() {
    return McpServerTransportProvider.super.protocolVersions();
  }

  /**
   * A line of the input.
   *
   * @param isTooLong whether it was passed over because of its length
   */
  private record Line(String text, boolean isTooLong) {

    /** The next line; null at the end of the input. */
    static @Nullable Line read(InputStream in) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean isTooLong = false;
      int next = in.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        isTooLong |= bytes.size() >= LONGEST_LINE_BYTES;
        if (!isTooLong) {
          bytes.write(next);
        }
        next = in.read();
      }
      return new Line(isTooLong ? "" : bytes.toString(StandardCharsets.UTF_8), isTooLong);
    }
  }
}
