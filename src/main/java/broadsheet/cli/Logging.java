package broadsheet.cli;

import broadsheet.ledger.Printable;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Configures Logback in code: the log goes to standard error. Logback finds it as a service; code
 * is read faster at the start than a file of settings. A file named by {@code
 * -Dlogback.configurationFile} is used instead.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  private static final Map<String, Level> LEVELS =
      Map.of(
          Logger.ROOT_LOGGER_NAME,
          Level.WARN,
          "broadsheet",
          Level.INFO,
          // The ledger records what is wrong with a page.
          "net.dankito.readability4j",
          Level.ERROR,
          // Anyone can send a broken Host header; each would be a line. The answer says what is
          // wrong.
          "org.eclipse.jetty.util.HostPort",
          Level.ERROR,
          "org.eclipse.jetty.http.HttpParser",
          Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    LEVELS.forEach((name, level) -> log.getLogger(name).setLevel(level));
    log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError(log));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
    PatternLayoutEncoder lines =
        new PatternLayoutEncoder() {
          @Override
          public byte[] encode(ILoggingEvent event) {
            return Printable.text(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
          }
        };
    lines.setContext(log);
    lines.setPattern("%d{HH:mm:ss} %-5level %logger{20}: %msg%n");
    lines.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(log);
    appender.setTarget("System.err");
    appender.setEncoder(lines);
    appender.start();
    return appender;
  }
}
