package broadsheet.web.verify;

import broadsheet.engine.SearchEngine;
import broadsheet.verify.Claim;
import broadsheet.verify.DraftReport;
import broadsheet.verify.Finding;
import broadsheet.verify.FoundPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A draft that is checked, or was. Only in memory, and never in a log: it is a reader's source
 * material, so that it has no words in {@link #toString}. Thread-safe.
 */
final class Draft {
  private final String id;
  private final Optional<String> user;
  private final String digest;
  private final List<Claim> claims;
  private final long bytes;
  private final long nanos = System.nanoTime();
  private final List<Finding> findings = new ArrayList<>();
  private boolean isBroken;

  /**
   * @param id cannot be guessed
   * @param user the one whose it is; empty if no proxy names users
   */
  Draft(String id, Optional<String> user, String text, List<Claim> claims) {
    this.id = id;
    this.user = user;
    this.digest = DraftReport.digest(text);
    this.claims = List.copyOf(claims);
    this.bytes = 4L * text.length();
  }

  String id() {
    return id;
  }

  boolean isOf(Optional<String> reader) {
    return user.equals(reader);
  }

  List<Claim> claims() {
    return claims;
  }

  /** About how much memory it takes. */
  long bytes() {
    return bytes;
  }

  long ageNanos() {
    return System.nanoTime() - nanos;
  }

  synchronized void add(Finding finding) {
    findings.add(finding);
  }

  /** Notes that the rest cannot be checked. */
  synchronized void breakOff() {
    isBroken = true;
  }

  synchronized boolean isBroken() {
    return isBroken;
  }

  synchronized boolean isRunning() {
    return !isBroken && findings.size() < claims.size();
  }

  /** Whether an article that a verdict shows is no longer shown, such as a withdrawn one. */
  boolean isOutdated(SearchEngine engine) {
    Set<String> shown;
    synchronized (this) {
      shown =
          findings.stream()
              .flatMap(finding -> finding.places().stream())
              .map(FoundPlace::id)
              .filter(article -> !article.isEmpty())
              .collect(Collectors.toSet());
    }
    return !shown.isEmpty() && engine.refs(shown).size() < shown.size();
  }

  /** Forgets all verdicts, to be checked anew. Returns false if it is being checked. */
  synchronized boolean restart() {
    if (isRunning()) {
      return false;
    }
    findings.clear();
    isBroken = false;
    return true;
  }

  DraftReport report(SearchEngine engine) {
    List<Finding> soFar;
    synchronized (this) {
      soFar = List.copyOf(findings);
    }
    return DraftReport.of(digest, claims.size(), soFar, engine);
  }
}
