package broadsheet.names.decide;

import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Adds up what all articles of an archive say about some forms of names, in any order. Memory is
 * bounded by the forms. Not thread-safe.
 */
public final class ArchiveEvidence {

  private final Map<String, FormEvidence> byForm;

  /**
   * @param forms what is counted; all else is passed over
   */
  public ArchiveEvidence(Set<String> forms) {
    byForm = HashMap.newHashMap(forms.size());
    forms.forEach(form -> byForm.put(form, new FormEvidence()));
  }

  /** Adds one article. */
  public void add(Candidates candidates) {
    for (int i = 0; i < candidates.forms().size(); i++) {
      int small = candidates.small().get(i);
      of(candidates.forms().get(i)).ifPresent(evidence -> evidence.addArticle(small));
    }
    for (Mention mention : candidates.mentions()) {
      of(candidates.forms().get(mention.form())).ifPresent(evidence -> evidence.add(mention));
    }
  }

  Optional<FormEvidence> of(String form) {
    return Optional.ofNullable(byForm.get(form));
  }

  /** The forms that are counted, in the order of their characters. */
  SortedSet<String> forms() {
    return new TreeSet<>(byForm.keySet());
  }
}
