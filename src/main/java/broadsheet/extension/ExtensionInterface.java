package broadsheet.extension;

/**
 * The version of this package. Within a version, releases add types, fields of articles and methods
 * with a default, and change or remove nothing, so a jar runs on its release and all later ones. A
 * change that breaks a jar raises the version, in a new major version of Broadsheet.
 */
public final class ExtensionInterface {

  /** The version, from 1. */
  public static final int VERSION = 1;

  private ExtensionInterface() {}
}
