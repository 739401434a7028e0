package broadsheet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A test that takes minutes or much of the machine, and runs only with {@code -Dstress}. Results
 * are in docs/reliability.md.
 */
@EnabledIfSystemProperty(
    named = "stress",
    matches = ".+",
    disabledReason = "runs with -Dstress only")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Stress {}
