package broadsheet.opensearch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * All that a Lucene index holds of each document, as text: every posting with its positions and
 * offsets, every doc value, norm, point and stored field. Fields that begin with an underscore,
 * which are OpenSearch's own, are left out.
 */
final class IndexText {

  private final SortedMap<String, String> lines = new TreeMap<>();
  private final String[] ids;
  private final LeafReader segment;

  private IndexText(LeafReader segment, String[] ids) {
    this.segment = segment;
    this.ids = ids;
  }

  /**
   * One line for each item in the index, by its kind and its document.
   *
   * @param key the field with the name of each document, stored
   */
  static SortedMap<String, String> of(DirectoryReader reader, String key) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader segment = context.reader();
      String[] ids = new String[segment.maxDoc()];
      for (int doc = 0; doc < ids.length; doc++) {
        ids[doc] = segment.storedFields().document(doc).get(key);
      }
      all.putAll(new IndexText(segment, ids).read());
    }
    return all;
  }

  private SortedMap<String, String> read() throws IOException {
    for (FieldInfo field : segment.getFieldInfos()) {
      if (!field.name.startsWith("_")) {
        addPostings(field);
        addDocValues(field);
        addNorms(field);
        addPoints(field);
      }
    }
    addStored();
    return lines;
  }

  private void add(String kind, String field, int doc, String value) {
    lines.merge("%s %s of %s".formatted(kind, field, ids[doc]), value, (a, b) -> a + " | " + b);
  }

  private void addPostings(FieldInfo field) throws IOException {
    Terms terms = segment.terms(field.name);
    if (terms == null) {
      return;
    }
    PostingsEnum postings = null;
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      postings = each.postings(postings, PostingsEnum.ALL);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        add("posting", field.name + "/" + term, doc, posting(postings));
      }
    }
  }

  private static String posting(PostingsEnum postings) throws IOException {
    StringBuilder text = new StringBuilder().append(postings.freq()).append("x");
    for (int i = 0; i < postings.freq(); i++) {
      text.append(' ').append(postings.nextPosition());
      text.append(':').append(postings.startOffset()).append('-').append(postings.endOffset());
    }
    return text.toString();
  }

  private void addDocValues(FieldInfo field) throws IOException {
    switch (field.getDocValuesType()) {
      case NONE -> {}
      case NUMERIC -> {
        NumericDocValues values = DocValues.getNumeric(segment, field.name);
        each(values, doc -> add("number", field.name, doc, "" + values.longValue()));
      }
      case BINARY -> {
        BinaryDocValues values = DocValues.getBinary(segment, field.name);
        each(values, doc -> add("bytes", field.name, doc, values.binaryValue().toString()));
      }
      case SORTED -> {
        SortedDocValues values = DocValues.getSorted(segment, field.name);
        each(
            values, doc -> add("value", field.name, doc, "" + values.lookupOrd(values.ordValue())));
      }
      case SORTED_NUMERIC -> {
        SortedNumericDocValues values = DocValues.getSortedNumeric(segment, field.name);
        each(values, doc -> addAll(field.name, doc, values));
      }
      case SORTED_SET -> {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field.name);
        each(values, doc -> addAll(field.name, doc, values));
      }
    }
  }

  private void addAll(String field, int doc, SortedNumericDocValues values) throws IOException {
    for (int i = 0; i < values.docValueCount(); i++) {
      add("numbers", field, doc, "" + values.nextValue());
    }
  }

  private void addAll(String field, int doc, SortedSetDocValues values) throws IOException {
    for (int i = 0; i < values.docValueCount(); i++) {
      add("values", field, doc, "" + values.lookupOrd(values.nextOrd()));
    }
  }

  private void addNorms(FieldInfo field) throws IOException {
    if (field.hasNorms()) {
      NumericDocValues norms = segment.getNormValues(field.name);
      each(norms, doc -> add("norm", field.name, doc, "" + norms.longValue()));
    }
  }

  private void addPoints(FieldInfo field) throws IOException {
    PointValues points = segment.getPointValues(field.name);
    if (points == null) {
      return;
    }
    points.intersect(
        new PointValues.IntersectVisitor() {
          @Override
          public void visit(int doc) {
            throw new IllegalStateException("no cell is inside");
          }

          @Override
          public void visit(int doc, byte[] value) {
            add("point", field.name, doc, Arrays.toString(value));
          }

          @Override
          public PointValues.Relation compare(byte[] least, byte[] greatest) {
            return PointValues.Relation.CELL_CROSSES_QUERY;
          }
        });
  }

  private void addStored() throws IOException {
    for (int doc = 0; doc < ids.length; doc++) {
      List<IndexableField> fields = segment.storedFields().document(doc).getFields();
      for (IndexableField field : fields) {
        if (!field.name().startsWith("_")) {
          add("stored", field.name(), doc, text(field));
        }
      }
    }
  }

  private static String text(IndexableField field) {
    if (field.numericValue() != null) {
      return field.numericValue().toString();
    }
    return field.binaryValue() != null ? field.binaryValue().toString() : field.stringValue();
  }

  private interface Visitor {
    void visit(int doc) throws IOException;
  }

  private static void each(DocIdSetIterator docs, Visitor visitor) throws IOException {
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      visitor.visit(doc);
    }
  }
}
