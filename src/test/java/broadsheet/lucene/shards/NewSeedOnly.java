package broadsheet.lucene.shards;

import broadsheet.Seeds;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The random tests of the contracts try a new seed only, because three indexes cost more than one.
 */
final class NewSeedOnly implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    Seeds.costly(true);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Seeds.costly(false);
  }
}
