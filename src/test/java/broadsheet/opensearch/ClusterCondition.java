package broadsheet.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether this machine can run a {@link TestCluster}. */
final class ClusterCondition implements ExecutionCondition {

  private static final long NEEDED_MB = 2_500;
  private static final Path MEMORY = Path.of("/proc/meminfo");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> reason = NodeFiles.missing().or(ClusterCondition::littleMemory);
    if (reason.isEmpty()) {
      return ConditionEvaluationResult.enabled("a cluster can be started");
    }
    String message = "Tests on a cluster cannot run: " + reason.get();
    if (System.getProperty("cluster", "auto").equals("required")) {
      throw new IllegalStateException(message);
    }
    System.out.println(message);
    return ConditionEvaluationResult.disabled(message);
  }

  private static Optional<String> littleMemory() {
    try (Stream<String> lines = Files.lines(MEMORY)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .filter(available -> available < NEEDED_MB)
          .map(
              available ->
                  "three nodes need %s MB of memory, and %s MB are free"
                      .formatted(NEEDED_MB, available))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // not Linux: try
    }
  }
}
