package broadsheet.lucene.schema;

import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Stores the {@link Candidates} of an article in its document: each form as a term, by which the
 * articles of a name are found, and all mentions as one stored value. Stateless.
 */
public final class StoredNames {

  /** The stored value; absent if there are no mentions. */
  public static final String MENTIONS = "names.mentions";

  /** Set in the first byte of a mention if its cues take two bytes. */
  private static final int TWO_BYTES = 32;

  private static final List<NamedPart> PARTS = List.of(NamedPart.values());
  private static final List<NameKind> KINDS = List.of(NameKind.values());

  private StoredNames() {}

  static void add(Candidates names, Document document) {
    if (names.mentions().isEmpty()) {
      return;
    }
    for (String form : names.forms()) {
      document.add(
          new StringField(IndexSchema.NAME_FORM, FacetValues.indexed(form), Field.Store.NO));
    }
    document.add(new StoredField(MENTIONS, packed(names)));
  }

  private static byte[] packed(Candidates names) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      out.writeVInt(names.forms().size());
      for (int form = 0; form < names.forms().size(); form++) {
        out.writeString(names.forms().get(form));
        out.writeVInt(names.small().get(form));
      }
      out.writeVInt(names.mentions().size());
      int last = 0;
      for (Mention mention : names.mentions()) {
        int more = mention.cues() >> 8;
        int head = PARTS.indexOf(mention.part()) << 2 | vote(mention);
        out.writeByte((byte) (more == 0 ? head : head | TWO_BYTES));
        out.writeByte((byte) mention.cues());
        if (more > 0) {
          out.writeByte((byte) more);
        }
        out.writeZInt(mention.start() - last);
        out.writeVInt(mention.end() - mention.start());
        out.writeVInt(mention.form());
        last = mention.end();
      }
      return out.toArrayCopy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the kind, from 1; 0 for none. */
  private static int vote(Mention mention) {
    return mention.vote().map(KINDS::indexOf).orElse(-1) + 1;
  }

  /** Restores what {@link #add} stored; none if nothing was, or the field was not read. */
  public static Candidates of(Document document) {
    BytesRef packed = document.getBinaryValue(MENTIONS);
    try {
      return packed == null ? Candidates.NONE : read(packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Candidates read(BytesRef packed) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
    List<String> forms = new ArrayList<>();
    List<Integer> small = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      forms.add(in.readString());
      small.add(in.readVInt());
    }
    List<Mention> mentions = new ArrayList<>();
    int last = 0;
    for (int left = in.readVInt(); left > 0; left--) {
      int head = in.readByte();
      int cues = in.readByte() & 0xFF;
      cues |= (head & TWO_BYTES) == 0 ? 0 : (in.readByte() & 0xFF) << 8;
      int start = last + in.readZInt();
      last = start + in.readVInt();
      Optional<NameKind> vote =
          (head & 3) == 0 ? Optional.empty() : Optional.of(KINDS.get((head & 3) - 1));
      mentions.add(
          new Mention(PARTS.get((head & ~TWO_BYTES) >> 2), start, last, in.readVInt(), vote, cues));
    }
    return new Candidates(forms, small, mentions);
  }
}
