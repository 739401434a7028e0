package broadsheet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An integration test that {@code mvn verify} runs: one for each real thing, such as a server, a
 * browser or a killed process. The others run with {@code -Pthorough}.
 */
@Tag("smoke")
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Smoke {}
