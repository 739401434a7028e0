package broadsheet.opensearch.plugin;

import org.opensearch.common.lease.Releasable;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.indices.breaker.CircuitBreakerService;

/**
 * The memory of one question, accounted to OpenSearch's request circuit breaker until everyone who
 * holds it has closed it. Thread-safe.
 */
final class AccountedMemory implements Releasable {

  private final CircuitBreaker breaker;
  private final String label;
  private long bytes;
  private int holders = 1;

  /**
   * @param label says in the breaker's message what the memory is for
   */
  AccountedMemory(CircuitBreakerService breakers, String label) {
    breaker = breakers.getBreaker(CircuitBreaker.REQUEST);
    this.label = label;
  }

  /**
   * Accounts for more memory; does nothing once nobody holds it.
   *
   * @throws org.opensearch.core.common.breaker.CircuitBreakingException when it is too much, by
   *     this breaker's limit or that of the node's whole heap
   */
  synchronized void add(long more) {
    if (holders > 0) {
      breaker.addEstimateBytesAndMaybeBreak(more, label);
      bytes += more;
    }
  }

  /** Holds it once more, to be closed once more. */
  synchronized AccountedMemory held() {
    holders += holders > 0 ? 1 : 0;
    return this;
  }

  @Override
  public synchronized void close() {
    holders -= holders > 0 ? 1 : 0;
    if (holders == 0) {
      breaker.addWithoutBreaking(-bytes);
      bytes = 0;
    }
  }
}
