/** Where does the program start? */
package broadsheet;
