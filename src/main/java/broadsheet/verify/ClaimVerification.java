package broadsheet.verify;

import broadsheet.engine.SearchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks for the claims of a draft in an archive. Keeps nothing. Thread-safe. */
public record ClaimVerification(SearchEngine engine) {

  /**
   * Checks claims one after another.
   *
   * @param taker receives each finding as soon as it is there
   */
  public void check(List<Claim> claims, Consumer<Finding> taker) {
    Rarities rarities = new Rarities(engine);
    List<ComparedWords> all = new ArrayList<>();
    claims.forEach(claim -> all.add(ComparedWords.of(claim.text())));
    rarities.learn(all);
    ClaimCheck check = new ClaimCheck(engine, rarities);
    claims.forEach(claim -> taker.accept(check.check(claim)));
  }

  /** The findings of claims, in their order. */
  public List<Finding> check(List<Claim> claims) {
    List<Finding> findings = new ArrayList<>();
    check(claims, findings::add);
    return findings;
  }
}
