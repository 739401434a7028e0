package broadsheet.lucene.shard;

import broadsheet.lucene.schema.UpdateMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * The documents of a shard that a state does not show. Each update writes its documents beside
 * those that they replace, so that a shard can show the state before and the state after, whichever
 * of its documents have arrived. Immutable.
 */
final class HiddenDocuments {

  private static final int MOST = 50_000;

  private final List<Optional<FixedBitSet>> bySegment;
  private final List<Obsolete> others;
  private final List<Obsolete> gone;

  private HiddenDocuments(
      List<Optional<FixedBitSet>> bySegment, List<Obsolete> others, List<Obsolete> gone) {
    this.bySegment = bySegment;
    this.others = others;
    this.gone = gone;
  }

  /** Whether the state shows all. */
  boolean isEmpty() {
    return others.isEmpty() && gone.isEmpty();
  }

  /** The hidden documents of a segment; empty if there are none. */
  Optional<FixedBitSet> in(int segment) {
    return bySegment.get(segment);
  }

  /**
   * Some of the documents, which may be deleted in any order. Those that only say that another is
   * deleted come once there is no other.
   */
  List<Obsolete> obsolete(int most) {
    List<Obsolete> next = others.isEmpty() ? gone : others;
    return next.subList(0, Math.min(most, next.size()));
  }

  /** The documents of a reader that a state does not show. */
  static HiddenDocuments of(DirectoryReader reader, UpdateState state) throws IOException {
    return of(reader, state, MOST);
  }

  /**
   * The same.
   *
   * @param most the most documents that are named, and whose names are held at once
   */
  static HiddenDocuments of(DirectoryReader reader, UpdateState state, int most)
      throws IOException {
    return new Finding(reader, state, most).found();
  }

  /** One search for them. */
  private static final class Finding {

    private final List<LeafReaderContext> segments;
    private final UpdateState state;
    private final int most;
    private final List<Optional<FixedBitSet>> hidden = new ArrayList<>();
    private final List<Obsolete> others = new ArrayList<>();
    private final List<Obsolete> gone = new ArrayList<>();
    private final List<UpdateMark> shown = new ArrayList<>();

    Finding(DirectoryReader reader, UpdateState state, int most) {
      this.most = most;
      segments = reader.leaves();
      this.state = state;
      segments.forEach(_ -> hidden.add(Optional.empty()));
    }

    HiddenDocuments found() throws IOException {
      for (LeafReaderContext segment : segments) {
        Terms updates = segment.reader().terms(UpdateMark.UPDATE);
        if (updates != null) {
          read(segment, updates.iterator());
        }
      }
      hideReplaced();
      return new HiddenDocuments(List.copyOf(hidden), List.copyOf(others), List.copyOf(gone));
    }

    /** Reads the documents of updates that are not settled. */
    private void read(LeafReaderContext segment, TermsEnum updates) throws IOException {
      TermsEnum.SeekStatus found = updates.seekCeil(UpdateMark.term(state.settled() + 1));
      BytesRef term = found == TermsEnum.SeekStatus.END ? null : updates.term();
      for (; term != null; term = updates.next()) {
        UpdateMark.Reader marks = UpdateMark.in(segment.reader(), UpdateMark.update(term));
        for (int document : live(updates, segment.reader())) {
          take(segment, document, marks.of(document));
        }
      }
    }

    /** Hides one of a later update, or that only says that another is deleted. */
    private void take(LeafReaderContext segment, int document, UpdateMark mark) throws IOException {
      Obsolete own = new Obsolete(mark.id(), mark.home());
      if (mark.update() > state.update()) {
        hide(segment, document, own, others);
      } else {
        shown.add(mark);
        if (mark.isGone()) {
          hide(segment, document, own, gone);
        }
      }
      if (shown.size() == most) {
        hideReplaced();
      }
    }

    private static List<Integer> live(TermsEnum term, LeafReader segment) throws IOException {
      Bits live = segment.getLiveDocs();
      List<Integer> documents = new ArrayList<>();
      PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
      for (int document = postings.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = postings.nextDoc()) {
        if (live == null || live.get(document)) {
          documents.add(document);
        }
      }
      return documents;
    }

    private void hide(
        LeafReaderContext segment, int document, Obsolete named, List<Obsolete> among) {
      FixedBitSet its =
          hidden.get(segment.ord).orElseGet(() -> new FixedBitSet(segment.reader().maxDoc()));
      hidden.set(segment.ord, Optional.of(its));
      if (!its.getAndSet(document) && among.size() < most) {
        among.add(named);
      }
    }

    private void hideReplaced() throws IOException {
      shown.sort(Comparator.comparing(UpdateMark::name)); // terms are read in their order
      for (LeafReaderContext segment : segments) {
        hideReplaced(segment);
      }
      shown.clear();
    }

    /** Hides the documents of a segment in whose place later ones are shown. */
    private void hideReplaced(LeafReaderContext segment) throws IOException {
      Terms ids = segment.reader().terms(UpdateState.IDS);
      if (ids == null) {
        return;
      }
      TermsEnum each = ids.iterator();
      for (UpdateMark mark : shown) {
        if (each.seekExact(state.terms().apply(mark.name()))) {
          hideAll(segment, each, new Obsolete(mark.name(), mark.home()));
        }
        hideEarlier(segment, each, mark);
      }
    }

    private void hideEarlier(LeafReaderContext segment, TermsEnum ids, UpdateMark mark)
        throws IOException {
      BytesRef beginning = state.terms().apply(UpdateMark.idsOf(mark.name()));
      BytesRef id = ids.seekCeil(beginning) == TermsEnum.SeekStatus.END ? null : ids.term();
      for (; id != null && StringHelper.startsWith(id, beginning); id = ids.next()) {
        int digits = beginning.length;
        BytesRef number = new BytesRef(id.bytes, id.offset + digits, id.length - digits);
        long update = Long.parseLong(number.utf8ToString());
        if (update < mark.update()) {
          String written = UpdateMark.idsOf(mark.name()) + update;
          hideAll(segment, ids, new Obsolete(written, mark.home()));
        }
      }
    }

    private void hideAll(LeafReaderContext segment, TermsEnum id, Obsolete named)
        throws IOException {
      for (int document : live(id, segment.reader())) {
        hide(segment, document, named, others);
      }
    }
  }
}
