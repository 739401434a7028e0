/** How does the documentation become pages? Reads Markdown, checks its links, writes HTML. */
package broadsheet.help.build;
