package broadsheet.opensearch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a third of the contracts on a cluster, another each day, since the same engine keeps all of
 * them on three shards in one process. With {@code -Dcontracts=all} all are run, with {@code
 * -Dcontracts=N} those of the day {@code N}, counted from 1970-01-01.
 */
final class DrawnContracts implements ExecutionCondition {

  private static final int DAYS = 3;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String asked = System.getProperty("contracts", "");
    if (context.getTestMethod().isEmpty() || asked.equals("all")) {
      return ConditionEvaluationResult.enabled("all of them");
    }
    String test =
        context.getRequiredTestClass().getName() + "." + context.getRequiredTestMethod().getName();
    long day = asked.isEmpty() ? LocalDate.now(ZoneOffset.UTC).toEpochDay() : Long.parseLong(asked);
    return Math.floorMod(test.hashCode() + day, DAYS) == 0
        ? ConditionEvaluationResult.enabled("drawn on day " + day)
        : ConditionEvaluationResult.disabled("not drawn on day " + day + ": -Dcontracts=all");
  }
}
