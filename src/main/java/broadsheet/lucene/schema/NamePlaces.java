package broadsheet.lucene.schema;

import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;

/**
 * Notes at which words of an article its names stand, while its texts are analysed for their own
 * fields, and writes the form of each mention at the positions of its words: one term a word, each
 * with the offsets of the whole mention. The index writer processes the fields of a document in
 * order, so these fields must come after the texts. Not thread-safe.
 */
final class NamePlaces {

  private static final FieldType PLACES = IndexSchema.markable(false);

  private final Candidates names;
  private final Map<QueryField, Part> parts = new EnumMap<>(QueryField.class);
  private boolean isGiven;

  NamePlaces(Candidates names) {
    this.names = names;
    for (NamedPart part : NamedPart.values()) {
      List<Mention> mentions = names.mentions().stream().filter(m -> m.part() == part).toList();
      if (!mentions.isEmpty()) {
        parts.put(QueryField.valueOf(part.name()), new Part(mentions));
      }
    }
  }

  /** Adds the fields of the texts that have names. */
  void addTo(Document document) {
    parts.forEach(
        (field, part) ->
            document.add(
                new NotedField(
                    IndexSchema.namesIn(field.label()), PLACES, () -> new Places(part.given()))));
  }

  /** Wraps the stream of a text, or of its next paragraph, to note its words as they pass. */
  TokenStream noting(QueryField field, TokenStream words) {
    if (isGiven) {
      parts.values().forEach(Part::clear);
      isGiven = false;
    }
    Part part = parts.get(field);
    return part == null ? words : new Noting(part, words);
  }

  /** A word of a mention. */
  private record Place(int position, Mention mention) {}

  /** A text: how far it has been read, and the words of its mentions so far. */
  private final class Part {
    private final List<Mention> mentions;
    private final List<Place> places = new ArrayList<>();
    private int next;
    private int position = -1;
    private int offset;

    Part(List<Mention> mentions) {
      this.mentions = mentions;
    }

    void clear() {
      places.clear();
      next = 0;
      position = -1;
      offset = 0;
    }

    void word(int step, int start, int end) {
      position += step;
      while (next < mentions.size() && mentions.get(next).end() <= offset + start) {
        next++;
      }
      for (int i = next; i < mentions.size() && mentions.get(i).start() < offset + end; i++) {
        places.add(new Place(position, mentions.get(i)));
      }
    }

    /**
     * Ends a paragraph: counts as Lucene does, from the end of one value of a field to the next.
     */
    void end(int step, int length) {
      position += step + IndexSchema.analyzer().getPositionIncrementGap("");
      offset += length + IndexSchema.analyzer().getOffsetGap("");
    }

    List<Place> given() {
      isGiven = true;
      return places;
    }
  }

  /** Passes its words on unchanged. */
  private static final class Noting extends TokenFilter {
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Part part;

    Noting(Part part, TokenStream words) {
      super(words);
      this.part = part;
    }

    @Override
    public boolean incrementToken() throws IOException {
      boolean isThere = input.incrementToken();
      if (isThere && increment.getPositionIncrement() > 0) {
        part.word(increment.getPositionIncrement(), offset.startOffset(), offset.endOffset());
      }
      return isThere;
    }

    @Override
    public void end() throws IOException {
      super.end();
      part.end(increment.getPositionIncrement(), offset.endOffset());
    }
  }

  /** The forms at their places. */
  private final class Places extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final List<Place> places;
    private int next;
    private int position = -1;

    Places(List<Place> places) {
      this.places = places;
    }

    @Override
    public boolean incrementToken() {
      if (next == places.size()) {
        return false;
      }
      clearAttributes();
      Place place = places.get(next++);
      Mention mention = place.mention();
      term.append(FacetValues.indexed(names.forms().get(mention.form())));
      increment.setPositionIncrement(place.position() - position);
      offset.setOffset(mention.start(), mention.end());
      position = place.position();
      return true;
    }
  }
}
