/**
 * How are extensions found and run? The jars of a folder beside the program, each in worker
 * processes of its own; the program itself never loads their classes.
 */
package broadsheet.extension.host;
