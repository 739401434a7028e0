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
@Suite
@SelectPackages("broadsheet.opensearch")
@IncludeClassNamePatterns(".*IT")
@IncludeTags("cluster")
@ConfigurationParameter(key = "junit.jupiter.execution.parallel.enabled", value = "true")
@ConfigurationParameter(key = "junit.jupiter.execution.parallel.config.strategy", value = "fixed")
@ConfigurationParameter(
    key = "junit.jupiter.execution.parallel.config.fixed.parallelism",
    value = "4")
// Otherwise another test begins for each that waits for an answer, a hundred at once.
@ConfigurationParameter(
    key = "junit.jupiter.execution.parallel.config.fixed.max-pool-size",
    value = "4")
class ClusterIT {}
