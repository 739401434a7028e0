/** Where do things occur near each other? A small algebra over word positions. */
@org.jspecify.annotations.NullMarked
package broadsheet.lucene.proximity;
