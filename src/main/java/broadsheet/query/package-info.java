/** What did the reader ask? Parser, sealed tree, reading. */
package broadsheet.query;
