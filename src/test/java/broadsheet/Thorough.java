package broadsheet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that {@code mvn verify} leaves to {@code -Pthorough}, because what it costs is more than
 * what it tells before a commit: kills, floods, time-outs, locales and every real thing beyond its
 * smoke test. CONTRIBUTING.md says what runs where.
 */
@Tag("thorough")
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Thorough {}
