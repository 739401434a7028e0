package broadsheet.opensearch.plugin;

import broadsheet.lucene.coordinator.Shards;
import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.ShardCall;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.opensearch.action.ActionRequest;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.env.Environment;
import org.opensearch.env.NodeEnvironment;
import org.opensearch.index.IndexModule;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.MapperPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.repositories.RepositoriesService;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;
import org.opensearch.rest.RestHeaderDefinition;
import org.opensearch.script.ScriptService;
import org.opensearch.threadpool.ExecutorBuilder;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.client.Client;
import org.opensearch.watcher.ResourceWatcherService;

/**
 * Makes the nodes of a cluster hold archives: a field type that writes articles as our own engine
 * does, an action that puts our own questions to every shard of an index, counts of these, and a
 * watch over its primaries.
 */
public final class BroadsheetPlugin extends Plugin implements MapperPlugin, ActionPlugin {

  @Override
  public Map<String, Mapper.TypeParser> getMappers() {
    return Map.of(ArticleMapper.TYPE, ArticleMapper.PARSER);
  }

  @Override
  public void onIndexModule(IndexModule index) {
    index.addIndexEventListener(new PrimaryWatch());
  }

  /** The counts of this node, which its actions share. */
  @Override
  public Collection<Object> createComponents(
      Client client,
      ClusterService cluster,
      ThreadPool threads,
      ResourceWatcherService watcher,
      ScriptService scripts,
      NamedXContentRegistry contents,
      Environment environment,
      NodeEnvironment node,
      NamedWriteableRegistry writeables,
      IndexNameExpressionResolver resolver,
      Supplier<RepositoriesService> repositories) {
    return List.of(new NodeCounts());
  }

  @Override
  public List<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> getActions() {
    return List.of(
        new ActionHandler<>(Ask.ACTION, TransportAsk.class),
        new ActionHandler<>(TransportPage.ACTION, TransportPage.class),
        new ActionHandler<>(TransportStats.ACTION, TransportStats.class));
  }

  @Override
  public Collection<RestHeaderDefinition> getRestHeaders() {
    return List.of(new RestHeaderDefinition(AskedState.HEADER, false));
  }

  @Override
  public List<RestHandler> getRestHandlers(
      Settings settings,
      RestController controller,
      ClusterSettings clusterSettings,
      IndexScopedSettings indexSettings,
      SettingsFilter filter,
      IndexNameExpressionResolver resolver,
      Supplier<DiscoveryNodes> nodes) {
    QuestionBody body = new QuestionBody(Limits.QUESTION.get(settings));
    return List.of(new RestAsk(body), new RestPage(body), new RestStats());
  }

  @Override
  public List<ExecutorBuilder<?>> getExecutorBuilders(Settings settings) {
    return List.of(TransportPage.threads());
  }

  @Override
  public List<Setting<?>> getSettings() {
    return List.of(Limits.QUESTION, Limits.ANSWER);
  }

  @Override
  public Settings additionalSettings() {
    return Settings.builder()
        .put("node.attr." + Shards.FORMAT_ATTRIBUTE, Shard.FORMAT)
        .put("node.attr." + Shards.PROTOCOL_ATTRIBUTE, ShardCall.PROTOCOL)
        .build();
  }
}
