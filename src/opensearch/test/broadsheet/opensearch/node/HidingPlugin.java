package broadsheet.opensearch.node;

import broadsheet.lucene.shards.HidingReader;
import broadsheet.lucene.shards.HidingReader.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.index.IndexModule;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.rest.RestHeaderDefinition;

/**
 * Wraps the readers of indexes whose names begin with {@value #WRAPPED}, anew for each request, as
 * OpenSearch's security plugin does for all. A user's name states which documents are hidden from
 * that user.
 */
public final class HidingPlugin extends Plugin implements ActionPlugin {

  private static final String WRAPPED = "wrapped-";
  private static final String AUTHORIZATION = "Authorization";
  private static final String BASIC = "Basic ";

  @Override
  public Collection<RestHeaderDefinition> getRestHeaders() {
    return List.of(new RestHeaderDefinition(AUTHORIZATION, false));
  }

  @Override
  public void onIndexModule(IndexModule index) {
    if (index.getIndex().getName().startsWith(WRAPPED)) {
      index.setReaderWrapper(
          service -> {
            ThreadContext request = service.getThreadPool().getThreadContext();
            return reader -> new HidingReader(reader, Hidden.from(user(request)));
          });
    }
  }

  private static String user(ThreadContext request) {
    String header = request.getHeader(AUTHORIZATION);
    if (header == null) {
      return "";
    }
    byte[] credentials = Base64.getDecoder().decode(header.substring(BASIC.length()));
    String text = new String(credentials, StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf(':'));
  }
}
