package broadsheet.lucene.shards;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the costly random tests of the contracts with {@code -Dseeds} or {@code -Dseed} only. In
 * each build {@link ShardedAnswersTest} tries random queries.
 */
public final class RandomWhenAsked implements ExecutionCondition {

  private static final Set<String> RANDOM =
      Set.of(
          "theEngineFindsExactlyWhatTheQueryMeansAndMarksExactlyWhatMatched",
          "listsHaveEveryArticleWithEnoughOfTheWordsAndNameTheOthers",
          "rankingIsTheOrderOfThePages",
          "everyHitIsExplainedAsItWasRanked",
          "foldingKeepsTheBestOfEachFamilyInEveryOrderAndOnEveryPage",
          "updatedIndexAnswersAsARebuiltOne",
          "updatedVersionsAnswerAsRebuiltOnes",
          "wordsAreAlsoFoundAsOthersWriteThem");

  /** Those that the shards of one process run in each build, and a cluster only when asked. */
  private static final Set<String> RANDOM_ON_A_CLUSTER =
      Set.of(
          "eachPlaceIsOneLineInEveryOrder",
          "ofReprintsTheOldestCounts",
          "theNumbersAreThoseOfReadingEveryArticle",
          "groupsHaveTheWordsAndMatchesOfTheirArticles",
          "keywordsAreCountedInTheSetAndInAllOthers",
          "sequencesAreCountedWithinParagraphs");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean isAsked =
        Stream.of("seeds", "seed").anyMatch(name -> !System.getProperty(name, "").isEmpty());
    Optional<String> test = context.getTestMethod().map(method -> method.getName());
    return isAsked || !test.filter(name -> isCostly(name, context)).isPresent()
        ? ConditionEvaluationResult.enabled("not costly, or asked for")
        : ConditionEvaluationResult.disabled(
            "costly: runs with -Dseeds only; ShardedAnswersTest tries random queries");
  }

  private static boolean isCostly(String test, ExtensionContext context) {
    boolean isOnCluster =
        context.getEnclosingTestClasses().stream()
            .anyMatch(each -> each.getPackageName().startsWith("broadsheet.opensearch"));
    return RANDOM.contains(test) || (isOnCluster && RANDOM_ON_A_CLUSTER.contains(test));
  }
}
