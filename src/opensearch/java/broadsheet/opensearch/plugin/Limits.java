package broadsheet.opensearch.plugin;

import org.opensearch.common.settings.Setting;
import org.opensearch.core.common.unit.ByteSizeUnit;
import org.opensearch.core.common.unit.ByteSizeValue;

/** The settings of a node that limit the cost of one request. */
final class Limits {

  /** The longest question a node takes. */
  static final Setting<ByteSizeValue> QUESTION =
      Setting.byteSizeSetting(
          "broadsheet.question.max",
          new ByteSizeValue(16, ByteSizeUnit.MB),
          Setting.Property.NodeScope);

  /** The longest answer of one shard. */
  static final Setting<ByteSizeValue> ANSWER =
      Setting.byteSizeSetting(
          "broadsheet.answer.max",
          new ByteSizeValue(64, ByteSizeUnit.MB),
          Setting.Property.NodeScope);

  private Limits() {}
}
