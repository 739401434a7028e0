/** Who may do what with which collection of an archive? */
package broadsheet.rights;
