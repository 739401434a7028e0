package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {

  private final LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();

  @Test
  void logIsStandardError() {
    assertThat(log.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
        .toIterable()
        .singleElement()
        .satisfies(
            appender ->
                assertThat(((ConsoleAppender<ILoggingEvent>) appender).getTarget())
                    .isEqualTo("System.err"));
  }

  @Test
  void newsAreOurOwnAndLibrariesOnlyWarn() {
    assertThat(log.getLogger("broadsheet.web").getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(log.getLogger("org.eclipse.jetty").getEffectiveLevel()).isEqualTo(Level.WARN);
    assertThat(log.getLogger("org.eclipse.jetty.http.HttpParser").isWarnEnabled()).isFalse();
  }

  @Test
  void logCannotControlTheTerminal() {
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            log.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().next();
    LoggingEvent event =
        new LoggingEvent("", log.getLogger("a"), Level.WARN, "gone: a\u001b[2J.txt", null, null);
    assertThat(new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8))
        .endsWith("gone: a\\u001b[2J.txt\n");
  }
}
