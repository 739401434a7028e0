/**
 * How is a small file kept safe? By replacing it as a whole, so that a crash leaves the old or the
 * new.
 */
package broadsheet.files;
