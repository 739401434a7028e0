/**
 * How is an archive copied and put back, so that nothing is lost unnoticed? Every copy has a list
 * of what it holds, and is verified by it.
 */
package broadsheet.backup;
