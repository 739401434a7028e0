/** Which release of the program is running, and which commit was it built from? */
package broadsheet.release;
