/** What can any engine do? The port that every engine implements. */
package broadsheet.engine;
