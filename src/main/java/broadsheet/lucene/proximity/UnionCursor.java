package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The occurrences of any of several things. */
final class UnionCursor implements OccurrenceCursor {

  private final List<OccurrenceCursor> members;
  private final Steps steps;
  private final Stretches found = new Stretches();

  UnionCursor(List<OccurrenceCursor> members, Steps steps) {
    this.members = members;
    this.steps = steps;
  }

  @Override
  public Stretches at(int document) throws IOException {
    found.clear();
    for (int member = 0; member < members.size(); member++) {
      Stretches here = members.get(member).at(document);
      for (int i = 0; i < here.size(); i++) {
        steps.step();
        found.add(here.start(i), here.end(i), member, i);
      }
    }
    found.sort();
    return found;
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    List<BitSet> own = new ArrayList<>();
    members.forEach(_ -> own.add(new BitSet()));
    chosen.stream().forEach(i -> own.get(found.first(i)).set(found.second(i)));
    for (int member = 0; member < own.size(); member++) {
      members.get(member).mark(own.get(member), marks);
    }
  }
}
