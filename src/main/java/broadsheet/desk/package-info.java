/**
 * What does a reader keep? The port to saved searches and the copy of their arrivals, whatever
 * stores them.
 */
package broadsheet.desk;
