package broadsheet.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultLogTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger("FaultLogTest");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final FaultLog log = new FaultLog(logger);

  @BeforeEach
  void listen() {
    logger.setAdditive(false);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
  }

  @Test
  void faultThatManyRequestsMeetIsOneLineWithoutStackTrace() {
    for (int i = 0; i < 100; i++) {
      log.expected("The engine failed", new IllegalStateException("damaged at " + i));
    }
    assertThat(lines.list).hasSize(1);
    assertThat(lines.list.getFirst().getThrowableProxy()).isNull();
    assertThat(lines.list.getFirst().getFormattedMessage())
        .isEqualTo("The engine failed: damaged at 0");
    log.expected("The engine failed", new IllegalStateException("gone"));
    assertThat(lines.list).hasSize(2);
  }

  @Test
  void stackTraceIsLoggedOnce() {
    for (RuntimeException fault : List.of(fault(), fault(), fault())) {
      log.unexpected("Failed", fault);
    }
    log.unexpected("Failed", new IllegalArgumentException("elsewhere"));
    assertThat(lines.list).hasSize(2);
    assertThat(lines.list.getFirst().getThrowableProxy()).isNotNull();
  }

  private static RuntimeException fault() {
    return new IllegalStateException("here");
  }
}
