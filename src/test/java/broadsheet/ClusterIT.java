package broadsheet;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests on a cluster, in one process, so that they share one cluster of three nodes. Tests that
 * mostly wait for it run in parallel.
 */
@Suite(failIfNoTests = false)
@SelectPackages("broadsheet.opensearch")
@IncludeClassNamePatterns(".*IT")
@IncludeTags("cluster")
@ConfigurationParameter(key = "junit.jupiter.execution.parallel.enabled", value = "true")
@ConfigurationParameter(key = "junit.jupiter.execution.parallel.config.strategy", value = "fixed")
// More than there are cores: most new indexes wait a second. OpenSearch's RecoverySourceHandler
// sleeps that long if its node learns of a new copy of a shard after the node that holds the copy.
@ConfigurationParameter(
    key = "junit.jupiter.execution.parallel.config.fixed.parallelism",
    value = "6")
// Otherwise another test begins for each that waits for an answer, a hundred at once.
@ConfigurationParameter(
    key = "junit.jupiter.execution.parallel.config.fixed.max-pool-size",
    value = "6")
class ClusterIT {}
