/**
 * What does the documentation say? The pages that the build made of {@code docs}, and searching
 * them.
 */
package broadsheet.help;
