package broadsheet.engine;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/**
 * The tests of rebuilds and updates that every engine must pass: the files they read, what searches
 * see of them, and what is new for alerts. A subclass names the engine.
 */
public abstract class IndexingSessionContract {

  /** The engine at a place; the place is empty at first. */
  protected abstract Engine at(Path place);

  @Nested
  class Sessions extends SessionContract {
    @Override
    Engine at(Path place) {
      return IndexingSessionContract.this.at(place);
    }
  }

  @Nested
  class Commits extends CommitContract {
    @Override
    Engine at(Path place) {
      return IndexingSessionContract.this.at(place);
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    Engine at(Path place) {
      return IndexingSessionContract.this.at(place);
    }
  }

  @Nested
  class Withdrawals extends WithdrawalContract {
    @Override
    Engine at(Path place) {
      return IndexingSessionContract.this.at(place);
    }
  }

  @Nested
  class Alerts extends AlertContract {
    @Override
    Engine at(Path place) {
      return IndexingSessionContract.this.at(place);
    }
  }

  @Nested
  class OfItems extends VersionContract {
    @Override
    Engine at(Path place) {
      return IndexingSessionContract.this.at(place);
    }
  }
}
