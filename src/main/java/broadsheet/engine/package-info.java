/** What can any engine do? The port that every engine stands behind. */
package broadsheet.engine;
