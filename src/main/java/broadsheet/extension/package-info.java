/**
 * How does somebody else's code read a file format, or write one, for Broadsheet? By implementing
 * {@link broadsheet.extension.FormatReader} or {@link broadsheet.extension.ArticleExporter}, named
 * in a jar's {@code META-INF/services}. Compiling needs nothing but this package, which uses only
 * Java's own types. What stays compatible: {@link broadsheet.extension.ExtensionInterface}.
 */
package broadsheet.extension;
