package broadsheet.opensearch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on {@link TestCluster#shared}. It runs after the others, in one process, so that all share
 * one cluster; one that kills nodes is {@code @Isolated}. Without a plugin or with too little
 * memory it is skipped, unless {@code -Dcluster=required} makes that a failure.
 */
@Tag("cluster")
@ExtendWith({ClusterCondition.class, ClusterPlaces.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnCluster {}
