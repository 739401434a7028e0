/**
 * How does this work? The pages of the documentation, searched by the engine itself, with examples
 * from the archive.
 */
package broadsheet.web.help;
