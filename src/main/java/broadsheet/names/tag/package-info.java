/** Which names does one article mention? */
package broadsheet.names.tag;
