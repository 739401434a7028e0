package broadsheet.lucene.shard;

import broadsheet.article.ArticleRef;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.meaning.QueryEmbeddings;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A search with everything that a node needs to do it with all shards of an archive. Immutable.
 *
 * @param client names the program that asks, unguessably: what a node learns of an archive for one
 *     program is for its searches alone, as others may see fewer articles
 * @param request what is searched
 * @param remarks notes on the request, added to the results
 * @param corrections of the names found in the articles
 * @param isHeavy whether it may be expensive
 * @param limit the time limit of the reader's request, for the note when it was not enough
 * @param left the time left of it
 * @param meaning the vectors of the request's text; empty if it is by words alone
 */
public record PageCall(
    String client,
    SearchRequest request,
    List<Note> remarks,
    List<NameCorrection> corrections,
    boolean isHeavy,
    Duration limit,
    Duration left,
    Optional<QueryEmbeddings> meaning) {

  /**
   * The reply of a node.
   *
   * @param results empty if the state is gone
   * @param refs the references of the hits for readers' lists, as far as they are known
   * @param isGone whether the shards cannot show any more the state that was asked for
   */
  public record Reply(Optional<SearchResults> results, List<ArticleRef> refs, boolean isGone) {

    /** The bytes to send, in the protocol of the call. */
    public byte[] bytes(int protocol) {
      return Wire.bytes(this, Reply.class, protocol);
    }

    /**
     * Reads the bytes that a node sent.
     *
     * @param protocol that of the call
     * @throws IOException when it is not from a node whose protocol is known
     */
    public static Reply of(byte[] bytes, int protocol) throws IOException {
      return (Reply) Wire.value(bytes, Reply.class, protocol);
    }
  }

  /**
   * The bytes to send.
   *
   * @param protocol the newest that all nodes know
   */
  public byte[] bytes(int protocol) {
    return Wire.marked(this, PageCall.class, protocol);
  }

  /**
   * A call as it arrived.
   *
   * @param protocol the protocol in which it came and is answered
   */
  public record Received(PageCall call, int protocol) {}

  /**
   * Reads the bytes that a client sent.
   *
   * @throws IOException when they are not from a client whose protocol is known
   */
  public static Received of(byte[] bytes) throws IOException {
    PageCall call = (PageCall) Wire.ofMarked(bytes, PageCall.class);
    return new Received(call, Wire.protocol(bytes));
  }
}
